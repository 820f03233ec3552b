package dev.kassei.batch.plan;

import dev.kassei.experiment.config.ExperimentConfig;
import dev.kassei.experiment.config.KnownMetrics;
import dev.kassei.experiment.config.LastExperiment;
import dev.kassei.experiment.config.Measure;
import dev.kassei.experiment.config.Measured;
import dev.kassei.experiment.config.PluginNames;
import dev.kassei.experiment.config.tree.Location;
import dev.kassei.experiment.config.tree.Node.Mapping;
import dev.kassei.experiment.config.tree.Paths;
import dev.kassei.experiment.config.tree.Problem;
import dev.kassei.experiment.plugin.Plugins;
import java.util.List;

/** Refuses a batch whose trials will not have what it compares or tunes by. */
final class MeasureChecks {
  /** The sections of an experiment that decide what is measured at the end. */
  private static final List<String> AT_THE_END = List.of("dataset", "metrics");

  /** Those that decide what is measured after an epoch. */
  private static final List<String> BETWEEN = List.of("dataset", "metrics", "training");

  private final Mapping batch;
  private final PluginNames names;
  private final KnownMetrics known;
  private final LastExperiment<Measured> measured = new LastExperiment<>();
  private final TrialProblems problems;

  /**
   * @param batch what stands under {@code batch}
   */
  MeasureChecks(Mapping batch, PluginNames names, Plugins plugins, TrialProblems problems) {
    this.batch = batch;
    this.names = names;
    this.known = new KnownMetrics(plugins);
    this.problems = problems;
  }

  /**
   * A trial, or one of tuning.
   *
   * @param name what it is called
   */
  record Checked(String name, Combination axes, ExperimentConfig experiment) {}

  /** Reports that a trial will not have what is compared. */
  void compare(Compare compare, Checked trial) {
    boolean isAtTheEnd = compare.epoch().kind() != ComparedEpoch.Kind.NUMBER;
    List<String> sections = isAtTheEnd ? AT_THE_END : BETWEEN;
    CompareCheck.of(compare, measured(trial), trial.experiment().training())
        .ifPresent(
            finding ->
                report(BatchKeys.COMPARE, finding.key(), finding.message(), sections, trial));
  }

  /** Reports that a trial will not have what tuning chooses by. */
  void tune(Measure metric, Checked trial) {
    measured(trial)
        .missing(metric)
        .ifPresent(message -> report(AxisKeys.TUNE, BatchKeys.METRIC, message, AT_THE_END, trial));
  }

  private Measured measured(Checked trial) {
    return measured.get(trial.experiment(), () -> Measured.of(trial.experiment(), names, known));
  }

  private void report(
      String part, String key, String message, List<String> sections, Checked trial) {
    String path = Paths.key(AxisKeys.BATCH, Paths.key(part, key));
    Location location = batch.nearest(List.of(part, key)).location();
    problems.report(new Problem(location, path, message), sections, trial.name(), trial.axes());
  }
}
