package dev.kassei.testkit;

import static dev.kassei.api.value.Requirements.require;

import dev.kassei.api.Activation;
import dev.kassei.api.Initializer;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import dev.kassei.api.expr.Expr;
import dev.kassei.api.expr.RowFunction;
import dev.kassei.api.expr.Shape;
import java.util.stream.Stream;

/** Plugins of unusual kinds that keep the contract. */
final class Right {
  private static final Initializer QUARTER = (fans, draws, index) -> 0.25;

  private Right() {}

  static Stream<Activation> all() {
    return Stream.of(new Trained(), new Gated(), new Widest(), new Reversed(), new Noisy());
  }

  /** A parameter a column. */
  @PluginName("trained")
  @Reference("none")
  public record Trained() implements Activation {
    @Override
    public Expr apply(Expr x) {
      Expr slope = x.parameter("slope", Shape.fixed(1, x.width()), QUARTER);
      return Expr.where(x.greaterThan(0), x, x.times(slope));
    }
  }

  /** Half as wide, for even widths. */
  @PluginName("gated")
  @Reference("none")
  public record Gated() implements Activation {
    @Override
    public Expr apply(Expr x) {
      int half = x.width() / 2;
      require(2 * half == x.width(), "an even width expected, not %s", x.width());
      return x.columns(0, half).times(x.columns(half, 2 * half).sigmoid());
    }
  }

  /** The largest of each row, with kinks off the axes. */
  @PluginName("widest")
  @Reference("none")
  public record Widest() implements Activation {
    @Override
    public Expr apply(Expr x) {
      return x.rowMax();
    }
  }

  /** A row function in plain Java. */
  @PluginName("reversed")
  @Reference("none")
  public record Reversed() implements Activation {
    @Override
    public Expr apply(Expr x) {
      return x.rowFunction(new Reversal(), x.width());
    }
  }

  /** Noise in training only. */
  @PluginName("noisy")
  @Reference("none")
  public record Noisy() implements Activation {
    @Override
    public Expr apply(Expr x) {
      return x.times(x.uniform("noise", 0.5, 1)).byMode(x.times(0.75));
    }
  }

  private record Reversal() implements RowFunction {
    @Override
    public void value(double[] x, double[] y) {
      for (int i = 0; i < x.length; i++) {
        y[i] = x[x.length - 1 - i];
      }
    }

    @Override
    public void gradient(double[] x, double[] y, double[] dy, double[] dx) {
      value(dy, dx);
    }
  }
}
