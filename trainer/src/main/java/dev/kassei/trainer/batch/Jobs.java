package dev.kassei.trainer.batch;

import dev.kassei.trainer.config.ExperimentException;
import dev.kassei.trainer.config.Measure;
import dev.kassei.trainer.config.Plots;
import dev.kassei.trainer.config.TrialConfig;
import dev.kassei.trainer.training.Preparation;
import dev.kassei.trainer.training.PreparedTrial;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Makes jobs of trials: checks that they can be trained, names them, finds their company. */
final class Jobs {
  private static final int INPUTS_OF_SURFACE = 2;

  private final Preparation preparation;
  private final TrialKeys keys;

  Jobs(Preparation preparation, TrialKeys keys) {
    this.preparation = preparation;
    this.keys = keys;
  }

  /**
   * A job, of which nothing is kept for pictures.
   *
   * @throws ExperimentException if it cannot be trained; the message names the trial
   */
  Job of(TrialConfig trial) {
    return placed(trial, () -> made(trial));
  }

  private Job made(TrialConfig trial) {
    PreparedTrial prepared = preparation.of(trial.config());
    var group =
        new Job.Group(
            keys.structure(trial.config(), prepared),
            prepared.company(),
            LanePlanner.lanes(prepared));
    return new Job(
        trial.number(),
        trial.config(),
        keys.key(trial.config(), prepared),
        group,
        surfaceBytes(trial, prepared),
        false);
  }

  private static OptionalLong surfaceBytes(TrialConfig trial, PreparedTrial prepared) {
    Plots plots = trial.config().experiment().plots();
    boolean hasSurface = plots.draw() && prepared.data().width() == INPUTS_OF_SURFACE;
    return plots.surface().stream()
        .filter(surface -> hasSurface)
        .mapToLong(prepared::bytes)
        .findFirst();
  }

  /** Refuses a trial that has no rows for a metric. */
  void requireRows(TrialConfig trial, Measure measure) {
    PreparedTrial prepared = placed(trial, () -> preparation.of(trial.config()));
    if (!prepared.data().parts().containsKey(measure.split())) {
      throw new ExperimentException(
          "dataset.split",
          "batch.tune chooses by %s, but there are no such rows (%s); write for instance"
                  .formatted(measure, described(trial.axes()))
              + " split: {validation: 0.2, test: 0.2}");
    }
  }

  private static <T> T placed(TrialConfig trial, Supplier<T> work) {
    try {
      return work.get();
    } catch (ExperimentException e) {
      throw e.in("trial %s: %s".formatted(trial.number(), described(trial.axes())));
    }
  }

  private static String described(Map<String, String> axes) {
    return axes.entrySet().stream()
        .map(axis -> axis.getKey() + "=" + axis.getValue())
        .collect(Collectors.joining(", "));
  }
}
