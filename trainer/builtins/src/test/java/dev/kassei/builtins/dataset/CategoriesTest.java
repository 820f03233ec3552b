package dev.kassei.builtins.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.kassei.api.Dataset;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Columns of names and gaps in a file of separated values. */
class CategoriesTest {
  private static Dataset read(String text, Missing missing, String... categorical)
      throws IOException {
    var csv = new Csv("d.csv", Header.AUTO, ",", "last", Task.AUTO, List.of(categorical), missing);
    return csv.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void aCategoryIsAFeatureInTheOrderOfCodePoints() throws IOException {
    Dataset data = read("a,colour,y\n1,red,u\n2,blue,v\n3,red,u\n", Missing.REFUSE, "colour");
    assertThat(data.featureNames()).containsExactly("a", "colour=blue", "colour=red");
    assertThat(data.features()).containsExactly(1, 0, 1, 2, 1, 0, 3, 0, 1);
  }

  @Test
  void numbersMayBeCategoriesAndColumnsMayBeNumbered() throws IOException {
    Dataset data = read("a,b,y\n10,1,u\n9,2,v\n", Missing.REFUSE, "1");
    assertThat(data.featureNames()).containsExactly("a=10", "a=9", "b");
  }

  @Test
  void wordsForNothingAreCategoriesButGapsAmongNumbers() throws IOException {
    String text = "a,b,y\nnone,1,u\nna,2,v\nx,none,v\n";
    Dataset data = read(text, Missing.MEAN, "a");
    assertThat(data.featureNames()).containsExactly("a=na", "a=none", "a=x", "b");
    assertThat(data.features()[11]).isNaN();
  }

  @Test
  void rowsWithGapsAreDropped() throws IOException {
    Dataset data = read("a,b,y\n1,?,u\n2,,v\n3,4,\n5,6,u\n7,8,v\n", Missing.DROP);
    assertThat(data.features()).containsExactly(5, 6, 7, 8);
  }

  @Test
  void aLabelIsNeverMadeUp() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> read("a,y\n1,\n2,u\n3,v\n", Missing.MEAN))
        .withMessage(
            "d.csv: line 2, column 2 (y): expected a label but the cell is empty; remove the row");
  }

  @Test
  void anUnknownColumnIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> read("a,y\n1,u\n3,v\n", Missing.MEAN, "color"))
        .withMessage(
            "d.csv: there is no column 'color' to be categorical; expected one of a, y, a number"
                + " from 1 to 2");
  }
}
