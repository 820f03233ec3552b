package dev.kassei.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kassei.api.Precision;
import dev.kassei.api.expr.Expr;
import dev.kassei.api.expr.Shape;
import dev.kassei.engine.plan.Entry;
import dev.kassei.engine.plan.Plan;
import dev.kassei.engine.plan.PlanOptions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** The article's loop from fixed weights; the losses are numpy's in float64. */
class ArticleLoopTest {
  private static final Map<Integer, Double> LOSSES =
      Map.of(
          0, 0.2583660575812816,
          100, 0.2526334232608418,
          1000, 0.25001058122346886,
          2000, 0.2500000312976537);

  @Test
  void oneSigmoidNeuronOnXorFollowsTheArticle() {
    Plan plan = plan();
    double[] x = {0, 0, 0, 1, 1, 0, 1, 1};
    double[] t = {0, 1, 1, 0};
    for (int row = 0; row < 4; row++) {
      plan.input("x", 0, row, x, 2 * row);
      plan.input("t", 0, row, t, row);
    }
    plan.tensors().write("w", 0, new double[] {0.5, -0.3});
    plan.tensors().write("b", 0, new double[] {0.1});
    plan.setRate(0, 0.1);

    for (int epoch = 0; epoch <= 2000; epoch++) {
      plan.run(Entry.GRADIENT, 4);
      if (LOSSES.containsKey(epoch)) {
        double expected = LOSSES.get(epoch);
        assertThat(plan.scalar(Programs.LOSS, 0))
            .as("epoch %s", epoch)
            .isCloseTo(expected, within(1e-12 * expected));
      }
      plan.run(Entry.UPDATE, 4);
    }
    assertThat(plan.step(0)).isEqualTo(2001);
  }

  private static Plan plan() {
    Expr x = Expr.input("x", Shape.batch(2));
    Expr z =
        x.matmul(x.weights("w", 2, 1, (fans, draws, i) -> 0))
            .plus(x.parameter("b", Shape.SCALAR, (fans, draws, i) -> 0));
    Expr y = z.sigmoid();
    Expr loss = y.minus(Expr.input("t", Shape.batch(1))).square().rowMean();
    var descent = new PlainDescent(0.1);
    return new Plan(
        List.of(Programs.training(y, loss, Optional.of(descent), OptionalDouble.empty())),
        PlanOptions.of(Precision.FLOAT64, 4));
  }
}
