package dev.kassei.experiment.data;

import java.util.Optional;

/**
 * The rows of one split. The arrays must not be modified.
 *
 * @param features rows × width, row by row, as the network sees them
 * @param originals the same as the data has them; the same array where nothing is scaled
 * @param targets rows × target columns, row by row
 * @param weights how much each row counts in the loss, one a row; empty if all count alike
 * @param numbers the number of each row in the data set
 */
public record DataSplit(
    double[] features,
    double[] originals,
    double[] targets,
    Optional<double[]> weights,
    int[] numbers) {
  /** The number of rows. */
  public int rows() {
    return numbers.length;
  }
}
