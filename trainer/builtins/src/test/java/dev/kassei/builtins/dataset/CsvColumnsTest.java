package dev.kassei.builtins.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.kassei.api.Categorical;
import dev.kassei.api.Categorical.Encoding;
import dev.kassei.api.Dataset;
import dev.kassei.api.Dataset.Gaps;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvColumnsTest {
  private static final String CARS =
      "id,km,city,price,w,sold\n7,10,Rom,1.5,1,y\n8,20,Oslo,2.5,.5,n\n9,30,Rom,3.5,0,y\n";

  @TempDir Path folder;
  private Sources.Context context = Sources.context(Path.of("."), 1);

  private static Csv cars(
      List<String> label,
      Optional<String> weight,
      List<String> features,
      List<String> ignore,
      List<String> categorical,
      List<String> ordinal) {
    return new Csv(
        "d.csv",
        Optional.empty(),
        Header.TRUE,
        ",",
        ".",
        Optional.empty(),
        label,
        weight,
        features,
        ignore,
        categorical,
        ordinal,
        Task.AUTO,
        Missing.REFUSE);
  }

  private static Csv style(String delimiter, String decimal, Optional<String> thousands) {
    return new Csv(
        "d.csv",
        Optional.empty(),
        Header.TRUE,
        delimiter,
        decimal,
        thousands,
        List.of("last"),
        Optional.empty(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Task.REGRESSION,
        Missing.REFUSE);
  }

  private static Csv withTest(List<String> categorical, Missing missing) {
    return new Csv(
        "d.csv",
        Optional.of("t.csv"),
        Header.AUTO,
        ",",
        ".",
        Optional.empty(),
        List.of("y"),
        Optional.empty(),
        List.of(),
        List.of(),
        categorical,
        List.of(),
        Task.AUTO,
        missing);
  }

  private Dataset load(String text, Csv csv) {
    try {
      Files.writeString(folder.resolve("d.csv"), text);
      context = Sources.context(folder, 1);
      return csv.load(context);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String refusal(String text, Csv csv) {
    try {
      load(text, csv);
      return "none";
    } catch (IllegalArgumentException e) {
      return String.valueOf(e.getMessage()).replace(folder + "/", "");
    }
  }

  @Test
  void chosenColumnsHaveTheOrderOfTheirList() {
    List<String> none = List.of();
    var chosen = List.of("city", "w", "2");
    Dataset ordinal =
        load(CARS, cars(List.of("price"), Optional.empty(), chosen, none, none, List.of("city")));
    assertThat(ordinal.featureNames()).containsExactly("city", "w", "km");
    assertThat(ordinal.features()).containsExactly(1, 1, 10, 0, 0.5, 20, 1, 0, 30);
    assertThat(ordinal.categorical())
        .containsExactly(new Categorical(0, List.of("Oslo", "Rom"), Encoding.ORDINAL));
    Dataset oneHot =
        load(
            CARS,
            cars(List.of("price"), Optional.empty(), List.of("w", "3"), none, List.of("3"), none));
    assertThat(oneHot.featureNames()).containsExactly("w", "city=Oslo", "city=Rom");
    assertThat(oneHot.features()).containsExactly(1, 0, 1, 0.5, 1, 0, 0, 0, 1);
  }

  @Test
  void columnsAreChosenLeftOutAndWeigh() {
    List<String> none = List.of();
    Dataset chosen =
        load(CARS, cars(List.of("price"), Optional.empty(), List.of("km"), none, none, none));
    assertThat(chosen.featureNames()).containsExactly("km");
    assertThat(chosen.features()).containsExactly(10, 20, 30);
    assertThat(chosen.weights()).isEmpty();
    Dataset weighed =
        load(
            CARS,
            cars(
                List.of("price"),
                Optional.of("w"),
                none,
                List.of("id", "sold"),
                List.of("city"),
                none));
    assertThat(weighed.featureNames()).containsExactly("km", "city=Oslo", "city=Rom");
    assertThat(weighed.weights().orElseThrow()).containsExactly(1, .5, 0);
    assertThat(weighed.categorical())
        .containsExactly(new Categorical(1, List.of("Oslo", "Rom"), Encoding.ONE_HOT));
  }

  @Test
  void namesBecomeNumbersForAnEmbedding() {
    Dataset data =
        load(
            CARS,
            cars(
                List.of("price"),
                Optional.empty(),
                List.of("km", "city"),
                List.of(),
                List.of(),
                List.of("city")));
    assertThat(data.featureNames()).containsExactly("km", "city");
    assertThat(data.features()).containsExactly(10, 1, 20, 0, 30, 1);
    assertThat(data.categorical())
        .containsExactly(new Categorical(1, List.of("Oslo", "Rom"), Encoding.ORDINAL));
    assertThat(context.notes())
        .containsExactly("d.csv: the 2 names of column 'city' became numbers from 0 to 1");
  }

  @Test
  void severalLabelsAreSeveralNumbers() {
    Dataset data =
        load(
            CARS,
            cars(
                List.of("price", "km"),
                Optional.empty(),
                List.of(),
                List.of("city", "sold"),
                List.of(),
                List.of()));
    assertThat(data.target().names()).containsExactly("km", "price");
    assertThat(data.targets()).containsExactly(10, 1.5, 20, 2.5, 30, 3.5);
    assertThat(data.featureNames()).containsExactly("id", "w");
  }

  @Test
  void aColumnHasOneUse() {
    List<String> none = List.of();
    assertThat(
            refusal(
                CARS,
                cars(
                    List.of("price"),
                    Optional.empty(),
                    List.of("km", "price"),
                    List.of("km"),
                    List.of("city"),
                    none)))
        .isEqualTo(
            """
            d.csv: 3 problems
              column 'km' is named by features and by ignore; remove it from all but one of them
              column 'city' holds names, but is not among the features; add it there
              column 'price' is named by label and by features; remove it from all but one of them""");
    assertThat(
            refusal(
                "a,y\n1,2\n", cars(List.of("y"), Optional.empty(), none, List.of("a"), none, none)))
        .isEqualTo("d.csv: no column is left to be a feature; ignore fewer");
    assertThat(refusal(CARS, cars(List.of("y"), Optional.of("u"), List.of("v"), none, none, none)))
        .contains("'y' to be the label", "'u' to be the weight of rows", "'v' to be a feature");
  }

  @Test
  void aWeightIsANumberThatIsNotNegative() {
    Csv csv = cars(List.of("y"), Optional.of("w"), List.of(), List.of(), List.of(), List.of());
    assertThat(refusal("a,w,y\n1,-1,2\n1,,2\n1,x,3\n", csv))
        .isEqualTo(
            """
            d.csv: 2 problems
              line 2, column 2 (w): expected a weight, a number of 0 or more, but was '-1' (and 1 \
            more such cell)
              line 3, column 2 (w): expected a weight but the cell is empty; remove the row""");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2024-03-01",
        "2024-03-01T10:00:00Z",
        "1.3.2024",
        "03/01/24",
        "2024/3/1 10:15",
        "10:15",
        "10:15:30.5"
      })
  void datesAreRefusedWithTheRemedy(String date) {
    assertThat(refusal("day,y\n" + date + ",1\n3,2\n", style(",", ".", Optional.empty())))
        .isEqualTo(
            "d.csv: line 2, column 1 (day): expected a number but '"
                + date
                + "' looks like a date or time, which has no scale of its own; write it as numbers,"
                + " such as days since the first, the month or the hour, or leave it out: ignore:"
                + " ['day']");
  }

  @Test
  void aColumnOfDatesIsOneProblem() {
    assertThat(
            refusal(
                "day,y\n2024-03-01,1\n2024-03-02,2\n2024-03-03,2\n",
                style(",", ".", Optional.empty())))
        .endsWith("ignore: ['day'] (and 2 more such cells)");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1,5|1.5",
        "-,25|-0.25",
        "1.234,5|1234.5",
        "-1.234.567|-1234567",
        "12|12",
        "1,5e3|1500"
      })
  void commasArePointsAndPointsSeparateThousands(String text, double number) {
    Csv csv = style(";", ",", Optional.of("."));
    Dataset data = load("a;y\n" + text + ";" + text + "\n2;3\n", csv);
    assertThat(data.features()[0]).isEqualTo(number);
    assertThat(data.targets()[0]).isEqualTo(number);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.23,5", "1234.567", "1,234.5", "1.2345", "1,2,3", ".123", "1.234.56"})
  void whatIsNotOfTheStyleIsNoNumber(String text) {
    assertThat(refusal("a;y\n" + text + ";2\n2;3\n", style(";", ",", Optional.of("."))))
        .contains("line 2, column 1 (a): expected a number but was '" + text + "'");
  }

  @Test
  void pointsAreNoNumbersWhereCommasAre() {
    assertThat(refusal("a;y\n1.5;2\n2;3\n", style(";", ",", Optional.empty())))
        .contains("but was '1.5'");
  }

  @Test
  void commasAmongNumbersAreExplained() {
    Csv csv = style(";", ".", Optional.empty());
    assertThat(refusal("a;y\n1,5;2\n2;3\n", csv))
        .endsWith("but was '1,5'; if the comma is a decimal point: decimal: ','");
    assertThat(refusal("a;y\n1,500;2\n2;3\n", csv))
        .endsWith(
            "but was '1,500'; if the comma separates thousands: thousands: ','; if it is a decimal"
                + " point: decimal: ','");
  }

  @Test
  void stylesThatCannotBeReadAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> style(",", ",", Optional.empty()))
        .withMessage(
            "decimal and delimiter are both ','; give delimiter what stands between cells, such as"
                + " ';'");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> style(";", ",", Optional.of(",")))
        .withMessage("thousands is ',', as is decimal; they must differ");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> style(";", "x", Optional.empty()))
        .withMessage("decimal must be '.' or ',' but was 'x'");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> style(";", ".", Optional.of("ab")))
        .withMessage("thousands must be one of . , ' ’ _ or a blank but was 'ab'");
  }

  private static String rows(int rows, int names) {
    return IntStream.range(0, rows)
        .mapToObj(i -> i + ",n" + i % names + "," + i % 2 + "\n")
        .collect(Collectors.joining("", "a,name,y\n", ""));
  }

  private static Csv named() {
    return cars(List.of("y"), Optional.empty(), List.of(), List.of(), List.of("name"), List.of());
  }

  @Test
  void aColumnOfIdentifiersIsNamed() {
    assertThat(refusal(rows(20, 20), named()))
        .isEqualTo(
            "d.csv: column 2 (name): each of the 20 rows has a different value, which tells nothing"
                + " about other rows; leave it out: ignore: ['name']");
    load(rows(20, 11), named());
    assertThat(context.notes())
        .containsExactly(
            "d.csv: column 'name' has 11 different names in 20 rows; if they are identifiers, give"
                + " ignore: ['name']");
    load(rows(20, 10), named());
    assertThat(context.notes()).isEmpty();
  }

  @Test
  void aFileToTestWithIsTheTestSplit() throws IOException {
    Files.writeString(folder.resolve("t.csv"), "a,c,y\n5,r,w\n6,p,u\n");
    Dataset data =
        load("a,c,y\n1,p,u\n2,q,v\n3,p,v\n4,q,u\n", withTest(List.of("c"), Missing.REFUSE));
    assertThat(data.testFrom()).hasValue(4);
    assertThat(data.rows()).isEqualTo(6);
    assertThat(data.featureNames()).containsExactly("a", "c=p", "c=q", "c=r");
    assertThat(data.target().classes()).containsExactly("u", "v", "w");
  }

  @Test
  void theTestFileHasTheSameColumns() throws IOException {
    Files.writeString(folder.resolve("t.csv"), "b,y\n5,u\n");
    assertThat(refusal("a,y\n1,u\n2,v\n", withTest(List.of(), Missing.REFUSE)))
        .isEqualTo(
            "t.csv: line 1: expected the names of columns as in d.csv, a, y, but found b, y");
    Files.writeString(folder.resolve("t.csv"), "a,y\n5,u\nx,v\n1,2,3\n");
    assertThat(refusal("a,y\n1,u\n2,v\n", withTest(List.of(), Missing.REFUSE)))
        .startsWith("t.csv: 2 problems")
        .contains("line 3, column 1 (a)", "line 4: expected 2 cells");
    Files.writeString(folder.resolve("t.csv"), "a,y\n");
    assertThat(refusal("a,y\n1,u\n2,v\n", withTest(List.of(), Missing.DROP)))
        .isEqualTo("t.csv: expected rows of numbers but there is only the line of names");
  }

  @Test
  void gapsMayGetTheMostFrequentValue() {
    Csv csv = new Csv("d.csv", Header.TRUE, ",", "y", Task.AUTO, List.of(), Missing.MOST_FREQUENT);
    Dataset data = load("a,y\n1,u\n,v\n", csv);
    assertThat(data.gaps()).isEqualTo(Gaps.MOST_FREQUENT);
    assertThat(data.features()).containsExactly(1, Double.NaN);
  }

  @Test
  void packedFilesAreReadAndCutOffOnesRefused() throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(bytes)) {
      gzip.write("a,y\n1,u\n2,v\n".getBytes(StandardCharsets.UTF_8));
    }
    Files.write(folder.resolve("d.csv.gz"), bytes.toByteArray());
    var csv = new Csv("d.csv.gz", Header.TRUE, ",", "y", Task.AUTO, List.of(), Missing.REFUSE);
    assertThat(csv.load(Sources.context(folder, 1)).features()).containsExactly(1, 2);
    Files.write(folder.resolve("d.csv.gz"), Arrays.copyOf(bytes.toByteArray(), bytes.size() - 5));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> csv.load(Sources.context(folder, 1)))
        .withMessageContaining("d.csv.gz: the file is not whole: its packed data ends too early;");
  }

  @Test
  void whatFollowsPackedDataIsRefused() throws IOException {
    var bytes = new ByteArrayOutputStream();
    for (String part : List.of("a,y\n1,u\n", "2,v\n")) {
      try (var gzip = new GZIPOutputStream(bytes)) {
        gzip.write(part.getBytes(StandardCharsets.UTF_8));
      }
    }
    var csv = new Csv("d.csv.gz", Header.TRUE, ",", "y", Task.AUTO, List.of(), Missing.REFUSE);
    Path file = Files.write(folder.resolve("d.csv.gz"), bytes.toByteArray());
    assertThat(csv.load(Sources.context(folder, 1)).features()).as("two parts").contains(1, 2);
    Files.write(file, new byte[512], StandardOpenOption.APPEND);
    assertThat(csv.load(Sources.context(folder, 1)).features()).as("filled up").contains(1, 2);
    Files.write(file, new byte[] {7}, StandardOpenOption.APPEND);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> csv.load(Sources.context(folder, 1)))
        .withMessageContaining(
            "d.csv.gz: something else follows its packed data; fetch or copy the file again");
  }

  @Test
  void columnsThatAreUsedHaveNamesOfTheirOwn() {
    Csv csv = new Csv("d.csv", Header.TRUE, ",", "y", Task.AUTO, List.of(), Missing.REFUSE);
    assertThat(refusal("a,b,a,y\n1,2,3,u\n4,5,6,v\n", csv))
        .isEqualTo(
            "d.csv: columns 1 and 3 are both called 'a'; rename one, or leave it out: ignore: [3]");
  }
}
