package dev.kassei.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kassei.api.Activation;
import dev.kassei.api.Initializer;
import dev.kassei.api.Optimizer;
import dev.kassei.api.OptimizerStep;
import dev.kassei.api.Precision;
import dev.kassei.api.expr.Expr;
import dev.kassei.api.expr.Mode;
import dev.kassei.api.expr.Shape;
import dev.kassei.engine.analysis.Elementwise;
import dev.kassei.engine.analysis.GaussianMoments;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is too large is refused at once, whatever its form. */
@Timeout(value = 10, unit = TimeUnit.SECONDS)
class FormulaSizeTest {
  private static final int LARGE = 300_000;
  private static final String REFUSAL = "but 100,000 are the most that can be computed";
  private static final Expr X = Expr.input("x", Shape.batch(1));

  /** Forms of formulas with at least as many nodes as asked for. */
  private enum Form {
    CHAIN {
      @Override
      Expr of(Expr x, int nodes) {
        Expr y = x;
        for (int i = 0; i < nodes; i++) {
          y = y.sin();
        }
        return y;
      }
    },
    /** With 2^150,000 ways from its end to x. */
    SHARED {
      @Override
      Expr of(Expr x, int nodes) {
        Expr y = x;
        for (int i = 0; i < nodes / 2; i++) {
          y = y.tanh();
          y = y.times(y);
        }
        return y;
      }
    },
    TREE {
      @Override
      Expr of(Expr x, int nodes) {
        var open = new ArrayDeque<Expr>();
        for (int i = 0; i < nodes / 2; i++) {
          open.add(x.plus(i));
        }
        while (open.size() > 1) {
          open.add(open.poll().max(open.poll()));
        }
        return open.poll();
      }
    },
    BRANCHES {
      @Override
      Expr of(Expr x, int nodes) {
        Expr y = x;
        for (int i = 0; i < nodes / 2; i++) {
          y = Expr.where(x.greaterThan(i), y, x);
        }
        return y;
      }
    },
    /** Of which each summand may be computed in the loop of the sum. */
    SUM {
      @Override
      Expr of(Expr x, int nodes) {
        Expr y = x;
        for (int i = 0; i < nodes / 4; i++) {
          y = y.plus(x.times(1 + 1e-3 * i).tanh());
        }
        return y;
      }
    },
    /** Of which all summands are there before the first is added. */
    LATE_SUM {
      @Override
      Expr of(Expr x, int nodes) {
        var summands = new ArrayDeque<Expr>();
        for (int i = 0; i < nodes / 4; i++) {
          summands.add(x.times(1 + 1e-3 * i).tanh());
        }
        Expr y = x;
        while (!summands.isEmpty()) {
          y = y.plus(summands.pollLast());
        }
        return y;
      }
    },
    /** Which a graph would fold to nearly nothing. */
    FOLDED {
      @Override
      Expr of(Expr x, int nodes) {
        Expr y = x;
        for (int i = 0; i < nodes; i++) {
          y = y.negate();
        }
        return y;
      }
    };

    abstract Expr of(Expr x, int nodes);
  }

  private record Large(Form form) implements Optimizer {
    @Override
    public double learningRate() {
      return 1;
    }

    @Override
    public Expr update(Expr weight, Expr gradient, OptimizerStep step) {
      return weight.minus(form.of(gradient, LARGE));
    }
  }

  @ParameterizedTest
  @EnumSource
  void aLargeActivationIsRefused(Form form) {
    Activation activation = x -> form.of(x, LARGE);
    assertThatThrownBy(() -> FormulaFunction.of(activation, 1, Precision.FLOAT32, Mode.INFERENCE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageMatching("this formula has [3-9]\\d\\d,\\d\\d\\d nodes, " + REFUSAL + ".*");
    assertThat(GaussianMoments.gain(activation)).isEmpty();
    assertThat(Elementwise.failure(activation))
        .hasValueSatisfying(refusal -> assertThat(refusal).hasMessageContaining(REFUSAL));
  }

  @ParameterizedTest
  @EnumSource
  void aLargeOptimizerIsRefused(Form form) {
    Initializer one = (fans, draws, index) -> 1;
    Expr losses = X.times(X.parameter("w", Shape.SCALAR, one));
    assertThatThrownBy(
            () ->
                Programs.training(X, losses, Optional.of(new Large(form)), OptionalDouble.empty()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("the optimizer's formula for 'w' has ")
        .hasMessageContaining(REFUSAL);
  }

  @ParameterizedTest
  @EnumSource(names = {"SUM", "LATE_SUM", "SHARED"})
  void aFormulaBelowTheLimitIsComputed(Form form) {
    Activation activation = x -> form.of(x, 20_000);
    FormulaFunction function = FormulaFunction.of(activation, 1, Precision.FLOAT64, Mode.INFERENCE);
    assertThat(function.value(new double[] {0.5})).hasSize(1);
  }

  @Test
  void eachNodeCountsOnce() {
    Expr largest = Form.SHARED.of(X, 99_998);
    assertThat(FormulaSize.required(largest)).isSameAs(largest);
    assertThatThrownBy(() -> FormulaSize.required(largest.sin().sin()))
        .hasMessageStartingWith("this formula has 100,001 nodes, " + REFUSAL);
  }

  @Test
  void whatIsGivenDoesNotCount() {
    Expr given = Form.CHAIN.of(X, LARGE);
    Expr made = given.exp();
    assertThat(FormulaSize.required("the update", made, Set.of(given))).isSameAs(made);
  }
}
