package dev.kassei.trainer.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.kassei.api.Optimizer;
import dev.kassei.api.OptimizerStep;
import dev.kassei.api.expr.Expr;
import dev.kassei.api.expr.Gradient;
import dev.kassei.api.expr.Mode;
import dev.kassei.api.expr.Shape;
import dev.kassei.trainer.FormulaInterpreter;
import dev.kassei.trainer.ReferenceVectors;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class OptimizerTest {
  private static final OptimizerStep STEP = new OptimizerStep(Expr.rate(), Expr.stepNumber());

  static List<JsonNode> references() {
    return ReferenceVectors.read("torch_optimizers");
  }

  @ParameterizedTest
  @MethodSource("references")
  void stepsAgreeWithPyTorch(JsonNode reference) {
    Optimizer optimizer = optimizer(reference.get("op").asString(), reference.get("attrs"));
    var problem = reference.get("init").size() == 1 ? rosenbrock() : network();
    var interpreter = start(problem, ReferenceVectors.numbers(reference.get("init")));
    List<Expr> updates = updates(problem, optimizer);
    int step = 0;
    for (JsonNode expected : reference.get("expected")) {
      while (step < expected.get("after_step").intValue()) {
        step(interpreter.step(optimizer.learningRate(), ++step), updates);
      }
      double[] numbers = ReferenceVectors.numbers(expected.get("params"));
      assertThat(parameters(interpreter, problem))
          .as("after step %s", step)
          .containsExactly(numbers, within(1e-10));
    }
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

  private static Optimizer optimizer(String name, JsonNode attributes) {
    double rate = attributes.get("lr").doubleValue();
    double decay = number(attributes, "weight_decay");
    return name.startsWith("Adam")
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

  /** A loss of some parameters. */
  private record Problem(Expr loss, List<Expr> parameters) {}

  private static Problem rosenbrock() {
    Expr a = Expr.input("p0", Shape.SCALAR);
    Expr b = Expr.input("p1", Shape.SCALAR);
    Expr valley = b.minus(a.square()).square().times(100);
    return new Problem(Expr.constant(1).minus(a).square().plus(valley), List.of(a, b));
  }

  private static Problem network() {
    Expr hiddenWeight = Expr.input("p0", Shape.fixed(3, 2));
    Expr hiddenBias = Expr.input("p1", Shape.fixed(1, 3));
    Expr weight = Expr.input("p2", Shape.fixed(1, 3));
    Expr bias = Expr.input("p3", Shape.SCALAR);
    Expr x = Expr.input("x", Shape.batch(2));
    Expr hidden = x.matmulTransposed(hiddenWeight).plus(hiddenBias).sigmoid();
    Expr output = hidden.matmulTransposed(weight).plus(bias).sigmoid();
    return new Problem(output.sum(), List.of(hiddenWeight, hiddenBias, weight, bias));
  }

  private static FormulaInterpreter start(Problem problem, double[] initial) {
    var interpreter = new FormulaInterpreter(3).bind("x", .1, .2, .3, .4, .5, .6);
    int from = 0;
    for (int i = 0; i < problem.parameters.size(); i++) {
      Shape shape = problem.parameters.get(i).shape();
      int to = from + shape.rows().count() * shape.columns();
      interpreter.bind("p" + i, Arrays.copyOfRange(initial, from, to));
      from = to;
    }
    return interpreter;
  }

  private static List<Expr> updates(Problem problem, Optimizer optimizer) {
    List<Expr> gradients =
        Gradient.of(problem.loss, Expr.constant(1), problem.parameters, Mode.TRAINING);
    var updates = new ArrayList<Expr>();
    for (int i = 0; i < gradients.size(); i++) {
      Expr weight = problem.parameters.get(i).at("p" + i);
      updates.add(optimizer.update(weight, gradients.get(i), STEP));
    }
    return updates;
  }

  private static void step(FormulaInterpreter interpreter, List<Expr> updates) {
    List<double[]> next = interpreter.train(updates);
    for (int i = 0; i < next.size(); i++) {
      interpreter.bind("p" + i, next.get(i));
    }
  }

  private static double[] parameters(FormulaInterpreter interpreter, Problem problem) {
    return IntStream.range(0, problem.parameters.size())
        .mapToObj(i -> interpreter.tensor("p" + i))
        .flatMapToDouble(Arrays::stream)
        .toArray();
  }
}
