package dev.kassei.experiment.training;

import dev.kassei.experiment.config.LayerStatistics;
import dev.kassei.results.record.LayerRecord;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was measured of all layers at one time.
 *
 * @param layers in the order of computation, with all rows seen
 */
record LayerMeasurement(List<LayerSums> layers) {
  private static final String DEAD =
      "the network is dead: all units of one of its activations have the derivative 0 in all %s"
          + " rows that were looked at, so nothing learns through it";

  /** The lines of {@code layers.csv}. */
  List<LayerRecord> records(int epochs) {
    return layers.stream().map(layer -> layer.record(epochs)).toList();
  }

  /** The whole network in a few metrics of the split that was measured. */
  Map<String, Double> metrics(String split) {
    long units = layers.stream().mapToLong(LayerSums::units).sum();
    long dead = layers.stream().mapToLong(LayerSums::dead).sum();
    long derivatives = layers.stream().mapToLong(LayerSums::derivatives).sum();
    long saturated = layers.stream().mapToLong(LayerSums::saturated).sum();
    boolean isDead =
        layers.stream().anyMatch(layer -> layer.units() > 0 && layer.dead() == layer.units());
    var metrics = new LinkedHashMap<String, Double>();
    metrics.put(split + "." + LayerStatistics.DEAD_RATE, share(dead, units));
    metrics.put(split + "." + LayerStatistics.DEAD_NETWORK, isDead ? 1.0 : 0.0);
    metrics.put(split + "." + LayerStatistics.SATURATION_RATE, share(saturated, derivatives));
    return metrics;
  }

  /** Says of a network that it is dead; none where it is not, or where that was not measured. */
  static List<String> sentences(Map<String, Double> metrics) {
    return metrics.entrySet().stream()
        .filter(metric -> metric.getKey().endsWith("." + LayerStatistics.DEAD_NETWORK))
        .filter(metric -> metric.getValue() == 1)
        .map(metric -> metric.getKey().substring(0, metric.getKey().indexOf('.')))
        .map(DEAD::formatted)
        .toList();
  }

  /** Where there is nothing that could be dead, nothing is. */
  private static double share(long some, long all) {
    return all == 0 ? 0 : (double) some / all;
  }
}
