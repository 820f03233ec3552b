package dev.kassei.api;

import java.util.Map;
import java.util.Objects;
import org.apiguardian.api.API;

/** One line of {@code metrics.csv}. */
@API(status = API.Status.STABLE, since = "0.1")
public final class Epoch {
  /**
   * The training loss while the weights change: the mean over the epoch's rows, each taken before
   * the update of its batch. {@code train.loss}, in comparison, is that of one set of weights.
   */
  public static final String RUNNING_LOSS = "train.running_loss";

  /** The learning rate of the epoch's last step, where steps have one; the last of the metrics. */
  public static final String LEARNING_RATE = "learning_rate";

  private final int epoch;
  private final Map<String, Double> metrics;

  /** An epoch by its number, from 0, and its metrics, which must not change any more. */
  public Epoch(int epoch, Map<String, Double> metrics) {
    this.epoch = epoch;
    this.metrics = metrics;
  }

  /** The epoch's number, from 0. */
  public int epoch() {
    return epoch;
  }

  /**
   * Values by name in the order of the columns: {@link #RUNNING_LOSS}, those of the validation rows
   * with the weights at the epoch's end, such as {@code validation.loss}, and for listeners {@link
   * #LEARNING_RATE}.
   */
  public Map<String, Double> metrics() {
    return metrics;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Epoch that && epoch == that.epoch && metrics.equals(that.metrics);
  }

  @Override
  public int hashCode() {
    return Objects.hash(epoch, metrics);
  }

  @Override
  public String toString() {
    return "epoch " + epoch + " " + metrics;
  }
}
