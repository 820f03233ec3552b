package dev.kassei.trainer.dataset;

import dev.kassei.api.Dataset;
import dev.kassei.api.Target;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A data set, split and scaled.
 *
 * @param parts the splits that have rows, {@code train} first, then {@code validation} and {@code
 *     test}
 * @param fingerprint of the numbers before gaps are filled and before scaling, in hexadecimal
 */
public record SplitData(
    List<String> featureNames, Target target, Map<String, Part> parts, String fingerprint) {
  /** The name of the split that trains. */
  public static final String TRAIN = "train";

  /** The name of the split that is looked at during training. */
  public static final String VALIDATION = "validation";

  /** The name of the split that is looked at once, at the end. */
  public static final String TEST = "test";

  /**
   * Splits a data set. Gaps are filled and features scaled, if asked to, by what the training rows
   * show.
   *
   * @throws IllegalArgumentException if a feature has no value in any training row
   */
  public static SplitData of(Dataset data, SplitRows rows, boolean standardize) {
    Dataset whole = MissingValues.filled(data, rows.train());
    Dataset scaled = standardize ? Standardizer.fit(whole, rows.train()).apply(whole) : whole;
    var parts = new LinkedHashMap<String, Part>();
    put(parts, TRAIN, scaled, rows.train());
    put(parts, VALIDATION, scaled, rows.validation());
    put(parts, TEST, scaled, rows.test());
    return new SplitData(data.featureNames(), data.target(), parts, Fingerprint.of(data));
  }

  private static void put(Map<String, Part> parts, String name, Dataset data, int[] rows) {
    if (rows.length > 0) {
      parts.put(name, part(data, rows));
    }
  }

  /** The rows that train. */
  public Part train() {
    return parts.get(TRAIN);
  }

  /** The number of features. */
  public int width() {
    return featureNames.size();
  }

  private static Part part(Dataset data, int[] numbers) {
    return new Part(
        rows(data.features(), data.width(), numbers),
        rows(data.targets(), data.target().columns(), numbers),
        numbers);
  }

  private static double[] rows(double[] values, int width, int[] numbers) {
    double[] chosen = new double[numbers.length * width];
    for (int i = 0; i < numbers.length; i++) {
      System.arraycopy(values, numbers[i] * width, chosen, i * width, width);
    }
    return chosen;
  }
}
