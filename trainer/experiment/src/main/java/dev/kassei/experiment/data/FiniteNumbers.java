package dev.kassei.experiment.data;

import static dev.kassei.api.value.Requirements.require;

import dev.kassei.api.Precision;
import java.util.List;

/** Refuses numbers that the precision of an experiment cannot hold, which would be infinite. */
public final class FiniteNumbers {
  private FiniteNumbers() {}

  /**
   * The same data, if a network can compute with it.
   *
   * @throws IllegalArgumentException at the first number that is too large
   */
  static SplitData required(SplitData data, Precision precision) {
    data.splits()
        .values()
        .forEach(
            split -> {
              check(data.featureNames(), split.features(), split, precision);
              check(data.target().names(), split.targets(), split, precision);
            });
    return data;
  }

  private static void check(
      List<String> names, double[] values, DataSplit split, Precision precision) {
    for (int i = 0; i < values.length; i++) {
      if (!fits(values[i], precision)) {
        refuse(
            names.get(i % names.size()), split.numbers()[i / names.size()], values[i], precision);
      }
    }
  }

  /** Whether a number is finite in a precision. */
  public static boolean fits(double value, Precision precision) {
    return precision == Precision.FLOAT32 ? Float.isFinite((float) value) : Double.isFinite(value);
  }

  private static void refuse(String name, int row, double value, Precision precision) {
    require(
        precision == Precision.FLOAT32 && Double.isFinite(value),
        "row %s, column %s: expected a finite number but was %s",
        row,
        name,
        value);
    throw new IllegalArgumentException(
        "row %s, column %s: %s is beyond the range of float32, ±3.4e38; set precision: float64, or scale the column"
            .formatted(row, name, value));
  }
}
