package dev.kassei.experiment.training;

import dev.kassei.results.record.LayerRecord;
import java.util.OptionalDouble;

/**
 * A line of {@code layers.csv} as numbers, which a checkpoint can hold. What may be missing is two
 * of them: 1 and the number, or 0 and 0.
 */
final class LayerNumbers {
  private LayerNumbers() {}

  static double[] of(LayerRecord record) {
    return new double[] {
      record.units(),
      record.mean(),
      record.variance(),
      record.gradientNorm(),
      there(record.inputMean()),
      record.inputMean().orElse(0),
      there(record.inputVariance()),
      record.inputVariance().orElse(0),
      there(record.deadRate()),
      record.deadRate().orElse(0),
      there(record.saturationRate()),
      record.saturationRate().orElse(0),
      there(record.parameterGradientNorm()),
      record.parameterGradientNorm().orElse(0)
    };
  }

  private static double there(OptionalDouble value) {
    return value.isPresent() ? 1 : 0;
  }

  static LayerRecord record(int epochs, String layer, double[] numbers) {
    return new LayerRecord(
        epochs,
        layer,
        (int) numbers[0],
        optional(numbers, 4),
        optional(numbers, 6),
        numbers[1],
        numbers[2],
        optional(numbers, 8),
        optional(numbers, 10),
        numbers[3],
        optional(numbers, 12));
  }

  private static OptionalDouble optional(double[] numbers, int at) {
    return numbers[at] == 1 ? OptionalDouble.of(numbers[at + 1]) : OptionalDouble.empty();
  }
}
