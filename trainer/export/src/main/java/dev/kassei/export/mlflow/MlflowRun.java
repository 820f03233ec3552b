package dev.kassei.export.mlflow;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A run as MLflow stores it.
 *
 * @param name what people see
 * @param digest that of the results, which makes two of the same name the same
 * @param status FINISHED, FAILED or KILLED
 * @param time when it was saved, in milliseconds since 1970
 * @param tags further facts, as texts
 * @param parameters the settings
 * @param metrics in the order of their steps
 */
record MlflowRun(
    String name,
    String digest,
    String status,
    long time,
    Map<String, String> tags,
    Map<String, String> parameters,
    List<Metric> metrics) {
  private static final int LONGEST_VALUE = 500;
  private static final int LONGEST_NAME = 250;

  /** A value of a metric after a step. */
  record Metric(String name, double value, long step) {}

  /** The tags that a run is found by, and its others. */
  List<Map<String, Object>> tagList(String experiment) {
    var all = new ArrayList<Map<String, Object>>();
    all.add(entry("mlflow.source.name", MlflowExperiment.SOURCE));
    all.add(entry("mlflow.source.type", "LOCAL"));
    all.add(entry("kassei.digest", digest));
    all.add(entry("kassei.experiment", experiment));
    tags.forEach((name, value) -> all.add(entry(name(name), shortened(value))));
    return all;
  }

  /** The parameters as a server takes them. */
  List<Map<String, Object>> parameterList() {
    var all = new ArrayList<Map<String, Object>>();
    parameters.forEach((name, value) -> all.add(entry(name(name), shortened(value))));
    return all;
  }

  /** The metrics as a server takes them. */
  List<Map<String, Object>> metricList() {
    var all = new ArrayList<Map<String, Object>>();
    for (Metric metric : metrics) {
      all.add(
          Map.of(
              "key", name(metric.name()),
              "value", metric.value(),
              "timestamp", time,
              "step", metric.step()));
    }
    return all;
  }

  private static Map<String, Object> entry(String key, String value) {
    return Map.of("key", key, "value", value);
  }

  /** Servers take letters, digits and few signs in names. */
  private static String name(String name) {
    String allowed = name.replaceAll("[^\\p{L}\\p{N}_\\-. /]", "_");
    return allowed.substring(0, Math.min(LONGEST_NAME, allowed.length()));
  }

  /** Servers before 2.8 take 500 characters. */
  private static String shortened(String value) {
    return value.length() <= LONGEST_VALUE ? value : value.substring(0, LONGEST_VALUE - 1) + "…";
  }
}
