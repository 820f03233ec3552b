package dev.kassei.trainer.training;

import dev.kassei.api.Metric;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The metrics of a run.
 *
 * @param metrics by name, in the order of the columns; the loss comes before them
 */
public record Metrics(Map<String, Metric> metrics) {
  Map<String, Double> of(String split, Evaluation evaluation) {
    var values = new LinkedHashMap<String, Double>();
    values.put(split + ".loss", evaluation.loss());
    metrics.forEach(
        (name, metric) -> values.put(split + "." + name, metric.value(evaluation.predictions())));
    return values;
  }
}
