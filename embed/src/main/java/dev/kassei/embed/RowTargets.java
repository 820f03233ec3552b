package dev.kassei.embed;

import dev.kassei.api.value.Numbers;
import dev.kassei.results.record.Preparation;
import dev.kassei.results.text.Noun;
import java.util.Arrays;
import java.util.List;

/** What is right for rows, as numbers for a network. */
final class RowTargets {
  private static final String NAME = "targets";

  private final Preparation preparation;

  RowTargets(Preparation preparation) {
    this.preparation = preparation;
  }

  /** The number of the class of each row. */
  double[] classes(int... classes) {
    Given.required(classes, NAME);
    return classes(Arrays.stream(classes).mapToObj(Numbers::text).toArray(String[]::new));
  }

  /** The same by the names of classes. */
  double[] classes(String... classes) {
    Given.elements(classes, NAME);
    List<String> known = preparation.classes();
    if (known.isEmpty()) {
      throw new KasseiException("the model predicts numbers; give targets as double[]");
    }
    double[] numbers = new double[classes.length];
    for (int row = 0; row < numbers.length; row++) {
      numbers[row] = known.indexOf(classes[row]);
      if (numbers[row] < 0) {
        throw new KasseiException(
            "targets[%s] is '%s', which is no class of the model; expected one of %s"
                .formatted(row, classes[row], String.join(", ", known)));
      }
    }
    return numbers;
  }

  /** The numbers of each row, row by row. */
  double[] numbers(double[][] rows) {
    Given.elements(rows, NAME);
    if (!preparation.classes().isEmpty()) {
      throw new KasseiException(
          "the model predicts classes; give their names as String[], or int[] where they are whole numbers");
    }
    double[] numbers = MemoryData.flat(NAME, rows);
    int columns = preparation.targets().size();
    if (rows[0].length != columns) {
      throw new KasseiException(
          "targets[0] must have %s, %s, but has %s"
              .formatted(
                  Noun.NUMBER.count(columns),
                  String.join(", ", preparation.target().names()),
                  rows[0].length));
    }
    return numbers;
  }
}
