package dev.kassei.experiment.training;

import dev.kassei.api.Precision;
import dev.kassei.engine.Programs;
import dev.kassei.engine.TrainableActivation;
import dev.kassei.engine.plan.Entry;
import dev.kassei.engine.plan.Execution;
import dev.kassei.engine.plan.Plan;
import dev.kassei.engine.plan.PlanOptions;
import dev.kassei.engine.plan.Tensors;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Computes a trainable activation over [−5, 5], all units of its layer at once. Mutable. */
final class ActivationShape {
  /** Of more units so many are shown, at equal distances. */
  private static final int MAX_UNITS = 8;

  private static final int POINTS = 201;
  private static final double LIMIT = 5;

  private final TrainableActivation activation;
  private final int items;
  private final Plan plan;

  ActivationShape(TrainableActivation activation, Precision precision, Execution execution) {
    this.activation = activation;
    int rowsOfItem = activation.shape().rows().count();
    this.items = (POINTS + rowsOfItem - 1) / rowsOfItem;
    var options = PlanOptions.of(precision, items).by(Probe.patient(execution));
    this.plan = new Plan(List.of(activation.program()), options);
    fill(items * rowsOfItem);
  }

  /** Each row of the input has the same number in each column, the last rows that of the last. */
  private void fill(int rows) {
    double[] x = x();
    int columns = activation.shape().columns();
    double[] values = new double[rows * columns];
    for (int i = 0; i < values.length; i++) {
      values[i] = x[Math.min(POINTS - 1, i / columns)];
    }
    plan.inputs(TrainableActivation.INPUT, 0, values, 0, items);
  }

  /** Where it is computed. */
  static double[] x() {
    return IntStream.range(0, POINTS)
        .mapToDouble(i -> LIMIT * (2.0 * i / (POINTS - 1) - 1))
        .toArray();
  }

  TrainableActivation activation() {
    return activation;
  }

  /** What it returns with some parameters: the curve of each unit that is shown. */
  List<double[]> curves(Map<String, double[]> tensors) {
    Tensors to = plan.tensors();
    to.names().forEach(name -> to.write(name, 0, tensors.get(name)));
    plan.run(Entry.PREDICT, items);
    double[] values = plan.output(Programs.RESPONSE, 0, items);
    return units().stream().map(unit -> column(values, unit)).toList();
  }

  private double[] column(double[] values, int unit) {
    int columns = activation.shape().columns();
    return IntStream.range(0, POINTS).mapToDouble(i -> values[i * columns + unit]).toArray();
  }

  /** The units that are shown: one where all are the same. */
  List<Integer> units() {
    int columns = activation.perUnit() ? activation.shape().columns() : 1;
    return LearnedActivations.chosen(columns, MAX_UNITS);
  }
}
