package dev.kassei.experiment.training;

import dev.kassei.api.Metric;
import dev.kassei.api.Predictions;
import dev.kassei.api.Target;
import dev.kassei.experiment.config.EarlyStopping;
import dev.kassei.experiment.config.ExperimentException;
import dev.kassei.experiment.config.LoadedConfig;
import dev.kassei.experiment.config.MeantClass;
import dev.kassei.experiment.config.Measured;
import dev.kassei.experiment.config.RecordShape;
import dev.kassei.experiment.config.TrainingTarget;
import dev.kassei.experiment.data.SplitData;
import dev.kassei.experiment.plugin.Families;
import dev.kassei.experiment.plugin.PluginEntry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The metrics of a run.
 *
 * @param metrics by name, in the order of the columns; the loss comes before them
 */
public record Metrics(Map<String, Metric> metrics) {
  /**
   * The metrics that a configuration names; if it names none, those measured by default that suit
   * the target.
   *
   * @throws ExperimentException if one is not defined for it
   */
  public static Metrics of(LoadedConfig config, Target target) {
    var metrics = new LinkedHashMap<String, Metric>();
    for (Metric metric : config.experiment().metrics()) {
      String name = config.names().of(metric);
      MeantClass.check(metric, name, target);
      if (!metric.suits(target)) {
        throw new ExperimentException(
            "metrics",
            "'%s'%s is not defined for the target, %s"
                .formatted(name, settings(metric), words(target)));
      }
      metrics.put(name, metric);
    }
    return new Metrics(metrics.isEmpty() ? suiting(config, target) : metrics);
  }

  /** What may be why, such as a number of classes. */
  private static String settings(Metric metric) {
    if (!(metric instanceof Record)) {
      return "";
    }
    String settings =
        RecordShape.of(metric.getClass()).components().stream()
            .filter(component -> component.of(metric) instanceof Number)
            .map(component -> component.key() + " " + component.of(metric))
            .collect(Collectors.joining(", "));
    return settings.isEmpty() ? "" : " with " + settings;
  }

  private static String words(Target target) {
    if (target.isClasses()) {
      return "which is one of %s classes, %s".formatted(target.classes().size(), target.classes());
    }
    return target.columns() == 1 ? "which is a number" : "which is several numbers";
  }

  private static Map<String, Metric> suiting(LoadedConfig config, Target target) {
    var metrics = new LinkedHashMap<String, Metric>();
    for (PluginEntry<Metric> entry : config.plugins().of(Families.METRIC).entries()) {
      if (isMeasured(entry) && entry.defaults().suits(target)) {
        metrics.put(entry.name(), entry.defaults());
      }
    }
    return metrics;
  }

  private static boolean isMeasured(PluginEntry<Metric> entry) {
    return entry.isBuiltIn() && entry.defaults().isDefault();
  }

  /** The names of the metrics of a split, in order. */
  List<String> names(String split) {
    var names = new ArrayList<String>();
    names.add(split + ".loss");
    metrics.keySet().forEach(name -> names.add(split + "." + name));
    return names;
  }

  /**
   * Watches one of the metrics.
   *
   * @throws IllegalArgumentException if no epoch has it
   */
  Monitor monitor(EarlyStopping stopping, SplitData data) {
    String name = stopping.monitor();
    return new Monitor(
        known(name, data),
        higherIsBetter(name),
        stopping.patience(),
        stopping.minDelta(),
        stopping.restoreBest());
  }

  /** Whether higher values of a metric such as {@code validation.accuracy} are better. */
  public boolean higherIsBetter(String name) {
    Metric metric = metrics.get(name.substring(name.indexOf('.') + 1));
    return metric != null && metric.higherIsBetter();
  }

  /** What a trial is worth that completed without a value of a metric; NaN for the loss. */
  public double undecided(String name, int classes) {
    Metric metric = metrics.get(name.substring(name.indexOf('.') + 1));
    return metric == null ? Double.NaN : metric.undecided(classes);
  }

  private String known(String name, SplitData data) {
    measured(data, List.of())
        .missingFromEpochs(name)
        .ifPresent(
            message -> {
              throw new IllegalArgumentException(message);
            });
    return name;
  }

  /**
   * Checks that epochs have what a target watches.
   *
   * @throws IllegalArgumentException if they have not
   */
  void check(TrainingTarget target, SplitData data) {
    known(target.monitor(), data);
  }

  /** What is measured of data, and beside it. */
  Measured measured(SplitData data, List<String> others) {
    var names = new ArrayList<>(List.of("loss"));
    names.addAll(metrics.keySet());
    return new Measured(List.copyOf(data.splits().keySet()), names, others, Map.of());
  }

  Map<String, Double> of(String split, Evaluation.Result evaluation) {
    var values = new LinkedHashMap<String, Double>();
    values.put(split + ".loss", evaluation.loss());
    values(evaluation.predictions())
        .forEach((name, value) -> values.put(split + "." + name, value));
    return values;
  }

  /** Those of predictions by name, in the order of the columns, without the loss. */
  public Map<String, Double> values(Predictions predictions) {
    var values = new LinkedHashMap<String, Double>();
    metrics.forEach((name, metric) -> values.put(name, metric.value(copy(predictions))));
    return values;
  }

  /** What a metric does to its arrays stays with it. */
  private static Predictions copy(Predictions predictions) {
    return new Predictions(
        predictions.target(),
        predictions.outputs(),
        predictions.values().clone(),
        predictions.targets().clone());
  }
}
