package dev.kassei.experiment.training;

import dev.kassei.experiment.data.SplitData;
import dev.kassei.results.Epochs;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was measured on the validation rows of a trial, in the order of time. Mutable. */
final class Validations {
  private static final String PREFIX = "validations.";
  private static final String LOSS = SplitData.VALIDATION + ".loss";

  /** The number of steps done. */
  private static final String STEP = "step";

  /** The epoch within which, or at whose end, it was measured, from 0. */
  private static final String EPOCH = "epoch";

  private static final int METRICS_FROM = 2;

  private final Epochs table;

  /**
   * @param metrics the names of what is measured; empty without validation rows
   */
  Validations(List<String> metrics) {
    var names = new ArrayList<>(List.of(STEP, EPOCH));
    names.addAll(metrics);
    this.table = new Epochs(names);
  }

  void add(long step, int epoch, Map<String, Double> metrics) {
    double[] values = new double[table.names().size()];
    values[0] = step;
    values[1] = epoch;
    int i = METRICS_FROM;
    for (double value : metrics.values()) {
      values[i++] = value;
    }
    table.append(values);
  }

  int size() {
    return table.size();
  }

  /** Whether the last one was made after so many steps. */
  boolean isMadeAt(long step) {
    return size() > 0 && latest(STEP) == step;
  }

  /** Whether there is one of an epoch. */
  boolean hasOf(int epoch) {
    return size() > 0 && latest(EPOCH) == epoch;
  }

  /** A number of the last one. */
  double latest(String name) {
    return table.value(name, size() - 1);
  }

  /** Puts the metrics of the last one into an array, from a place on. */
  void putLatest(double[] values, int from) {
    List<String> names = table.names();
    for (int i = METRICS_FROM; i < names.size(); i++) {
      values[from + i - METRICS_FROM] = latest(names.get(i));
    }
  }

  /** A view of the loss of each. */
  List<Double> losses() {
    return table.values(LOSS);
  }

  /** All of them, as the lines of a file. */
  Epochs table() {
    return table;
  }

  /** What a resumed trial needs. */
  Map<String, double[]> state() {
    var state = new LinkedHashMap<String, double[]>();
    table.names().forEach(name -> state.put(PREFIX + name, table.column(name)));
    return state;
  }

  void resume(Map<String, double[]> state) {
    List<double[]> columns =
        table.names().stream()
            .map(name -> state.getOrDefault(PREFIX + name, new double[0]))
            .toList();
    for (int row = 0; row < columns.get(0).length; row++) {
      int at = row;
      table.append(columns.stream().mapToDouble(column -> column[at]).toArray());
    }
  }
}
