package dev.kassei.experiment.training;

import dev.kassei.engine.plan.Entry;
import dev.kassei.engine.plan.Execution;
import dev.kassei.engine.plan.Plan;
import dev.kassei.engine.plan.PlanOptions;
import dev.kassei.engine.plan.Program;
import dev.kassei.engine.plan.Tensors;
import java.util.List;
import java.util.Map;

/** Rows to look at, and a plan of its own that computes with the weights of another. Mutable. */
final class Probe {
  /** Small enough for wide layers, large enough for few calls. */
  private static final int MAX_ROWS = 1024;

  private final double[] features;
  private final int width;
  private final int rows;
  private final Plan plan;

  /**
   * Makes a probe.
   *
   * @param features rows × features, as the network sees them; not modified
   * @param program what PREDICT computes
   */
  Probe(PreparedTrial trial, double[] features, Program program, Execution execution) {
    this.features = features;
    this.width = trial.data().width();
    this.rows = features.length / width;
    int capacity = Math.min(MAX_ROWS, rows);
    var options = PlanOptions.of(trial.precision(), capacity).by(patient(execution));
    this.plan = new Plan(List.of(program), options);
  }

  /** Warming vectors would cost more than a small network's surfaces. */
  static Execution patient(Execution execution) {
    return execution == Execution.AUTO ? Execution.GRADUAL : execution;
  }

  /** What is called after each batch. */
  @FunctionalInterface
  interface BatchDone {
    void at(int from, int rows);
  }

  /** The number of rows. */
  int rows() {
    return rows;
  }

  /** Takes over the weights and states of a lane as inference uses them; they stay as they are. */
  void load(Plan other, int lane) {
    Map<String, double[]> from = other.inferenceTensors(lane);
    Tensors to = plan.tensors();
    to.names().forEach(name -> to.write(name, 0, from.get(name)));
  }

  /** Computes all rows, batch by batch. */
  void run(BatchDone done) {
    for (int from = 0; from < rows; from += plan.capacity()) {
      int count = Math.min(plan.capacity(), rows - from);
      fill(from, count);
      plan.run(Entry.PREDICT, count);
      done.at(from, count);
    }
  }

  /** What the last batch of so many rows computed. */
  double[] values(String name, int count) {
    return plan.output(name, 0, count);
  }

  /** The names of what is computed. */
  List<String> names() {
    return plan.outputNames();
  }

  private void fill(int from, int count) {
    if (plan.hasInput(Network.FEATURES)) {
      plan.inputs(Network.FEATURES, 0, features, from, count);
    }
  }
}
