package dev.kassei.embed;

import dev.kassei.api.Precision;
import dev.kassei.experiment.inference.FeatureRange;
import dev.kassei.results.record.Preparation;
import java.util.List;
import java.util.Optional;

/** Rows of further data as a network's features, before they are scaled. */
final class FeatureRows {
  private final List<String> names;
  private final Optional<double[]> fill;

  private final FeatureRange range;

  FeatureRows(Preparation preparation, Precision precision) {
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
            "rows[%s] has %s numbers but the model takes %s: %s"
                .formatted(row, rows[row].length, width, shown()));
      }
      for (int column = 0; column < width; column++) {
        numbers[row * width + column] = number(rows[row][column], row, column);
      }
    }
    return numbers;
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
