package dev.kassei.experiment.config;

import dev.kassei.api.Metric;
import dev.kassei.experiment.config.tree.Node.Mapping;
import dev.kassei.experiment.config.tree.Problems;
import dev.kassei.experiment.config.tree.Words;
import dev.kassei.experiment.plugin.Plugins;
import dev.kassei.results.text.EpochsToTarget;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reports what is wrong with an experiment whose sections are each in order. */
public final class ExperimentCheck {
  private static final String METRICS = "metrics";
  private static final List<String> MONITOR = List.of("training", "early_stopping", "monitor");
  private static final List<String> TARGET = List.of("training", "target", "monitor");

  private final KnownMetrics known;
  private final LastExperiment<Measured> measured = new LastExperiment<>();
  private final PluginNames names;
  private final Problems problems;

  public ExperimentCheck(Plugins plugins, PluginNames names, Problems problems) {
    this.known = new KnownMetrics(plugins);
    this.names = names;
    this.problems = problems;
  }

  /**
   * Reports what is wrong.
   *
   * @param tree what the experiment was made of
   */
  public void check(ExperimentConfig experiment, Mapping tree) {
    metrics(experiment.metrics(), tree);
    Measured measured = this.measured.get(experiment, () -> Measured.of(experiment, names, known));
    Training training = experiment.training();
    training
        .earlyStopping()
        .flatMap(stopping -> measured.missingFromEpochs(stopping.monitor()))
        .ifPresent(message -> add(tree, MONITOR, message));
    training
        .target()
        .flatMap(target -> measured.missingFromEpochs(target.monitor()))
        .ifPresent(message -> add(tree, TARGET, message));
  }

  private void metrics(List<Metric> metrics, Mapping tree) {
    Set<String> seen = new HashSet<>();
    for (Metric metric : metrics) {
      String name = names.of(metric);
      String quoted = Words.quoted(name);
      if (Measured.LOSSES.contains(name)) {
        add(tree, List.of(METRICS), quoted + " is what the loss is called; choose another name");
      }
      if (name.equals(EpochsToTarget.NAME)) {
        add(tree, List.of(METRICS), quoted + " belongs to training.target; choose another name");
      }
      if (!seen.add(name)) {
        add(tree, List.of(METRICS), "two metrics are called " + quoted + "; give one a 'name'");
      }
    }
  }

  private void add(Mapping tree, List<String> keys, String message) {
    problems.add(tree.nearest(keys).location(), String.join(".", keys), message);
  }
}
