package dev.kassei.batch.run;

import dev.kassei.api.Epoch;
import dev.kassei.batch.plan.SavedEpochs;
import java.util.AbstractList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.RandomAccess;

/**
 * Some epochs of a trial, a column a metric, so that a batch of many long trials stays small. As a
 * list it shows one record an epoch, made when asked for.
 */
final class Curve extends AbstractList<Epoch> implements RandomAccess {
  private final int[] epochs;
  private final Map<String, double[]> columns;

  /**
   * @param columns the values of each metric at the epochs
   */
  Curve(int[] epochs, Map<String, double[]> columns) {
    this.epochs = epochs;
    this.columns = columns;
  }

  /** The {@link SavedEpochs} of those. */
  static Curve of(List<Epoch> all) {
    int[] places = SavedEpochs.of(all.size());
    int points = places.length;
    int[] numbers = new int[points];
    var columns = new LinkedHashMap<String, double[]>();
    for (int point = 0; point < points; point++) {
      Epoch record = all.get(places[point]);
      numbers[point] = record.epoch();
      for (Map.Entry<String, Double> metric : record.metrics().entrySet()) {
        columns.computeIfAbsent(metric.getKey(), name -> new double[points])[point] =
            metric.getValue();
      }
    }
    return new Curve(numbers, columns);
  }

  int[] epochs() {
    return epochs;
  }

  Map<String, double[]> columns() {
    return columns;
  }

  @Override
  public Epoch get(int point) {
    var metrics = new LinkedHashMap<String, Double>();
    columns.forEach((name, values) -> metrics.put(name, values[point]));
    return new Epoch(epochs[point], metrics);
  }

  @Override
  public int size() {
    return epochs.length;
  }
}
