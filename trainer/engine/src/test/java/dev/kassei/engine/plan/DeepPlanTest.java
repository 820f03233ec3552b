package dev.kassei.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kassei.api.Initializer;
import dev.kassei.api.Optimizer;
import dev.kassei.api.OptimizerStep;
import dev.kassei.api.Precision;
import dev.kassei.api.expr.Expr;
import dev.kassei.api.expr.Shape;
import dev.kassei.engine.Programs;
import dev.kassei.engine.random.CountedDraws;
import dev.kassei.engine.random.Purpose;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Planning takes time in proportion to the size of a network. The limits are no measurement: what
 * is planned in a second took minutes when it went by the square.
 */
@Tag("slow")
@Timeout(value = 90, unit = TimeUnit.SECONDS)
class DeepPlanTest {
  private static final Initializer ONE = (fans, draws, index) -> 1;

  private static Plan plan(Expr y) {
    var program =
        Programs.training(y, y.rowSum(), Optional.of(new Descent()), OptionalDouble.empty());
    var plan = new Plan(List.of(program), PlanOptions.of(Precision.FLOAT64, 1));
    plan.initialize(0, name -> CountedDraws.of(1, Purpose.WEIGHTS, name, 0));
    return plan;
  }

  private record Descent() implements Optimizer {
    @Override
    public double learningRate() {
      return 0.5;
    }

    @Override
    public Expr update(Expr weight, Expr gradient, OptimizerStep step) {
      return weight.minus(gradient.times(step.rate()));
    }
  }

  @Test
  void manyLayers() {
    Expr y = Expr.input("x", Shape.batch(2));
    for (int layer = 0; layer < 10_000; layer++) {
      y = y.matmul(y.parameter("w" + layer, Shape.fixed(2, 2), ONE)).tanh();
    }
    Plan plan = plan(y);
    plan.input("x", 0, 0, new double[] {1, 1}, 0);
    plan.run(Entry.PREDICT, 1);
    assertThat(plan.scalar(Programs.RESPONSE, 0)).isPositive();
  }

  @Test
  void manyOperationsOnOneValue() {
    Expr x = Expr.input("x", Shape.batch(1));
    Expr y = x;
    for (int i = 0; i < 25_000; i++) {
      y = y.over(x.plus(i % 2));
    }
    assertThat(plan(y.times(x.parameter("w", Shape.SCALAR, ONE))).lanes()).isEqualTo(1);
  }
}
