package dev.kassei.builtins.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.kassei.api.Gradients;
import dev.kassei.api.Optimizer;
import dev.kassei.api.OptimizerStep;
import dev.kassei.api.ParameterRole;
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
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class OptimizerTest {
  private static final double[] X = {.1, .2, .3, .4, .5, .6};
  private static final OptimizerStep STEP =
      new OptimizerStep(
          Expr.rate(), Expr.stepNumber(), ParameterRole.WEIGHTS, new Gradients(List.of()));

  static List<JsonNode> references() {
    var all = new ArrayList<JsonNode>(ReferenceVectors.read("torch_optimizers"));
    all.addAll(ReferenceVectors.read("more_optimizers"));
    return all;
  }

  @ParameterizedTest
  @MethodSource("references")
  void formulasAgreeWithTheReference(JsonNode reference) {
    Problem problem = problem(reference);
    Optimizer optimizer = ReferenceOptimizers.of(reference);
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
      Map<String, double[]> weights = problem.split(expected.get("params"));
      for (Expr parameter : problem.parameters) {
        String name = parameter.name().orElseThrow();
        double[] used = interpreter.value(optimizer.inferenceWeight(parameter.at(name)));
        assertClose(used, weights.get(name), bound(reference), name + " after step " + step);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("references")
  void theEngineAgreesWithTheReference(JsonNode reference) {
    Problem problem = problem(reference);
    Optimizer optimizer = ReferenceOptimizers.of(reference);
    Plan plan = plan(problem, optimizer);
    problem
        .split(reference.get("init"))
        .forEach((name, values) -> plan.tensors().write(name, 0, values));
    for (JsonNode expected : reference.get("expected")) {
      while (plan.step(0) < expected.get("after_step").intValue()) {
        plan.run(Entry.GRADIENT, 3);
        plan.run(Entry.UPDATE, 3);
      }
      Map<String, double[]> weights = plan.inferenceTensors(0);
      problem
          .split(expected.get("params"))
          .forEach(
              (name, values) -> assertClose(weights.get(name), values, bound(reference), name));
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

  static Stream<Arguments> refusals() {
    return Stream.of(
        refusal(() -> new Sgd(0, 0, 0, false, 0), "learning_rate must be positive but was 0.0"),
        refusal(() -> new Sgd(0.1, 0, 0, true, 0), "nesterov needs a momentum above 0"),
        refusal(() -> new Sgd(0.1, 0.9, 0.5, true, 0), "nesterov needs dampening 0 but it was 0.5"),
        refusal(
            () -> new Adam(0.1, 0.9, 1, 1e-8, 0, false),
            "beta2 must be at least 0 and below 1 but was 1.0"),
        refusal(
            () -> new Adam(Double.NaN, 0.9, 0.999, 1e-8, 0, false),
            "learning_rate must be a finite number but was NaN"),
        refusal(
            () -> new Adamw(0.1, 0.9, 0.9, 1e-8, -1, false),
            "weight_decay must not be negative but was -1.0"),
        refusal(() -> new Adadelta(1, 0.9, 0, 0), "epsilon must be positive but was 0.0"),
        refusal(
            () -> new Rprop(0.01, 1.2, 0.5, 1e-6, 50),
            "eta_minus must be between 0 and 1 but was 1.2"),
        refusal(() -> new Rprop(0.01, 0.5, 0.9, 1e-6, 50), "eta_plus must be above 1 but was 0.9"),
        refusal(
            () -> new Rprop(0.01, 0.5, 1.2, 50, 1),
            "min_step_size must not be above max_step_size but 50.0 is above 1.0"),
        refusal(
            () -> new Adafactor(0.01, 0.8, 1e-8, 1e-3, 1, 0),
            "beta2_decay must not be positive but was 0.8"),
        refusal(
            () -> new Adafactor(0.01, -0.8, 1e-8, 1e-3, 0.5, 0),
            "clip_threshold must be at least 1 but was 0.5"),
        refusal(
            () -> new Muon(0.1, 0, 0.9, true, 1e-7, 0, Muon.RateAdjustment.ORIGINAL, new Sgd()),
            "newton_schulz_steps must be from 1 to 20 but was 0"),
        refusal(
            () -> new ScheduleFreeSgd(1, 0, 0, 0, 2),
            "momentum must be above 0 and below 1 but was 0.0"),
        refusal(
            () -> new ScheduleFreeAdamw(1, 1, 0.9, 1e-8, 0, 0, 2),
            "beta1 must be above 0 and below 1 but was 1.0"));
  }

  private static Arguments refusal(Executable making, String message) {
    return Arguments.of(making, message);
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void impossibleHyperparametersAreRefused(Executable making, String message) {
    assertThatIllegalArgumentException().isThrownBy(making::execute).withMessage(message);
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
    JsonNode init = reference.get("init");
    if (init.size() == 1) {
      return rosenbrock();
    }
    return init.get(0).size() == 8 ? wideNetwork() : network();
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
    Expr hidden = sigmoid(x.matmulTransposed(hiddenWeight).plus(hiddenBias));
    Expr output = sigmoid(hidden.matmulTransposed(weight).plus(bias));
    return new Problem(output.times(3), List.of(hiddenWeight, hiddenBias, weight, bias));
  }

  /** The same with 2, 4 and 1 units, and weights as layers here have them. */
  private static Problem wideNetwork() {
    Expr hiddenWeight = parameter(0, 2, 4);
    Expr hiddenBias = parameter(1, 1, 4);
    Expr weight = parameter(2, 4, 1);
    Expr bias = parameter(3, 1, 1);
    Expr x = Expr.input("x", Shape.batch(2));
    Expr hidden = sigmoid(x.matmul(hiddenWeight).plus(hiddenBias));
    Expr output = sigmoid(hidden.matmul(weight).plus(bias));
    return new Problem(output.times(3), List.of(hiddenWeight, hiddenBias, weight, bias));
  }

  /**
   * The sigmoid with PyTorch's derivative y·(1 − y), which is 0 once y is rounded to 1, where that
   * here is exact: Rprop, which goes by the sign, would see it.
   */
  private static Expr sigmoid(Expr x) {
    Expr y = x.sigmoid();
    Expr slope = y.times(y.minus(1)).negate().detached();
    return y.detached().plus(x.minus(x.detached()).times(slope));
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

  /**
   * PyTorch keeps NAdam's product of momentums in its default format, which was float32 when
   * torch_optimizers was written and float64 when more_optimizers was.
   */
  private static double bound(JsonNode reference) {
    boolean hasFloat32Product =
        reference.get("op").asString().equals("NAdam")
            && !reference.get("source").asString().contains("more_optimizers");
    return hasFloat32Product ? 1e-7 : 1e-10;
  }

  private static void assertClose(double[] actual, double[] expected, double bound, String name) {
    assertThat(actual).as(name).containsExactly(expected, within(bound));
  }
}
