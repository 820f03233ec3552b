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

  /** Where there is nothing that could be dead, nothing is. */
  private static double share(long some, long all) {
    return all == 0 ? 0 : (double) some / all;
  }
}
