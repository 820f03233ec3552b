package dev.kassei.experiment.config;

import dev.kassei.api.Epoch;
import dev.kassei.api.Shorthand;
import dev.kassei.experiment.config.tree.Words;
import dev.kassei.results.text.EpochsToTarget;
import java.util.List;

/**
 * A metric of one split, such as {@code test.accuracy}. It belongs to one set of weights, but for
 * {@code train.running_loss}, which is measured while they change.
 *
 * @param split {@code train}, {@code validation} or {@code test}
 * @param metric {@code loss} or the name of a metric
 */
public record Measure(String split, String metric) {
  /** The splits of the data, as they are named in results. */
  public static final List<String> SPLITS = List.of("train", "validation", "test");

  private static final Measure RUNNING_LOSS = parse(Epoch.RUNNING_LOSS);
  private static final String LOSS = "loss";

  public Measure {
    if (!SPLITS.contains(split)) {
      throw refusal("a metric of train, validation or test", split + "." + metric);
    }
  }

  /** Reads a split and a metric with a dot between them. */
  @Shorthand
  public static Measure parse(String text) {
    int dot = text.indexOf('.');
    if (dot <= 0 || dot == text.length() - 1) {
      throw refusal("a split of the data and a metric", text);
    }
    return new Measure(text.substring(0, dot), text.substring(dot + 1));
  }

  private static IllegalArgumentException refusal(String expected, String text) {
    String meant = ForeignMeasure.of(text).map("; here it is '%s'"::formatted).orElse("");
    return new IllegalArgumentException(
        "metric must be %s, such as test.accuracy, but was %s%s"
            .formatted(expected, Words.quoted(text), meant));
  }

  /** Whether it is what training minimises, which is small if it is good. */
  public boolean isLoss() {
    return metric.equals(LOSS) || isRunningLoss();
  }

  /** Whether it is measured while the weights change. */
  public boolean isRunningLoss() {
    return equals(RUNNING_LOSS);
  }

  /** Whether it is after how many epochs another metric of the split reached its target. */
  public boolean isEpochsToTarget() {
    return metric.equals(EpochsToTarget.NAME);
  }

  @Override
  public String toString() {
    return split + "." + metric;
  }
}
