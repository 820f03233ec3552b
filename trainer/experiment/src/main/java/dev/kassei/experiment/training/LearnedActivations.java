package dev.kassei.experiment.training;

import dev.kassei.engine.TrainableActivation;
import dev.kassei.engine.plan.Execution;
import dev.kassei.engine.plan.Plan;
import dev.kassei.results.record.ActivationCurve;
import dev.kassei.results.record.ActivationParameter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * What a network makes of its trainable activations: their parameters over epochs, and their shapes
 * before and after training. Mutable.
 */
final class LearnedActivations {
  /** Of more numbers of a parameter so many are saved, at equal distances. */
  private static final int MAX_NUMBERS = 32;

  private static final String PARAMETER = "activation_parameters.";
  private static final String CURVE = "activation_curves.";

  private final List<ActivationShape> shapes;
  private final Map<String, NavigableMap<Integer, double[]>> parameters = new LinkedHashMap<>();
  private final Map<String, double[]> initial = new LinkedHashMap<>();
  private final Map<String, double[]> learned = new LinkedHashMap<>();

  LearnedActivations(
      PreparedTrial trial, List<TrainableActivation> activations, Execution execution) {
    this.shapes =
        activations.stream()
            .map(activation -> new ActivationShape(activation, trial.precision(), execution))
            .toList();
    activations.stream()
        .flatMap(activation -> activation.parameters().stream())
        .forEach(name -> parameters.put(name, new TreeMap<>()));
  }

  /** Called with the first weights and after each epoch. */
  void epochsDone(int epochs, Plan plan, int lane) {
    Map<String, double[]> tensors = plan.inferenceTensors(lane);
    parameters.forEach((name, times) -> times.put(epochs, tensors.get(name).clone()));
    if (epochs == 0) {
      draw(tensors, initial);
    }
  }

  /** Called once with the weights of the result. */
  void trained(Plan plan, int lane) {
    draw(plan.inferenceTensors(lane), learned);
  }

  private void draw(Map<String, double[]> tensors, Map<String, double[]> curves) {
    for (ActivationShape shape : shapes) {
      List<double[]> ofUnits = shape.curves(tensors);
      for (int i = 0; i < ofUnits.size(); i++) {
        curves.put(name(shape, shape.units().get(i)), ofUnits.get(i));
      }
    }
  }

  private static String name(ActivationShape shape, int unit) {
    return shape.activation().path() + "." + unit;
  }

  /** What was saved so far, by name. */
  Map<String, double[]> state() {
    var state = new LinkedHashMap<String, double[]>();
    parameters.forEach(
        (name, times) ->
            times.forEach((epoch, values) -> state.put(PARAMETER + epoch + "." + name, values)));
    initial.forEach((name, values) -> state.put(CURVE + name, values));
    return state;
  }

  /** Continues with what was saved. */
  void resume(Map<String, double[]> state) {
    state.forEach(
        (key, values) -> {
          if (key.startsWith(CURVE)) {
            initial.put(key.substring(CURVE.length()), values);
          } else if (key.startsWith(PARAMETER)) {
            int end = key.indexOf('.', PARAMETER.length());
            int epoch = Integer.parseInt(key.substring(PARAMETER.length(), end));
            parameters.get(key.substring(end + 1)).put(epoch, values);
          }
        });
  }

  /** The parameters, one after the other, each in the order of time. */
  List<ActivationParameter> parameters() {
    var records = new ArrayList<ActivationParameter>();
    parameters.forEach(
        (name, times) -> times.forEach((epochs, values) -> add(records, epochs, name, values)));
    return records;
  }

  private static void add(
      List<ActivationParameter> records, int epochs, String name, double[] values) {
    for (int index : chosen(values.length, MAX_NUMBERS)) {
      records.add(new ActivationParameter(epochs, name, index, values[index]));
    }
  }

  /** The shapes. */
  List<ActivationCurve> curves() {
    var curves = new ArrayList<ActivationCurve>();
    for (ActivationShape shape : shapes) {
      for (int unit : shape.units()) {
        String name = name(shape, unit);
        curves.add(
            new ActivationCurve(
                shape.activation().path(),
                unit,
                ActivationShape.x(),
                initial.get(name),
                learned.get(name)));
      }
    }
    return curves;
  }

  /** So many of all places, at equal distances. */
  static List<Integer> chosen(int all, int most) {
    int count = Math.min(all, most);
    return IntStream.range(0, count).map(i -> (int) ((long) i * all / count)).boxed().toList();
  }
}
