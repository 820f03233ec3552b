package dev.kassei.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kassei.api.Initializer;
import dev.kassei.api.Optimizer;
import dev.kassei.api.Precision;
import dev.kassei.api.expr.Expr;
import dev.kassei.api.expr.Shape;
import dev.kassei.engine.Programs;
import dev.kassei.engine.random.CountedDraws;
import dev.kassei.engine.random.Purpose;
import java.util.Collections;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** Next values that are written where the old ones were. The gradient is 1 throughout. */
class CommitsTest {
  private static final Initializer TEN = (fans, draws, index) -> 10;

  /** An update as a lambda. */
  @FunctionalInterface
  private interface Rule extends Optimizer {
    @Override
    default double learningRate() {
      return 1;
    }
  }

  private static Plan plan(Rule optimizer, int lanes) {
    Expr x = Expr.input("x", Shape.batch(1));
    Expr y = x.times(x.parameter("w", Shape.SCALAR, TEN));
    var program = Programs.training(y, y, Optional.of(optimizer), OptionalDouble.empty());
    var plan = new Plan(Collections.nCopies(lanes, program), PlanOptions.of(Precision.FLOAT64, 1));
    for (int lane = 0; lane < lanes; lane++) {
      plan.initialize(lane, name -> CountedDraws.of(1, Purpose.WEIGHTS, name, 0));
      plan.input("x", lane, 0, new double[] {1}, 0);
    }
    return plan;
  }

  private static void step(Plan plan) {
    plan.run(Entry.GRADIENT, 1);
    plan.run(Entry.UPDATE, 1);
  }

  @Test
  void anOldValueThatIsReadAfterTheNewOneIsMadeIsStillThere() {
    Rule movesByTheOldSum =
        (weight, gradient, step) -> {
          Expr sum = weight.state("sum", 3);
          Expr next = sum.plus(gradient);
          return weight.plus(next.times(100)).plus(sum).updating(sum, next);
        };
    Plan plan = plan(movesByTheOldSum, 1);
    step(plan);

    assertThat(plan.tensors().read("w", 0)).containsExactly(10 + 400 + 3);
    assertThat(plan.tensors().read("optimizer.w.sum", 0)).containsExactly(4);
  }

  @Test
  void aStateThatBecomesTheWeightGetsTheOldOne() {
    Rule remembers =
        (weight, gradient, step) -> {
          Expr previous = weight.state("previous", 3);
          return weight.minus(previous.times(gradient)).updating(previous, weight);
        };
    Plan plan = plan(remembers, 1);
    step(plan);

    assertThat(plan.tensors().read("w", 0)).containsExactly(7);
    assertThat(plan.tensors().read("optimizer.w.previous", 0)).containsExactly(10);
  }

  @Test
  void twoTensorsMayHaveOneNextValue() {
    Rule follows =
        (weight, gradient, step) -> {
          Expr copy = weight.state("copy", 3);
          Expr next = weight.minus(copy.times(gradient));
          return next.updating(copy, next);
        };
    Plan plan = plan(follows, 1);
    step(plan);

    assertThat(plan.tensors().read("w", 0)).containsExactly(7);
    assertThat(plan.tensors().read("optimizer.w.copy", 0)).containsExactly(7);
  }

  @Test
  void aSlotThatNothingReadsIsWritten() {
    Plan plan =
        plan(
            (weight, gradient, step) ->
                weight.minus(gradient).updating(weight.state("seen", 3), gradient.times(5)),
            1);
    step(plan);

    assertThat(plan.tensors().read("w", 0)).containsExactly(9);
    assertThat(plan.tensors().read("optimizer.w.seen", 0)).containsExactly(5);
  }

  @Test
  void aGradientOfItsOwnDoesNotChangeTheWeight() {
    Plan plan = plan((weight, gradient, step) -> weight.minus(gradient), 1);
    plan.run(Entry.GRADIENT, 1);
    plan.run(Entry.GRADIENT, 1);
    plan.run(Entry.EVALUATE, 1);

    assertThat(plan.tensors().read("w", 0)).containsExactly(10);
  }

  @Test
  void aLaneThatRestsKeepsItsValuesAndGoesOnLater() {
    Rule descent =
        (weight, gradient, step) -> {
          Expr count = weight.state("count", 0);
          return weight.minus(gradient).updating(count, count.plus(1));
        };
    Plan plan = plan(descent, 3);
    step(plan);
    plan.setActive(1, false);
    step(plan);
    plan.setActive(1, true);
    plan.setActive(2, false);
    step(plan);

    assertThat(plan.tensors().read("w", 0)).containsExactly(7);
    assertThat(plan.tensors().read("w", 1)).containsExactly(8);
    assertThat(plan.tensors().read("w", 2)).containsExactly(8);
    assertThat(plan.tensors().read("optimizer.w.count", 1)).containsExactly(2);
    assertThat(plan.step(2)).isEqualTo(2);
  }
}
