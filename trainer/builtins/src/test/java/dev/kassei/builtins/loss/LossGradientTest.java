package dev.kassei.builtins.loss;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kassei.api.Loss;
import dev.kassei.api.Precision;
import dev.kassei.api.Target;
import dev.kassei.api.expr.Expr;
import dev.kassei.api.expr.InitialValues;
import dev.kassei.api.expr.Shape;
import dev.kassei.engine.PlanObjective;
import dev.kassei.engine.Programs;
import dev.kassei.engine.plan.Plan;
import dev.kassei.engine.plan.PlanOptions;
import dev.kassei.engine.random.CountedDraws;
import dev.kassei.engine.random.Purpose;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each loss after a small network: the gradient beside central differences. */
class LossGradientTest {
  private static final int ROWS = 6;
  private static final double STEP = 1e-5;
  private static final Target NUMBERS = new Target(List.of("y", "z"), List.of());
  private static final Target TWO = new Target(List.of("y"), List.of("a", "b"));
  private static final Target THREE = new Target(List.of("y"), List.of("a", "b", "c"));
  private static final double[] VALUES = {0.3, 1.2, -0.4, 2, 0.9, -1.1, 0, 0.6, 1.5, -2, 0.1, 0.8};
  private static final double[] SHARES = {0.3, 0.7, 1, 0, 0.5, 0.5, 0.9, 0.1, 0, 1, 0.4, 0.6};
  private static final double[] YES_NO = {0, 1, 1, 0, 1, 0};
  private static final double[] CLASSES = {0, 2, 1, 1, 0, 2};
  private static final InitialValues DRAWN = (fans, draws, index) -> draws.uniform(index) - 0.5;

  record Case(Loss loss, Target target, double[] targets) {}

  static Stream<Case> cases() {
    Stream<Loss> ofNumbers =
        Stream.of(
            new MeanSquaredError(),
            new MeanAbsoluteError(),
            new Huber(0.5),
            new SmoothL1(0.5),
            new LogCosh(),
            new Quantile(0.8));
    Stream<Loss> ofShares =
        Stream.of(
            new Poisson(),
            new KlDivergence(),
            new BinaryCrossEntropy(),
            new BinaryCrossEntropy(0.1));
    return Stream.of(
            ofNumbers.map(loss -> new Case(loss, NUMBERS, VALUES)),
            ofShares.map(loss -> new Case(loss, NUMBERS, SHARES)),
            ofClasses().map(loss -> new Case(loss, TWO, YES_NO)),
            ofClasses().map(loss -> new Case(loss, THREE, CLASSES)),
            Stream.of(
                new Case(new Focal(1.5, OptionalDouble.of(0.25)), TWO, YES_NO),
                new Case(new CrossEntropy(), THREE, CLASSES),
                new Case(new CrossEntropy(0.1), THREE, CLASSES)))
        .flatMap(each -> each);
  }

  private static Stream<Loss> ofClasses() {
    return Stream.of(
        new Hinge(), new SquaredHinge(), new Focal(), new Focal(0.5, OptionalDouble.empty()));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theGradientIsThatOfCentralDifferencesAtTheStartAndAfterTenSteps(Case one) {
    var objective = objective(one);
    assertGradient(objective);
    for (int step = 0; step < 10; step++) {
      descend(objective);
    }
    assertGradient(objective);
  }

  private static PlanObjective objective(Case one) {
    int outputs = one.loss().outputs(one.target());
    one.loss().check(one.target(), one.targets());
    Expr x = Expr.input("x", Shape.batch(2));
    Expr hidden = x.matmul(x.weights("first", 2, 3, DRAWN)).tanh();
    Expr prediction = hidden.matmul(x.weights("second", 3, outputs, DRAWN));
    Expr t = Expr.input("t", Shape.batch(one.target().columns()));
    Expr losses = one.loss().apply(prediction, t);
    var program = Programs.training(losses, losses, Optional.empty(), OptionalDouble.empty());
    var plan = new Plan(List.of(program), PlanOptions.of(Precision.FLOAT64, ROWS));
    plan.initialize(0, name -> CountedDraws.of(3, Purpose.WEIGHTS, name, 0));
    plan.inputs("x", 0, VALUES, 0, ROWS);
    plan.inputs("t", 0, one.targets(), 0, ROWS);
    return new PlanObjective(plan, ROWS, new HashMap<>(), 0);
  }

  private static void descend(PlanObjective objective) {
    double[] weights = new double[objective.size()];
    double[] gradient = new double[objective.size()];
    objective.read(weights);
    objective.gradient(gradient);
    for (int i = 0; i < weights.length; i++) {
      weights[i] -= 0.1 * gradient[i];
    }
    objective.write(weights);
  }

  private static void assertGradient(PlanObjective objective) {
    double[] weights = new double[objective.size()];
    double[] gradient = new double[objective.size()];
    objective.read(weights);
    objective.gradient(gradient);
    double error = 0;
    double size = 0;
    for (int i = 0; i < weights.length; i++) {
      double difference = gradient[i] - slope(objective, weights, i);
      error += difference * difference;
      size += gradient[i] * gradient[i];
    }
    assertThat(Math.sqrt(error / size)).isLessThan(1e-6);
    objective.write(weights);
  }

  private static double slope(PlanObjective objective, double[] weights, int at) {
    double[] moved = weights.clone();
    moved[at] = weights[at] + STEP;
    objective.write(moved);
    double above = objective.loss();
    moved[at] = weights[at] - STEP;
    objective.write(moved);
    return (above - objective.loss()) / (2 * STEP);
  }
}
