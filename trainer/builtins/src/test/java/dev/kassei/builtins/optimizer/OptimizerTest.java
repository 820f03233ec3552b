package dev.kassei.builtins.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.kassei.api.Optimizer;
import dev.kassei.api.OptimizerStep;
import dev.kassei.api.Precision;
import dev.kassei.api.expr.Expr;
import dev.kassei.api.expr.Gradient;
import dev.kassei.api.expr.Interpreter;
import dev.kassei.api.expr.Mode;
import dev.kassei.api.expr.Shape;
import dev.kassei.engine.Programs;
import dev.kassei.engine.plan.Entry;
import dev.kassei.engine.plan.Plan;
import dev.kassei.engine.plan.PlanOptions;
import dev.kassei.engine.random.CountedDraws;
import dev.kassei.engine.random.Purpose;
import dev.kassei.fixtures.ReferenceVectors;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class OptimizerTest {
  private static final double[] X = {.1, .2, .3, .4, .5, .6};
  private static final OptimizerStep STEP = new OptimizerStep(Expr.rate(), Expr.stepNumber());

  static List<JsonNode> references() {
    return ReferenceVectors.read("torch_optimizers");
  }

  @ParameterizedTest
  @MethodSource("references")
  void formulasAgreeWithPyTorch(JsonNode reference) {
    Problem problem = problem(reference);
    Optimizer optimizer = optimizer(reference);
    List<Expr> updates = updates(problem, optimizer);
    var interpreter = new Interpreter(3, Mode.TRAINING).with("x", X);
    problem.split(reference.get("init")).forEach(interpreter::with);
    int step = 0;
    for (JsonNode expected : reference.get("expected")) {
      while (step < expected.get("after_step").intValue()) {
        List<double[]> next = interpreter.step(optimizer.learningRate(), ++step).train(updates);
        for (int i = 0; i < next.size(); i++) {
          interpreter.with("p" + i, next.get(i));
        }
      }
      problem
          .split(expected.get("params"))
          .forEach((name, values) -> assertClose(interpreter.leaf(name), values, name));
    }
  }

  @ParameterizedTest
  @MethodSource("references")
  void theEngineAgreesWithPyTorch(JsonNode reference) {
    Problem problem = problem(reference);
    Optimizer optimizer = optimizer(reference);
    Plan plan = plan(problem, optimizer);
    problem
        .split(reference.get("init"))
        .forEach((name, values) -> plan.tensors().write(name, 0, values));
    for (JsonNode expected : reference.get("expected")) {
      while (plan.step(0) < expected.get("after_step").intValue()) {
        plan.run(Entry.GRADIENT, 3);
        plan.run(Entry.UPDATE, 3);
      }
      problem
          .split(expected.get("params"))
          .forEach((name, values) -> assertClose(plan.tensors().read(name, 0), values, name));
    }
  }

  private static Plan plan(Problem problem, Optimizer optimizer) {
    var program =
        Programs.training(
            problem.losses, problem.losses, Optional.of(optimizer), OptionalDouble.empty());
    var plan = new Plan(List.of(program), PlanOptions.of(Precision.FLOAT64, 3));
    plan.initialize(0, name -> CountedDraws.of(1, Purpose.WEIGHTS, name, 0));
    plan.setRate(0, optimizer.learningRate());
    for (int row = 0; row < 3 && plan.hasInput("x"); row++) {
      plan.input("x", 0, row, X, 2 * row);
    }
    return plan;
  }

  @Test
  void allOptimizersAreServices() {
    assertThat(ServiceLoader.load(Optimizer.class)).contains(new Sgd(), new Adam());
  }

  @Test
  void impossibleHyperparametersAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Sgd(0, 0, 0, false, 0))
        .withMessage("learning_rate must be positive but was 0.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Sgd(0.1, 0, 0, true, 0))
        .withMessage("nesterov needs a momentum above 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Sgd(0.1, 0.9, 0.5, true, 0))
        .withMessage("nesterov needs dampening 0 but it was 0.5");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Adam(0.1, 0.9, 1, 1e-8, 0))
        .withMessage("beta2 must be at least 0 and below 1 but was 1.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Adam(Double.NaN, 0.9, 0.999, 1e-8, 0))
        .withMessage("learning_rate must be positive but was NaN");
  }

  private static Optimizer optimizer(JsonNode reference) {
    JsonNode attributes = reference.get("attrs");
    double rate = attributes.get("lr").doubleValue();
    double decay = number(attributes, "weight_decay");
    return reference.get("op").asString().startsWith("Adam")
        ? new Adam(rate, 0.9, 0.999, 1e-8, decay)
        : new Sgd(
            rate,
            number(attributes, "momentum"),
            number(attributes, "dampening"),
            attributes.path("nesterov").asBoolean(false),
            decay);
  }

  private static double number(JsonNode attributes, String name) {
    return attributes.path(name).asDouble(0);
  }

  /** The loss of each row as a formula of parameters p0, p1 …. */
  private record Problem(Expr losses, List<Expr> parameters) {
    /** Numbers, all in one row, by the parameters that they belong to. */
    Map<String, double[]> split(JsonNode node) {
      double[] numbers = ReferenceVectors.numbers(node);
      var values = new LinkedHashMap<String, double[]>();
      int from = 0;
      for (int i = 0; i < parameters.size(); i++) {
        Shape shape = parameters.get(i).shape();
        int to = from + shape.rows().count() * shape.columns();
        values.put("p" + i, Arrays.copyOfRange(numbers, from, to));
        from = to;
      }
      return values;
    }
  }

  private static Problem problem(JsonNode reference) {
    return reference.get("init").size() == 1 ? rosenbrock() : network();
  }

  private static Problem rosenbrock() {
    Expr a = parameter(0, 1, 1);
    Expr b = parameter(1, 1, 1);
    Expr valley = b.minus(a.square()).square().times(100);
    return new Problem(Expr.constant(1).minus(a).square().plus(valley), List.of(a, b));
  }

  /**
   * A network of 2, 3 and 1 units, whose loss is the sum of its outputs: three times their mean.
   */
  private static Problem network() {
    Expr hiddenWeight = parameter(0, 3, 2);
    Expr hiddenBias = parameter(1, 1, 3);
    Expr weight = parameter(2, 1, 3);
    Expr bias = parameter(3, 1, 1);
    Expr x = Expr.input("x", Shape.batch(2));
    Expr hidden = x.matmulTransposed(hiddenWeight).plus(hiddenBias).sigmoid();
    Expr output = hidden.matmulTransposed(weight).plus(bias).sigmoid();
    return new Problem(output.times(3), List.of(hiddenWeight, hiddenBias, weight, bias));
  }

  private static Expr parameter(int number, int rows, int columns) {
    return Expr.constant(0)
        .parameter("p" + number, Shape.fixed(rows, columns), (fans, draws, index) -> 0);
  }

  private static List<Expr> updates(Problem problem, Optimizer optimizer) {
    Expr loss = problem.losses.sum().over(problem.losses.rowCount());
    List<Expr> gradients = Gradient.of(loss, Expr.constant(1), problem.parameters, Mode.TRAINING);
    var updates = new ArrayList<Expr>();
    for (int i = 0; i < gradients.size(); i++) {
      Expr weight = problem.parameters.get(i).at("p" + i);
      updates.add(optimizer.update(weight, gradients.get(i), STEP));
    }
    return updates;
  }

  private static void assertClose(double[] actual, double[] expected, String name) {
    assertThat(actual).as(name).containsExactly(expected, within(1e-10));
  }
}
