package dev.kassei.builtins.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.kassei.api.Dataset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether the first line is names is decided by all columns, and said; no row is lost silently. */
class CsvHeaderTest {
  private static final String NAMES =
      "d.csv: line 1 was read as names of columns; if it is data, give header: false";
  private static final String DATA =
      "d.csv: line 1 was read as data, columns are x1, x2, …; if it has names, give header: true";

  @TempDir private Path folder;

  private Sources.Context context = Sources.context(Path.of(""), 1);

  private Dataset load(String text, Header header, String label, String... categorical)
      throws IOException {
    Files.writeString(folder.resolve("d.csv"), text);
    context = Sources.context(folder, 1);
    var csv = new Csv("d.csv", header, ",", label, Task.AUTO, List.of(categorical), Missing.REFUSE);
    return csv.load(context);
  }

  private List<String> notes() {
    return context.notes();
  }

  @Test
  void distinctWholeNumbersAboveNumbersAreARow() throws IOException {
    Dataset data = load("7,2,0\n4,5,1\n7,8,0\n1,2,1\n", Header.AUTO, "last");
    assertThat(data.rows()).isEqualTo(4);
    assertThat(data.featureNames()).containsExactly("x1", "x2");
    assertThat(notes()).containsExactly(DATA);
  }

  @Test
  void namesThatWereNotReadAsSuchAreSuspected() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> load("a,y1\n1,2\n", Header.FALSE, "y1"))
        .withMessageEndingWith(
            "d.csv: there is no column 'y1' to be the label; expected a number from 1 to 2, or"
                + " last; if line 1 holds names: header: true");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> load("a,y1\n1,2\n", Header.FALSE, "y2"))
        .withMessageEndingWith("expected a number from 1 to 2, or last");
  }

  @Test
  void fractionsAboveNumbersAreARow() throws IOException {
    Dataset data = load("5.1,3.5,a\n4.9,3,b\n4.7,3,b\n4,3,a\n", Header.AUTO, "last");
    assertThat(data.rows()).isEqualTo(4);
    assertThat(notes()).containsExactly(DATA);
  }

  @Test
  void textAboveNumbersIsANameWhateverStandsBesideIt() throws IOException {
    assertThat(load("length,2,kind\n1,2,a\n3,4,b\n", Header.AUTO, "last", "kind").rows())
        .isEqualTo(2);
    assertThat(notes()).containsExactly(NAMES);
    assertThat(load("x,y\n1,2.5\n", Header.AUTO, "last").rows()).isEqualTo(1);
    assertThat(notes()).containsExactly(NAMES);
  }

  @Test
  void textThatNeverComesAgainAboveTextIsAName() throws IOException {
    Dataset data =
        load("colour,kind\nred,fig\nred,plum\nblue,fig\nblue,fig\n", Header.AUTO, "2", "1");
    assertThat(data.rows()).isEqualTo(4);
    assertThat(notes()).containsExactly(NAMES);
  }

  @Test
  void textThatComesAgainIsARow() throws IOException {
    Dataset data = load("red,fig\nred,plum\nblue,fig\nblue,fig\n", Header.AUTO, "2", "1");
    assertThat(data.rows()).isEqualTo(4);
    assertThat(notes()).containsExactly(DATA);
  }

  @Test
  void aMistakeInOneCellDoesNotMakeItsColumnAnother() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> load("x,y\n1,2\n3,4\nfive,6\n", Header.AUTO, "last"))
        .withMessageContaining("line 4, column 1 (x): expected a number but was 'five'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1,oops,3,4\n2,3,4,5\n", "2001,2002,kind\n1,2,a\n1,3,b\n2,3,b\n3,3,a\n"})
  void whatSpeaksForBothIsRefused(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> load(text, Header.AUTO, "last"))
        .withMessageContaining("d.csv: line 1 may hold names or data: '")
        .withMessageEndingWith("; set header: true or false");
  }

  @Test
  void aFirstLineThatCountsIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> load("0,1,2\n5,6,1\n7,8,0\n", Header.AUTO, "last"))
        .withMessageEndingWith(
            "d.csv: line 1 may hold data, or the columns' names from 0 to 2; set header: false or"
                + " true");
  }

  @Test
  void theConfigurationDecidesAndNothingIsSaid() throws IOException {
    String text = "0,1,2\n5,6,1\n7,8,0\n";
    assertThat(load(text, Header.TRUE, "last").featureNames()).containsExactly("0", "1");
    assertThat(notes()).isEmpty();
    assertThat(load(text, Header.FALSE, "last").rows()).isEqualTo(3);
    assertThat(notes()).isEmpty();
  }
}
