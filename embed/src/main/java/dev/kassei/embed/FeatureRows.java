package dev.kassei.embed;

import dev.kassei.api.Precision;
import dev.kassei.experiment.inference.FeatureRange;
import dev.kassei.results.record.InputColumns;
import dev.kassei.results.record.Preparation;
import dev.kassei.results.text.Noun;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Rows of further data as a network's features, before they are scaled. */
final class FeatureRows {
  private final List<InputColumns> inputs;
  private final List<String> names;
  private final Optional<double[]> fill;
  private final FeatureRange range;

  FeatureRows(Preparation preparation, Precision precision) {
    this.inputs = preparation.inputs();
    this.names = preparation.featureNames();
    this.fill = preparation.fill();
    this.range = FeatureRange.of(preparation, precision);
  }

  /** Rows × features, row by row. */
  double[] numbers(double[][] rows) {
    int width = names.size();
    double[] numbers = new double[rows.length * width];
    for (int row = 0; row < rows.length; row++) {
      if (rows[row].length != width) {
        throw new KasseiException(
            "rows[%s] must have %s, %s, but has %s"
                .formatted(row, Noun.NUMBER.count(width), shown(), rows[row].length));
      }
      requireCategories(rows[row], row);
      for (int column = 0; column < width; column++) {
        numbers[row * width + column] = number(rows[row][column], row, column);
      }
    }
    return numbers;
  }

  /** A category that the training data did not have would count silently. */
  private void requireCategories(double[] given, int row) {
    int from = 0;
    for (InputColumns input : inputs) {
      double[] numbers = Arrays.copyOfRange(given, from, from + input.width());
      if (!isGap(numbers) && !isPossible(input, numbers)) {
        throw new KasseiException(
            "rows[%s] has %s for the column '%s'; expected %s"
                .formatted(row, Arrays.toString(numbers), input.names().get(0), expected(input)));
      }
      from += input.width();
    }
  }

  private static boolean isGap(double[] numbers) {
    return Arrays.stream(numbers).allMatch(Double::isNaN);
  }

  private static boolean isPossible(InputColumns input, double[] numbers) {
    int count = input.categories().size();
    return switch (input.kind()) {
      case NUMBER -> true;
      case ORDINAL -> numbers[0] == Math.floor(numbers[0]) && numbers[0] >= 0 && numbers[0] < count;
      case ONE_HOT ->
          Arrays.stream(numbers).allMatch(each -> each == 0 || each == 1)
              && Arrays.stream(numbers).sum() == 1;
    };
  }

  private static String expected(InputColumns input) {
    return input.kind() == InputColumns.Kind.ONE_HOT
        ? "1 for its category and 0 for the others"
        : "the number of a category, 0 to %s".formatted(input.categories().size() - 1);
  }

  private double number(double given, int row, int column) {
    if (Double.isNaN(given) && fill.isPresent()) {
      return fill.get()[column];
    }
    if (!Double.isFinite(given)) {
      throw new KasseiException(
          "rows[%s][%s] (%s) is %s; expected a finite number"
              .formatted(row, column, names.get(column), given));
    }
    if (!range.holds(given, column)) {
      throw new KasseiException(
          "rows[%s][%s] (%s) is %s; expected a number that, scaled as in training, is within the range of float32"
              .formatted(row, column, names.get(column), given));
    }
    return given;
  }

  private String shown() {
    int shown = 10;
    String first = String.join(", ", names.subList(0, Math.min(shown, names.size())));
    return names.size() > shown ? first + ", …" : first;
  }
}
