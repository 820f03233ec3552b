package dev.kassei.trainer.training;

import dev.kassei.api.Metric;
import dev.kassei.api.Target;
import dev.kassei.trainer.config.ExperimentException;
import dev.kassei.trainer.config.LoadedConfig;
import dev.kassei.trainer.plugin.Families;
import dev.kassei.trainer.plugin.PluginEntry;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The metrics of a run.
 *
 * @param metrics by name, in the order of the columns; the loss comes before them
 */
public record Metrics(Map<String, Metric> metrics) {
  /** The metrics that a configuration names; if it names none, those that suit the target. */
  static Metrics of(LoadedConfig config, Target target) {
    var metrics = new LinkedHashMap<String, Metric>();
    for (Metric metric : config.experiment().metrics()) {
      String name = config.names().of(metric);
      if (!metric.suits(target)) {
        throw new ExperimentException("metrics", "'" + name + "' is not defined for this target");
      }
      metrics.put(name, metric);
    }
    return new Metrics(metrics.isEmpty() ? suiting(config, target) : metrics);
  }

  private static Map<String, Metric> suiting(LoadedConfig config, Target target) {
    var metrics = new LinkedHashMap<String, Metric>();
    for (PluginEntry<Metric> entry : config.plugins().of(Families.METRIC).entries()) {
      Metric metric = entry.defaults();
      if (metric.suits(target)) {
        metrics.put(entry.name(), metric);
      }
    }
    return metrics;
  }

  Map<String, Double> of(String split, Evaluation evaluation) {
    var values = new LinkedHashMap<String, Double>();
    values.put(split + ".loss", evaluation.loss());
    metrics.forEach(
        (name, metric) -> values.put(split + "." + name, metric.value(evaluation.predictions())));
    return values;
  }
}
