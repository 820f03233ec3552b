package dev.kassei.experiment.data;

import java.util.Arrays;
import java.util.Optional;

/**
 * The rows of one split. The arrays must not be modified.
 *
 * @param features rows × width, row by row, as the network sees them
 * @param originals the same as the data has them; the same array where nothing is scaled
 * @param targets rows × target columns, row by row, as the network learns them
 * @param originalTargets the same as the data has them; the same array where nothing is scaled
 * @param weights how much each row counts in the loss, one a row; empty if all count alike
 * @param numbers the number of each row in the data set
 */
public record DataSplit(
    double[] features,
    double[] originals,
    double[] targets,
    double[] originalTargets,
    Optional<double[]> weights,
    int[] numbers) {
  /** The number of rows. */
  public int rows() {
    return numbers.length;
  }

  /** How much all rows count together: their number, if all count alike. */
  public double weight() {
    return weights.map(each -> Arrays.stream(each).sum()).orElse((double) rows());
  }

  /** How much rows count together that stand in {@code order} from {@code from} on. */
  public double weight(int[] order, int from, int rows) {
    if (weights.isEmpty()) {
      return rows;
    }
    double sum = 0;
    for (int i = from; i < from + rows; i++) {
      sum += weights.get()[order[i]];
    }
    return sum;
  }

  /** How much a row counts. */
  public double weight(int row) {
    return weights.isEmpty() ? 1 : weights.get()[row];
  }

  /** The same rows, which count this much. */
  DataSplit withWeights(double[] others) {
    return new DataSplit(
        features, originals, targets, originalTargets, Optional.of(others), numbers);
  }
}
