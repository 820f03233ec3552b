package dev.kassei.batch.run;

import dev.kassei.batch.plan.BatchConfig;
import dev.kassei.batch.plan.Compare;
import dev.kassei.batch.plan.CompareCheck;
import dev.kassei.batch.plan.ComparedEpoch;
import dev.kassei.batch.plan.TrialConfig;
import dev.kassei.engine.plan.Program;
import dev.kassei.experiment.checkpoint.InputFiles;
import dev.kassei.experiment.checkpoint.TrialKeys;
import dev.kassei.experiment.config.ExperimentException;
import dev.kassei.experiment.config.Measure;
import dev.kassei.experiment.config.Measured;
import dev.kassei.experiment.config.Plots;
import dev.kassei.experiment.data.SplitData;
import dev.kassei.experiment.training.ExperimentCache;
import dev.kassei.experiment.training.PreparedTrial;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Makes jobs of trials: checks that they can be trained, names them, says beside which others they
 * can be trained. For one thread.
 */
final class Jobs {
  private static final int INPUTS_OF_SURFACE = 2;

  private final ExperimentCache experiments;
  private final TrialKeys keys;
  private Optional<Kind> last = Optional.empty();

  Jobs(ExperimentCache experiments, TrialKeys keys) {
    this.experiments = experiments;
    this.keys = keys;
  }

  /** What jobs of one program and the same data have in common. */
  private record Kind(
      Program program, SplitData data, Job.Group group, OptionalLong surfaceBytes) {}

  /**
   * Makes the jobs of a batch.
   *
   * @param code names the code of Kassei, on which keys depend
   * @param inputs takes the files that keys depend on
   */
  static Jobs of(BatchConfig batch, String code, InputFiles inputs) {
    Optional<String> bestBy = bestBy(batch.compare());
    return new Jobs(new ExperimentCache(bestBy), new TrialKeys(code, bestBy, inputs));
  }

  /** The validation metric like the compared one, where the best epoch is compared. */
  private static Optional<String> bestBy(Compare compare) {
    if (compare.epoch().kind() != ComparedEpoch.Kind.BEST) {
      return Optional.empty();
    }
    String metric = compare.measure().map(measure -> measure.metric()).orElse("loss");
    return Optional.of(SplitData.VALIDATION + "." + metric);
  }

  /** What prepares their trials. */
  ExperimentCache experiments() {
    return experiments;
  }

  /**
   * A job, of which nothing is saved for pictures.
   *
   * @throws ExperimentException if it cannot be trained; the message names the trial
   */
  Job of(TrialConfig trial) {
    return placed(trial, () -> made(trial));
  }

  private Job made(TrialConfig trial) {
    PreparedTrial prepared = experiments.prepare(trial.config());
    Kind kind = kind(trial, prepared);
    return new Job(
        trial.number(),
        trial.axes(),
        trial.config(),
        keys.key(trial.config(), prepared),
        prepared.data().fingerprint(),
        kind.group(),
        kind.surfaceBytes(),
        false);
  }

  /** Trials that differ in their seeds alone come one after the other, so one kind is enough. */
  @SuppressWarnings("ReferenceEquality")
  private Kind kind(TrialConfig trial, PreparedTrial prepared) {
    if (last.isEmpty()
        || last.get().program() != prepared.program()
        || last.get().data() != prepared.data()) {
      var group =
          new Job.Group(
              keys.structure(trial.config(), prepared),
              prepared.laneCompatibility(),
              LanePlanner.lanes(prepared));
      last =
          Optional.of(
              new Kind(prepared.program(), prepared.data(), group, surfaceBytes(trial, prepared)));
    }
    return last.get();
  }

  private static OptionalLong surfaceBytes(TrialConfig trial, PreparedTrial prepared) {
    Plots plots = trial.config().experiment().plots();
    boolean hasSurface = plots.draw() && prepared.data().width() == INPUTS_OF_SURFACE;
    return plots.surface().stream()
        .filter(surface -> hasSurface)
        .mapToLong(prepared::bytes)
        .findFirst();
  }

  /**
   * The job of a trial; refuses one that no job can be made of, or that does not have what is
   * compared or what chooses, which may depend on its data.
   */
  Job check(TrialConfig trial, Compare compare, Optional<Measure> chooses) {
    Job job = of(trial);
    PreparedTrial prepared = placed(trial, () -> experiments.prepare(trial.config()));
    Measured measured = prepared.measured();
    chooses
        .flatMap(measured::missing)
        .ifPresent(message -> refuse(trial, "batch.tune.metric", message));
    CompareCheck.of(compare, measured, trial.config().experiment().training())
        .ifPresent(finding -> refuse(trial, "batch.compare." + finding.key(), finding.message()));
    return job;
  }

  private static void refuse(TrialConfig trial, String path, String message) {
    throw new ExperimentException(path, message).in(place(trial));
  }

  private static <T> T placed(TrialConfig trial, Supplier<T> work) {
    try {
      return work.get();
    } catch (ExperimentException e) {
      throw e.in(place(trial));
    }
  }

  private static String place(TrialConfig trial) {
    return "trial %s: %s".formatted(trial.number(), described(trial.axes()));
  }

  private static String described(Map<String, String> axes) {
    return axes.entrySet().stream()
        .map(axis -> axis.getKey() + "=" + axis.getValue())
        .collect(Collectors.joining(", "));
  }
}
