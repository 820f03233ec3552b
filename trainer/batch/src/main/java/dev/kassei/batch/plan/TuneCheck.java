package dev.kassei.batch.plan;

import dev.kassei.experiment.config.Measure;
import dev.kassei.experiment.config.tree.DottedKeys;
import dev.kassei.experiment.config.tree.Location;
import dev.kassei.experiment.config.tree.Paths;
import dev.kassei.experiment.config.tree.Problems;
import java.util.List;
import java.util.Map;

/**
 * Refuses inner axes that tuning cannot choose along: what is chosen must be scored on the same
 * rows in the same unit, or the easiest data would win.
 */
final class TuneCheck {
  private static final String PATH = Paths.key(AxisKeys.BATCH, AxisKeys.TUNE);
  private static final String SEED = "seed";
  private static final String DATASET = "dataset";
  private static final String LOSS = "loss";
  private static final String OF_ANOTHER_LOSS =
      " of one loss cannot be compared with that of another; choose by another metric, such as"
          + " validation.accuracy";

  private static final Map<String, String> REFUSED =
      Map.of(
          SEED,
          "seeds are no settings that can be tuned; those of tuning stand under seeds",
          DATASET,
          "data and split are no settings that can be tuned: the easiest rows would score best; make"
              + " this an axis of the batch, for each value of which the rest is tuned");

  private final List<Axis> outer;
  private final Measure metric;
  private final Problems problems;

  /**
   * @param outer the axes of the trials
   * @param metric what chooses
   */
  TuneCheck(List<Axis> outer, Measure metric, Problems problems) {
    this.outer = outer;
    this.metric = metric;
    this.problems = problems;
  }

  /** Reports what is wrong with an inner axis. */
  void check(Axis axis) {
    String path = Paths.key(PATH, axis.path());
    axis.values().stream()
        .flatMap(value -> value.overlay().entries().entrySet().stream())
        .forEach(section -> refuse(section.getKey(), section.getValue().key(), path));
    outer.stream()
        .filter(other -> other.path().equals(axis.path()))
        .findFirst()
        .ifPresent(
            other ->
                problems.add(axis.key(), path, "the axis is " + DottedKeys.twice(other.key())));
  }

  private void refuse(String section, Location key, String path) {
    if (REFUSED.containsKey(section)) {
      problems.add(key, path, REFUSED.get(section));
    }
    if (section.equals(LOSS) && metric.isLoss()) {
      problems.add(key, path, metric + OF_ANOTHER_LOSS);
    }
  }
}
