package dev.kassei.builtins.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kassei.api.Loss;
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
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** The losses beside PyTorch's, and those it has not beside their definitions. */
class LossReferenceTest {
  static Stream<JsonNode> references() {
    return Stream.of("torch_losses", "losses")
        .flatMap(name -> ReferenceVectors.read(name).stream());
  }

  @ParameterizedTest
  @MethodSource("references")
  void formulasAgreeWithPyTorch(JsonNode reference) {
    double[] targets = targets(reference);
    int rows = reference.get("input").size();
    double[] input = ReferenceVectors.numbers(reference.get("input"));
    Expr x = Expr.input("x", Shape.batch(input.length / rows));
    Expr t = Expr.input("t", Shape.batch(targets.length / rows));
    Expr losses = loss(reference).apply(x, t);
    Expr whole = isSum(reference) ? losses.sum() : losses.mean();
    Expr slope = Gradient.of(whole, Expr.constant(1), List.of(x), Mode.TRAINING).get(0);

    var interpreter = new Interpreter(rows, Mode.INFERENCE).with("x", input).with("t", targets);

    assertThat(interpreter.value(whole)[0]).isCloseTo(expected(reference), within(1e-10));
    assertThat(interpreter.value(slope)).containsExactly(gradient(reference), within(1e-10));
  }

  @ParameterizedTest
  @MethodSource("references")
  void theEngineAgreesWithPyTorch(JsonNode reference) {
    double[] targets = targets(reference);
    int rows = reference.get("input").size();
    double[] input = ReferenceVectors.numbers(reference.get("input"));
    // a parameter that the identity multiplies is the prediction, so its gradient is what we want
    Expr identity = Expr.input("x", Shape.batch(rows));
    Expr table =
        identity.parameter(
            "table",
            Shape.fixed(rows, input.length / rows),
            (fans, draws, index) -> input[(int) index]);
    int width = targets.length / rows;
    Expr t = Expr.input("t", Shape.batch(width));
    Expr losses = loss(reference).apply(identity.matmul(table), t);
    var program = Programs.training(losses, losses, Optional.empty(), OptionalDouble.empty());
    var plan = new Plan(List.of(program), PlanOptions.of(Precision.FLOAT64, rows));
    plan.initialize(0, name -> CountedDraws.of(1, Purpose.WEIGHTS, name, 0));
    for (int row = 0; row < rows; row++) {
      double[] unit = new double[rows];
      unit[row] = 1;
      plan.input("x", 0, row, unit, 0);
      plan.input("t", 0, row, targets, row * width);
    }

    plan.run(Entry.GRADIENT, rows);

    double scale = isSum(reference) ? rows : 1;
    double[] gradient = plan.output(Programs.gradientOf("table"), 0, rows);
    assertThat(scale * plan.scalar(Programs.LOSS, 0)).isCloseTo(expected(reference), within(1e-10));
    assertThat(Arrays.stream(gradient).map(each -> scale * each).toArray())
        .containsExactly(gradient(reference), within(1e-10));
  }

  private static boolean isSum(JsonNode reference) {
    return reference.get("attrs").path("reduction").asString("mean").equals("sum");
  }

  private static double expected(JsonNode reference) {
    return reference.get("expected").doubleValue();
  }

  private static double[] gradient(JsonNode reference) {
    return ReferenceVectors.numbers(reference.get("expected_grad"));
  }

  /** Classes are numbered from 0, where a peer has −1 and 1. */
  private static double[] targets(JsonNode reference) {
    double[] targets = ReferenceVectors.numbers(reference.get("attrs").get("target"));
    return reference.get("op").asString().equals("hinge_pm1")
        ? Arrays.stream(targets).map(each -> (each + 1) / 2).toArray()
        : targets;
  }

  private static Loss loss(JsonNode reference) {
    JsonNode attrs = reference.get("attrs");
    double smoothing = attrs.path("label_smoothing").asDouble(0);
    return switch (reference.get("op").asString()) {
      case "mse" -> new MeanSquaredError();
      case "l1" -> new MeanAbsoluteError();
      case "huber" -> new Huber(attrs.get("delta").doubleValue());
      case "smooth_l1" -> new SmoothL1(attrs.get("beta").doubleValue());
      case "log_cosh" -> new LogCosh();
      case "bce_with_logits", "binary_cross_entropy" -> new BinaryCrossEntropy(smoothing);
      case "cross_entropy_logits" -> new CrossEntropy(smoothing);
      case "hinge", "hinge_pm1" -> new Hinge();
      case "squared_hinge" -> new SquaredHinge();
      case "focal" -> new Focal(attrs.get("gamma").doubleValue(), alpha(attrs));
      case "kl_divergence" -> new KlDivergence();
      case "poisson" -> new Poisson();
      case "quantile" -> new Quantile(attrs.get("quantile").doubleValue());
      default -> throw new IllegalArgumentException(reference.get("op").asString());
    };
  }

  private static OptionalDouble alpha(JsonNode attrs) {
    return attrs.has("alpha")
        ? OptionalDouble.of(attrs.get("alpha").doubleValue())
        : OptionalDouble.empty();
  }
}
