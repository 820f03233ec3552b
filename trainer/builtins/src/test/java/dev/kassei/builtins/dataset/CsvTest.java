package dev.kassei.builtins.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kassei.api.Dataset;
import dev.kassei.api.DatasetSource;
import dev.kassei.api.value.Draws;
import dev.kassei.engine.random.CountedDraws;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {
  @TempDir Path folder;

  @Test
  void numbersAndTextLabelsAreFeaturesAndSortedClasses() throws IOException {
    Dataset data = load("width,height,kind\n1,2.5,plum\n-3e1,.5,fig\n0,4,plum\n");
    assertThat(data.featureNames()).containsExactly("width", "height");
    assertThat(data.features()).containsExactly(1, 2.5, -30, 0.5, 0, 4);
    assertThat(data.target().names()).containsExactly("kind");
    assertThat(data.target().classes()).containsExactly("fig", "plum");
    assertThat(data.targets()).containsExactly(1, 0, 1);
  }

  @Test
  void quotesByteOrderMarkLineEndsAndBlankLinesAreUnderstood() throws IOException {
    Dataset data = load("\uFEFFa, \"b, or \"\"so\"\"\",y\r\n\r\n 1 ,\"2\",u\r\n  \r\n3,4,\"v\nw\"");
    assertThat(data.featureNames()).containsExactly("a", "b, or \"so\"");
    assertThat(data.features()).containsExactly(1, 2, 3, 4);
    assertThat(data.target().classes()).containsExactly("u", "v\nw");
  }

  @Test
  void anyScriptIsAllowed() throws IOException {
    Dataset data =
        load(
            "幅,品種\n1,桜\n2,梅\n",
            new Csv("d.csv", Header.AUTO, ",", "品種", Task.AUTO, List.of(), Missing.REFUSE));
    assertThat(data.featureNames()).containsExactly("幅");
    assertThat(data.target().classes()).containsExactly("桜", "梅");
  }

  @Test
  void classesAreSortedByCodePointNotByUtf16() throws IOException {
    Dataset data = load("a,y\n1,\uFF21\n2,\uD835\uDC00\n");
    assertThat(data.target().classes()).containsExactly("\uFF21", "\uD835\uDC00");
  }

  @Test
  void theLabelIsChosenByNameOrNumber() throws IOException {
    String text = "y;a;3\n7.5;1;2\n8.5;3;4\n9;5;6\n";
    assertThat(load(text, label("y")).targets()).containsExactly(7.5, 8.5, 9);
    assertThat(load(text, label("1")).targets()).containsExactly(7.5, 8.5, 9);
    assertThat(load(text, label("2")).targets()).containsExactly(1, 3, 5);
    assertThat(load(text, label("3")).targets()).as("a name goes first").containsExactly(2, 4, 6);
    assertThat(load(text, label("last")).targets()).containsExactly(2, 4, 6);
    assertThat(load(text, label("y")).featureNames()).containsExactly("a", "3");
  }

  @Test
  void withoutAHeaderColumnsAreNumbered() throws IOException {
    Dataset data =
        load(
            "1,2,3\n4,5,6\n",
            new Csv("d.csv", Header.FALSE, ",", "2", Task.REGRESSION, List.of(), Missing.REFUSE));
    assertThat(data.featureNames()).containsExactly("x1", "x3");
    assertThat(data.target().names()).containsExactly("x2");
    assertThat(data.features()).containsExactly(1, 3, 4, 6);
    assertThat(data.targets()).containsExactly(2, 5);
  }

  @Test
  void fewWholeNumbersAreClassesInAscendingOrder() throws IOException {
    Dataset data = load("a,y\n1,10\n2,9\n3,-1.0\n4,10\n5,9\n6,-1\n");
    assertThat(data.target().classes()).containsExactly("-1", "9", "10");
    assertThat(data.targets()).containsExactly(2, 1, 0, 2, 1, 0);
  }

  @Test
  void otherNumbersAreARegressionTarget() throws IOException {
    assertThat(load("a,y\n1,0.5\n2,1\n3,1\n4,0.5\n").target().isClasses()).isFalse();
    assertThat(load("a,y\n1,1\n2,2\n3,3\n4,4\n").target().isClasses()).as("one row each").isFalse();
    assertThat(load(twoRowsOfEach(21)).target().isClasses()).isFalse();
    assertThat(load(twoRowsOfEach(20)).target().isClasses()).isTrue();
  }

  @Test
  void theTaskOverrulesTheRule() throws IOException {
    var classes =
        new Csv("d.csv", Header.AUTO, ",", "last", Task.CLASSIFICATION, List.of(), Missing.REFUSE);
    var numbers =
        new Csv("d.csv", Header.AUTO, ",", "last", Task.REGRESSION, List.of(), Missing.REFUSE);
    assertThat(load("a,y\n1,0.5\n2,3\n", classes).target().classes()).containsExactly("0.5", "3");
    assertThat(load("a,y\n1,x\n2,3\n", classes).target().classes()).containsExactly("3", "x");
    assertThat(load("a,y\n1,1\n2,2\n3,1\n4,2\n", numbers).target().isClasses()).isFalse();
  }

  @Test
  void allProblemsAreReportedWithTheirPlace() {
    refused("a,b,y\n1,two,u\n1,,v\n1,2\n1,2,3,4\n?,1e999,\n")
        .withMessage(
            """
            d.csv: 7 problems
              line 2, column 2 (b): expected a number but was 'two'; if the column \
            holds categories: categorical: ['b']; if it names rows: ignore: ['b']
              line 3, column 2 (b): expected a number but the cell is empty; fill the gap, or \
            set missing: drop, mean or most_frequent
              line 4: expected 3 cells, as in the first line, but found 2
              line 5: expected 3 cells, as in the first line, but found 4
              line 6, column 1 (a): expected a number but '?' marks a missing value; fill the gap, \
            or set missing: drop, mean or most_frequent
              line 6, column 2 (b): expected a number but '1e999' is beyond the range of float64
              line 6, column 3 (y): expected a label but the cell is empty; remove the row\
            """);
  }

  @Test
  void aReportEndsAfterTenProblems() {
    refused("a,y\n" + "1,2,3\n".repeat(50))
        .withMessageStartingWith("d.csv: 10 problems\n")
        .withMessageContaining("line 11: expected 2 cells")
        .withMessageEndingWith("\n  (there may be more)");
  }

  @Test
  void aColumnOfNamesIsOneProblem() {
    refused("a,b,y\n" + "1,north,1\n2,south,1\n".repeat(25))
        .withMessage(
            "d.csv: line 2, column 2 (b): expected a number but was 'north'; if the column holds"
                + " categories: categorical: ['b']; if it names rows: ignore: ['b'] (and 49 more such cells)");
  }

  @Test
  void aColumnOfGapsIsOneProblemBesideOthers() {
    refused("a,b,y\n1,,1\n2,,1\n3,x,\n4,,1\n")
        .withMessage(
            """
            d.csv: 3 problems
              line 2, column 2 (b): expected a number but the cell is empty; fill the gap, or set \
            missing: drop, mean or most_frequent (and 2 more such cells)
              line 4, column 2 (b): expected a number but was 'x'; if the column holds categories: \
            categorical: ['b']; if it names rows: ignore: ['b']
              line 4, column 3 (y): expected a label but the cell is empty; remove the row\
            """);
  }

  @ParameterizedTest
  @ValueSource(strings = {"NaN", "Infinity", "0x1p3", "1f", "1d", "1_000", "--1", "e", "1,5", "١"})
  void whatIsNoPlainDecimalIsRefused(String text) {
    refused("a,y\n\"" + text + "\",1\n").withMessageContaining("expected a number but");
  }

  @Test
  void problemsOfTheWholeFileAreClear() {
    refused("").withMessage("d.csv: expected rows of numbers but the file is empty");
    refused("\n\n").withMessage("d.csv: expected rows of numbers but the file is empty");
    refused("a,y\n")
        .withMessage("d.csv: expected rows of numbers but there is only the line of names");
    refused("a;y\n1;2\n")
        .withMessage(
            "d.csv: line 1: expected at least two cells separated by ',' but found 'a;y';"
                + " set delimiter");
    refused("a,y\n1,same\n2,same\n")
        .withMessage(
            "d.csv: expected at least two classes in column 2 (y) but all rows have 'same'");
    refused("a,y\n1,\"open\n2,3\n")
        .withMessage(
            "d.csv: after line 1: a quote begins a cell but does not end it before the next ',' or line break, or the file ends within it; write a quote inside a cell twice, or remove it");
    refused("a,y\n1,u\n2,u\0\n3,v\n")
        .withMessage(
            "d.csv: line 3, column 2 (y): the text has a NUL character, which belongs to no text; remove it");
  }

  @Test
  void anUnknownLabelIsRefusedWithWhatThereIs() {
    refused("a,b,y\n1,2,3\n", "species")
        .withMessage(
            "d.csv: there is no column 'species' to be the label;"
                + " expected one of a, b, y, a number from 1 to 3, or last");
    refused("age,churned\n1,2\n", "churn")
        .withMessage(
            "d.csv: there is no column 'churn' to be the label; did you mean 'churned'?"
                + " Expected one of age, churned, a number from 1 to 2, or last");
    refused("age,Target\n1,2\n", "traget").withMessageContaining("did you mean 'Target'?");
    refused("a,b,y\n1,2,3\n", "4").withMessageContaining("there is no column '4'");
    refused("a,b,y\n1,2,3\n", "0").withMessageContaining("there is no column '0'");
    refused("a,a,y\n1,2,3\n", "a").withMessage("d.csv: 'a' names columns 1 and 2; give its number");
  }

  @Test
  void labelsThatMixNumbersAndTextAreRefused() {
    refused("a,y\n1,3\n2,4\n3,x\n")
        .withMessage(
            "d.csv: the labels in column 2 (y) mix numbers (line 2: '3') and text (line 4: 'x');"
                + " correct them, or set task: classification if all are names");
  }

  @Test
  void textAmongRegressionLabelsIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                load(
                    "a,y\n1,3\n2,x\n",
                    new Csv(
                        "d.csv",
                        Header.AUTO,
                        ",",
                        "last",
                        Task.REGRESSION,
                        List.of(),
                        Missing.REFUSE)))
        .withMessageContaining("line 3, column 2 (y): expected a number but was 'x'");
  }

  @Test
  void namesReadAsDataAreRecognised() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                load(
                    "a,y\n1,2\n",
                    new Csv(
                        "d.csv", Header.FALSE, ",", "last", Task.AUTO, List.of(), Missing.REFUSE)))
        .withMessageContaining(
            "line 1, column 1 (x1): expected a number but was 'a';"
                + " if line 1 holds names: header: true");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Shift_JIS", "UTF-16LE", "UTF-16"})
  void otherEncodingsAreRefused(String charset) throws IOException {
    Files.write(folder.resolve("d.csv"), "幅,品種\n1,桜\n".getBytes(Charset.forName(charset)));
    assertThatThrownBy(
            () ->
                new Csv("d.csv", Header.AUTO, ",", "last", Task.AUTO, List.of(), Missing.REFUSE)
                    .load(context()))
        .hasMessageContaining("save the file as UTF-8");
  }

  @Test
  void aFolderInThePlaceOfAFileIsNamed() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new Csv(".", Header.AUTO, ",", "last", Task.AUTO, List.of(), Missing.REFUSE)
                    .load(context()))
        .withMessageMatching(".+: a file is expected but it is a folder; name a file in it");
  }

  @Test
  void aMissingFileIsNamed() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new Csv("none.csv", Header.AUTO, ",", "last", Task.AUTO, List.of(), Missing.REFUSE)
                    .load(context()))
        .withMessageContaining("none.csv: there is no such file");
  }

  @Test
  void impossibleDescriptionsAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new Csv("d.csv", Header.AUTO, ";;", "last", Task.AUTO, List.of(), Missing.REFUSE))
        .withMessage("delimiter must be one character, not a quote or line break, but was ';;'");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new Csv(" ", Header.AUTO, ",", "last", Task.AUTO, List.of(), Missing.REFUSE))
        .withMessage("path must name a file");
  }

  @Test
  void allSourcesAreServices() {
    assertThat(ServiceLoader.load(DatasetSource.class)).contains(new Xor(), new Csv());
  }

  @Test
  void xorIsOneWhereExactlyOneFeatureIs() {
    Dataset data = new Xor().load(context());
    for (int row = 0; row < data.rows(); row++) {
      boolean one = data.features()[2 * row] != data.features()[2 * row + 1];
      assertThat(data.targets()[row]).isEqualTo(one ? 1 : 0);
    }
    assertThat(data.target().classes()).containsExactly("0", "1");
  }

  private static String twoRowsOfEach(int classes) {
    var text = new StringBuilder("a,y\n");
    for (int i = 0; i < 2 * classes; i++) {
      text.append("0,").append(i % classes).append('\n');
    }
    return text.toString();
  }

  private static Csv label(String label) {
    return new Csv("d.csv", Header.AUTO, ";", label, Task.REGRESSION, List.of(), Missing.REFUSE);
  }

  private Dataset load(String text) throws IOException {
    return load(
        text, new Csv("d.csv", Header.AUTO, ",", "last", Task.AUTO, List.of(), Missing.REFUSE));
  }

  private Dataset load(String text, Csv csv) throws IOException {
    Files.write(folder.resolve("d.csv"), text.getBytes(StandardCharsets.UTF_8));
    return csv.load(context());
  }

  private Refusal refused(String text) {
    return refused(text, "last");
  }

  private Refusal refused(String text, String label) {
    try {
      load(text, new Csv("d.csv", Header.AUTO, ",", label, Task.AUTO, List.of(), Missing.REFUSE));
    } catch (IllegalArgumentException e) {
      return new Refusal(String.valueOf(e.getMessage()).replace(folder + "/", ""));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    throw new AssertionError("the file was accepted: " + text);
  }

  private DatasetSource.Context context() {
    return new DatasetSource.Context() {
      @Override
      public Path resolve(String path) {
        return folder.resolve(path);
      }

      @Override
      public Draws draws(String purpose) {
        return CountedDraws.of(1, purpose, "", 0);
      }
    };
  }

  /** The message of a refusal, without the folder. */
  private record Refusal(String message) {
    void withMessage(String expected) {
      assertThat(message).isEqualTo(expected);
    }

    Refusal withMessageStartingWith(String expected) {
      assertThat(message).startsWith(expected);
      return this;
    }

    Refusal withMessageContaining(String expected) {
      assertThat(message).contains(expected);
      return this;
    }

    void withMessageEndingWith(String expected) {
      assertThat(message).endsWith(expected);
    }
  }
}
