package dev.kassei.experiment.training;

import dev.kassei.engine.plan.Execution;
import dev.kassei.engine.plan.Plan;
import dev.kassei.results.record.LayerRecord;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** The layers of a trial's network as it is trained. Mutable. */
final class LayerHistory {
  private static final String PREFIX = "layers.";

  private final PreparedTrial trial;
  private final LayerWatch watch;
  private final Execution execution;
  private final NavigableMap<Integer, Map<String, LayerRecord>> measured = new TreeMap<>();
  private Optional<LayerProbe> probe = Optional.empty();

  LayerHistory(PreparedTrial trial, LayerWatch watch, Execution execution) {
    this.trial = trial;
    this.watch = watch;
    this.execution = execution;
  }

  /** Called with the first weights and after each epoch; measures them if it is time. */
  void epochsDone(int epochs, Plan plan, int lane) {
    if (epochs % watch.settings().every() == 0) {
      add(epochs, plan, lane);
    }
  }

  /** Called with the last weights, which so many epochs have made. */
  void ended(int epochs, Plan plan, int lane) {
    if (!measured.containsKey(epochs)) {
      add(epochs, plan, lane);
    }
  }

  private void add(int epochs, Plan plan, int lane) {
    LayerProbe own = probe.orElseGet(this::probe);
    probe = Optional.of(own);
    own.measure(plan, lane).records(epochs).forEach(this::put);
  }

  private void put(LayerRecord record) {
    measured
        .computeIfAbsent(record.epochs(), key -> new LinkedHashMap<>())
        .put(record.layer(), record);
  }

  /** The whole network in a few numbers, as metrics are; its plan is not needed for longer. */
  Map<String, Double> metrics(Plan plan, int lane) {
    LayerMeasurement now = probe.orElseGet(this::probe).measure(plan, lane);
    return now.metrics(watch.settings().splitName());
  }

  private LayerProbe probe() {
    return new LayerProbe(trial, watch, execution);
  }

  /** What was measured so far, by name, for a resumed trial. */
  Map<String, double[]> state() {
    var state = new LinkedHashMap<String, double[]>();
    for (LayerRecord record : records()) {
      state.put(PREFIX + record.epochs() + "." + record.layer(), LayerNumbers.of(record));
    }
    return state;
  }

  /** Continues with what was measured; names that are not of layers are passed over. */
  void resume(Map<String, double[]> state) {
    state.forEach(
        (key, numbers) -> {
          if (key.startsWith(PREFIX)) {
            int end = key.indexOf('.', PREFIX.length());
            int epochs = Integer.parseInt(key.substring(PREFIX.length(), end));
            put(LayerNumbers.record(epochs, key.substring(end + 1), numbers));
          }
        });
  }

  /** All that was measured, in the order of time and of computation. */
  List<LayerRecord> records() {
    return measured.values().stream()
        .flatMap(
            byPath ->
                watch.program().layers().stream()
                    .flatMap(layer -> Optional.ofNullable(byPath.get(layer.path())).stream()))
        .toList();
  }
}
