package dev.kassei.api;

import java.util.Map;

/**
 * One line of {@code metrics.csv}.
 *
 * @param epoch the epoch's number, from 0
 * @param metrics values by name in the order of the columns: {@link #RUNNING_LOSS}, and those of
 *     the validation rows with the weights at the epoch's end, such as {@code validation.loss}
 */
public record Epoch(int epoch, Map<String, Double> metrics) {
  /**
   * The training loss while the weights change: the mean over the epoch's rows, each taken before
   * the update of its batch. {@code train.loss}, in comparison, is that of one set of weights.
   */
  public static final String RUNNING_LOSS = "train.running_loss";
}
