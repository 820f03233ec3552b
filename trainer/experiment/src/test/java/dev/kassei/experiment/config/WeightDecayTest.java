package dev.kassei.experiment.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.kassei.api.Optimizer;
import dev.kassei.api.OptimizerStep;
import dev.kassei.api.expr.Expr;
import dev.kassei.builtins.optimizer.Adam;
import dev.kassei.builtins.optimizer.Sgd;
import org.junit.jupiter.api.Test;

class WeightDecayTest {
  private static final Sgd DECAYED = new Sgd(0.1, 0.9, 0, true, 0.01);
  private static final Sgd UNDECAYED = new Sgd(0.1, 0.9, 0, true, 0);

  /** Leaves the work to another. */
  private record Wrapping(Optimizer inner, double weightDecay) implements Optimizer {
    @Override
    public double learningRate() {
      return inner.learningRate();
    }

    @Override
    public Expr update(Expr weight, Expr gradient, OptimizerStep step) {
      return inner.update(weight, gradient, step);
    }
  }

  /** Cannot do without. */
  private record Insisting(double learningRate, double weightDecay) implements Optimizer {
    Insisting {
      if (weightDecay == 0) {
        throw new IllegalArgumentException("weight_decay must be positive but was 0.0");
      }
    }

    @Override
    public Expr update(Expr weight, Expr gradient, OptimizerStep step) {
      return weight;
    }
  }

  /** Knows no decay. */
  private record Plain(double learningRate) implements Optimizer {
    @Override
    public Expr update(Expr weight, Expr gradient, OptimizerStep step) {
      return weight;
    }
  }

  @Test
  void onlyTheDecayIsLeftOut() {
    assertThat(WeightDecay.without(DECAYED)).contains(UNDECAYED);
    assertThat(WeightDecay.without(new Adam())).contains(new Adam());
  }

  @Test
  void anOptimizerInsideLosesItsDecayToo() {
    assertThat(WeightDecay.without(new Wrapping(DECAYED, 0.5)))
        .contains(new Wrapping(UNDECAYED, 0));
  }

  @Test
  void whatHasNoDecayCannotBeWithout() {
    assertThat(WeightDecay.without(new Plain(0.1))).isEmpty();
  }

  @Test
  void aRefusalIsPassedOn() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> WeightDecay.without(new Insisting(0.1, 0.1)))
        .withMessage("weight_decay must be positive but was 0.0");
  }
}
