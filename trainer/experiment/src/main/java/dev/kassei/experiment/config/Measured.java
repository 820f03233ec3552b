package dev.kassei.experiment.config;

import dev.kassei.api.Epoch;
import dev.kassei.experiment.config.advice.Suggestions;
import dev.kassei.experiment.config.tree.Words;
import dev.kassei.experiment.plugin.Families;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an experiment measures. The one place that says why something cannot be monitored, tuned by
 * or compared, for whoever asks, before anything is trained.
 *
 * @param splits the splits of the data
 * @param metrics {@code loss} and the metrics by the names that the experiment gives them
 * @param others what is measured beside, such as {@code train.dead_rate} of layers and {@code
 *     validation.epochs_to_target} of the whole training
 * @param existing the metrics that could be measured, by each of their names; empty where nobody
 *     asks for them
 */
public record Measured(
    List<String> splits, List<String> metrics, List<String> others, Map<String, String> existing) {
  /** What the loss is called, as no metric may be. */
  static final List<String> LOSSES = List.of("loss", "running_loss");

  private static final String VALIDATION = "validation";
  private static final String TEST = "test";

  public Measured {
    splits = List.copyOf(splits);
    metrics = List.copyOf(metrics);
    others = List.copyOf(others);
    existing = Map.copyOf(existing);
  }

  /** What a configuration tells alone; its data may not suit all metrics. */
  public static Measured of(ExperimentConfig experiment, PluginNames names, KnownMetrics known) {
    var metrics = new ArrayList<>(List.of(LOSSES.get(0)));
    if (experiment.metrics().isEmpty()) {
      metrics.addAll(known.defaults());
    }
    experiment.metrics().forEach(metric -> metrics.add(names.of(metric)));
    List<String> others = others(experiment.layerStatistics(), experiment.training());
    return new Measured(
        splits(experiment.dataset().split()), metrics, others, known.canonicalNames());
  }

  /** What is measured beside the metrics of predictions. */
  public static List<String> others(Optional<LayerStatistics> layers, Training training) {
    var others = new ArrayList<>(layers.map(LayerStatistics::metrics).orElse(List.of()));
    training.target().map(TrainingTarget::metric).ifPresent(others::add);
    return others;
  }

  private static List<String> splits(Split split) {
    var splits = new ArrayList<>(List.of("train"));
    if (split.validation() > 0) {
      splits.add(VALIDATION);
    }
    if (split.test() > 0 || split.fold().isPresent()) {
      splits.add(TEST);
    }
    return splits;
  }

  /** Whether there are rows on which an epoch can be the best. */
  public boolean hasValidation() {
    return splits.contains(VALIDATION);
  }

  /** Why no weights have a metric; empty if they have. */
  public Optional<String> missing(Measure measure) {
    if (measure.isRunningLoss()) {
      return Optional.of(
          measure + " is a mean while weights change, and belongs to none; write train.loss");
    }
    if (!splits.contains(measure.split())) {
      return Optional.of(
          "there are no %s rows to measure %s on; give dataset.split.%s, such as 0.2"
              .formatted(measure.split(), measure, measure.split()));
    }
    return metrics.contains(measure.metric()) || others.contains(measure.toString())
        ? Optional.empty()
        : Optional.of(unknown(measure));
  }

  private String unknown(Measure measure) {
    return measure.isEpochsToTarget()
        ? "%s is there where training.target watches a metric of these rows; give it, such as"
                .formatted(measure)
            + " {monitor: validation.accuracy, value: 0.9} for validation.epochs_to_target"
        : unknown(measure.metric(), metrics, existing);
  }

  /**
   * Says that a metric is not known, which one may be meant, and which there are.
   *
   * @param existing the metrics that could be measured, by each of their names
   */
  public static String unknown(String metric, List<String> known, Map<String, String> existing) {
    String name = existing.getOrDefault(metric, metric);
    if (existing.containsKey(metric) && !known.contains(name)) {
      return "no metric is called %s; add it, as in metrics: [%s]. Known metrics: %s"
          .formatted(Words.quoted(metric), metric, String.join(", ", known));
    }
    String hint =
        name.equals(metric)
            ? Suggestions.forPlugin(Families.METRIC.key(), metric, known)
            : "; here it is " + Words.quoted(name);
    return "unknown metric %s%s Known metrics: %s"
        .formatted(
            Words.quoted(metric), hint.endsWith("?") ? hint : hint + ".", String.join(", ", known));
  }

  /** Why epochs do not measure what is called so; empty if they do. */
  public Optional<String> missingFromEpochs(String name) {
    List<String> known = epochMetrics();
    if (known.contains(name)) {
      return Optional.empty();
    }
    if (needsValidation(name)) {
      return Optional.of(
          "%s needs validation rows, and there are none; give dataset.split.validation, such as 0.2,"
                  .formatted(name)
              + " or choose "
              + Epoch.RUNNING_LOSS);
    }
    Optional<Measure> meant = ForeignMeasure.of(name).map(this::named);
    if (meant.isPresent() && needsValidation(meant.get().toString())) {
      return missingFromEpochs(meant.get().toString());
    }
    String loss =
        name.equals("train.loss")
            ? ", the loss of one set of weights; train.running_loss is the mean while they change"
            : "";
    String rows =
        hasValidation()
            ? ""
            : "; there are no validation rows, give dataset.split.validation, such as 0.2";
    return Optional.of(
        "expected what each epoch measures, %s, but was %s%s%s%s"
            .formatted(
                String.join(", ", known),
                Words.quoted(name),
                loss,
                meant.map(this::advice).orElse(""),
                rows));
  }

  private Measure named(Measure measure) {
    String metric = measure.metric();
    return new Measure(measure.split(), existing.getOrDefault(metric, metric));
  }

  /** What to do to have a measure that is called otherwise, or not measured. */
  private String advice(Measure meant) {
    if (epochMetrics().contains(meant.toString())) {
      return "; here it is '%s'".formatted(meant);
    }
    boolean lacks = existing.containsKey(meant.metric()) && !metrics.contains(meant.metric());
    return lacks && meant.split().equals(VALIDATION)
        ? "; no metric is called %s, add it, as in metrics: [%s]"
            .formatted(Words.quoted(meant.metric()), meant.metric())
        : "";
  }

  /** Whether validation rows are all that a name lacks, which is the default of a monitor. */
  private boolean needsValidation(String name) {
    return !hasValidation()
        && metrics.stream()
            .map(metric -> new Measure(VALIDATION, metric).toString())
            .anyMatch(name::equals);
  }

  /** What each epoch measures. */
  private List<String> epochMetrics() {
    var names = new ArrayList<>(List.of(Epoch.RUNNING_LOSS));
    if (hasValidation()) {
      metrics.forEach(metric -> names.add(new Measure(VALIDATION, metric).toString()));
    }
    return names;
  }
}
