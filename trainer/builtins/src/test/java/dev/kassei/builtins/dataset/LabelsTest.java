package dev.kassei.builtins.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.kassei.api.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What labels are, by themselves and by what the loss asks for. */
class LabelsTest {
  private static final List<String> MARKS = List.of("3", "5", "4", "3", "4", "5");
  private static final List<String> BITS = List.of("0", "1", "1", "0");

  @TempDir private Path folder;

  private Target target(List<String> labels, Task task, boolean prefersNumbers) throws IOException {
    String rows =
        IntStream.range(0, labels.size())
            .mapToObj(i -> i + "," + labels.get(i) + "\n")
            .collect(Collectors.joining());
    Files.writeString(folder.resolve("d.csv"), "x,y\n" + rows);
    var csv = new Csv("d.csv", Header.TRUE, ",", "last", task, List.of(), Missing.REFUSE);
    return csv.load(new Sources.Context(folder, 1, prefersNumbers, new ArrayList<>())).target();
  }

  @Test
  void numbersAreNumbersWhereTheLossAsksForThem() throws IOException {
    assertThat(target(MARKS, Task.AUTO, false).classes()).containsExactly("3", "4", "5");
    assertThat(target(MARKS, Task.AUTO, true).isClasses()).isFalse();
    assertThat(target(MARKS, Task.CLASSIFICATION, true).isClasses()).isTrue();
  }

  @Test
  void zeroAndOneAreClassesForEveryLoss() throws IOException {
    assertThat(target(BITS, Task.AUTO, true).classes()).containsExactly("0", "1");
    assertThat(target(BITS, Task.REGRESSION, true).isClasses()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "?", "NA", "n/a", "NaN", "none", "-", "."})
  void aNumberThatIsMissingDropsItsRow(String missing) throws IOException {
    Files.writeString(folder.resolve("d.csv"), "x,y\n1,2.5\n2," + missing + "\n3,4.5\n");
    var csv = new Csv("d.csv", Header.TRUE, ",", "last", Task.REGRESSION, List.of(), Missing.DROP);
    assertThat(csv.load(Sources.context(folder, 1)).targets()).containsExactly(2.5, 4.5);
  }

  @Test
  void nearlyAsManyNamesAsRowsAreNoClassesUnlessSaid() throws IOException {
    List<String> prices = IntStream.range(0, 300).mapToObj(i -> "$" + (100 + i)).toList();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> target(prices, Task.AUTO, true))
        .withMessageEndingWith(
            "d.csv: column 2 (y) has 300 different labels in 300 rows, such as '$100', which are"
                + " hardly classes; choose another label, write plain numbers, or set task:"
                + " classification if they are");
    assertThat(target(prices, Task.CLASSIFICATION, true).classes()).hasSize(300);
  }
}
