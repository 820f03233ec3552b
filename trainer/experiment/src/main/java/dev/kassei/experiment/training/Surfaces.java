package dev.kassei.experiment.training;

import dev.kassei.api.Precision;
import dev.kassei.api.Predictions;
import dev.kassei.api.Target;
import dev.kassei.engine.Programs;
import dev.kassei.engine.plan.Execution;
import dev.kassei.engine.plan.Plan;
import dev.kassei.experiment.config.Plots;
import dev.kassei.experiment.data.SplitData;
import dev.kassei.results.record.SplitPredictions;
import dev.kassei.results.record.SurfaceRecord;
import dev.kassei.results.record.SurfacesRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/** What a network of two inputs predicts over a mesh, saved at some epochs. Mutable. */
final class Surfaces {
  /** Of more outputs the first ones are saved. */
  private static final int MAX_OUTPUTS = 4;

  private static final String PREFIX = "surface.";

  private final Mesh mesh;
  private final SplitData data;
  private final Target target;
  private final int outputs;
  private final List<String> columns;
  private final Set<Integer> epochs;
  private final Probe probe;
  private final NavigableMap<Integer, List<SurfaceRecord>> saved = new TreeMap<>();

  Surfaces(PreparedTrial trial, Mesh mesh, Execution execution) {
    this.mesh = mesh;
    this.data = trial.data();
    this.target = trial.data().target();
    this.outputs = trial.network().outputs();
    this.columns = SplitPredictions.outputColumns(target, outputs);
    this.epochs = SurfaceEpochs.upTo(trial.training().epochs());
    var program = Programs.inference(trial.network().response());
    this.probe = new Probe(trial, trial.data().scaled(mesh.rows()), program, execution);
  }

  /** What the numbers of one epoch take in a file, in bytes. */
  static long bytes(PreparedTrial trial, Plots.Surface surface) {
    int outputs = trial.network().outputs();
    Target target = trial.data().target();
    long columns = Math.min(SplitPredictions.outputColumns(target, outputs).size(), MAX_OUTPUTS);
    columns += hasClasses(target, outputs) ? 1 : 0;
    long number = trial.precision() == Precision.FLOAT64 ? Double.BYTES : Float.BYTES;
    return columns * surface.points() * surface.points() * number
        + 2L * surface.points() * Double.BYTES;
  }

  private static boolean hasClasses(Target target, int outputs) {
    return target.isClasses() && outputs > 1;
  }

  /** Saves what the network predicts now, if it is time. */
  void epochsDone(int number, Plan plan, int lane) {
    if (epochs.contains(number)) {
      save(number, plan, lane);
    }
  }

  /**
   * Saves what the final network predicts, whose weights so many epochs have made. What was learned
   * later is not on the way to it.
   */
  void trained(int number, Plan plan, int lane) {
    saved.tailMap(number).clear();
    save(number, plan, lane);
  }

  private void save(int number, Plan plan, int lane) {
    saved.put(number, surfaces(number, responses(plan, lane)));
  }

  /** What was saved so far, by the names of its tensors. */
  Map<String, double[]> state() {
    var state = new LinkedHashMap<String, double[]>();
    saved.values().stream()
        .flatMap(List::stream)
        .forEach(surface -> state.put(PREFIX + surface.tensorName(), surface.values()));
    return state;
  }

  /** Continues with what was saved. */
  void resume(Map<String, double[]> state) {
    state.forEach(
        (name, values) -> {
          if (name.startsWith(PREFIX)) {
            SurfaceRecord surface = SurfaceRecord.of(name.substring(PREFIX.length()), values);
            saved.computeIfAbsent(surface.epoch(), key -> new ArrayList<>()).add(surface);
          }
        });
  }

  /** All that was saved. */
  SurfacesRecord result() {
    return new SurfacesRecord(
        mesh.x1(), mesh.x2(), saved.values().stream().flatMap(List::stream).toList());
  }

  private double[] responses(Plan plan, int lane) {
    double[] responses = new double[probe.rows() * outputs];
    probe.load(plan, lane);
    probe.run(
        (from, count) -> {
          double[] batch = probe.values(Programs.RESPONSE, count);
          System.arraycopy(batch, 0, responses, from * outputs, batch.length);
        });
    return data.inUnitOfTargets(responses);
  }

  private List<SurfaceRecord> surfaces(int epoch, double[] responses) {
    var surfaces = new ArrayList<SurfaceRecord>();
    for (int k = 0; k < Math.min(columns.size(), MAX_OUTPUTS); k++) {
      surfaces.add(new SurfaceRecord(epoch, columns.get(k), column(responses, k)));
    }
    if (hasClasses(target, outputs)) {
      surfaces.add(new SurfaceRecord(epoch, SplitPredictions.PREDICTED, classes(responses)));
    }
    return surfaces;
  }

  private double[] column(double[] responses, int k) {
    double[] values = new double[probe.rows()];
    for (int row = 0; row < values.length; row++) {
      values[row] = responses[row * outputs + k];
    }
    return values;
  }

  private double[] classes(double[] responses) {
    var predictions = new Predictions(target, outputs, responses, new double[0]);
    double[] values = new double[probe.rows()];
    for (int row = 0; row < values.length; row++) {
      var predicted = predictions.predictedClass(row);
      values[row] = predicted.isPresent() ? predicted.getAsInt() : Double.NaN;
    }
    return values;
  }
}
