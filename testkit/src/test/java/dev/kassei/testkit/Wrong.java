package dev.kassei.testkit;

import dev.kassei.api.Activation;
import dev.kassei.api.Initializer;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import dev.kassei.api.expr.Expr;
import dev.kassei.api.expr.RowFunction;
import dev.kassei.api.expr.Shape;
import java.util.Arrays;
import java.util.Map;
import java.util.OptionalDouble;

/** Plugins that break the contract, each in one way. */
final class Wrong {
  private static final Initializer ONE = (fans, draws, index) -> 1;

  private Wrong() {}

  /** Not a record, without a name, without a public constructor. */
  static final class Anonymous implements Activation {
    @Override
    public Expr apply(Expr x) {
      return x;
    }
  }

  @PluginName("Bad Name")
  @Reference("none")
  public record BadName() implements Activation {
    @Override
    public Expr apply(Expr x) {
      return x;
    }
  }

  @PluginName("no_defaults")
  @Reference("none")
  public record NoDefaults(double alpha) implements Activation {
    @Override
    public Expr apply(Expr x) {
      return x.times(alpha);
    }
  }

  @PluginName("refused_defaults")
  @Reference("none")
  public record RefusedDefaults(double alpha) implements Activation {
    public RefusedDefaults() {
      this(-1);
    }

    public RefusedDefaults {
      if (alpha < 0) {
        throw new IllegalArgumentException("alpha must not be negative");
      }
    }

    @Override
    public Expr apply(Expr x) {
      return x.times(alpha);
    }
  }

  @PluginName("bad_gain")
  @Reference("none")
  public record BadGain() implements Activation {
    @Override
    public Expr apply(Expr x) {
      return x;
    }

    @Override
    public OptionalDouble gain() {
      return OptionalDouble.of(0);
    }
  }

  @PluginName("foreign_peer")
  @Reference("none")
  public record ForeignPeer() implements Activation {
    @Override
    public Expr apply(Expr x) {
      return x;
    }

    @Override
    public Map<String, Activation> peers() {
      return Map.of("onnx", new BadGain());
    }
  }

  /** One row for the whole batch. */
  @PluginName("total")
  @Reference("none")
  public record Total() implements Activation {
    @Override
    public Expr apply(Expr x) {
      return x.columnSum();
    }
  }

  /** Takes no width at all. */
  @PluginName("picky")
  @Reference("none")
  public record Picky() implements Activation {
    @Override
    public Expr apply(Expr x) {
      throw new IllegalArgumentException("the width must be 17");
    }
  }

  /** Refuses odd widths by an accident. */
  @PluginName("clumsy")
  @Reference("none")
  public record Clumsy() implements Activation {
    @Override
    public Expr apply(Expr x) {
      int[] halves = new int[x.width() / 2];
      return halves.length * 2 == x.width() ? x : x.times(halves[halves.length]);
    }
  }

  /** A row function that returns fewer values than the formula says. */
  @PluginName("short_row")
  @Reference("none")
  public record ShortRow() implements Activation {
    @Override
    public Expr apply(Expr x) {
      return x.rowFunction(new Doubling(), x.width() + 1);
    }
  }

  /** A parameter that all layers share. */
  @PluginName("shared")
  @Reference("none")
  public record Shared() implements Activation {
    @Override
    public Expr apply(Expr x) {
      return x.times(Expr.constant(0).parameter("slope", Shape.SCALAR, ONE));
    }
  }

  /** Reads something that it is not given. */
  @PluginName("curious")
  @Reference("none")
  public record Curious() implements Activation {
    @Override
    public Expr apply(Expr x) {
      return x.plus(Expr.input("target", Shape.batch(1)));
    }
  }

  /** Another formula each time. */
  @PluginName("moody")
  @Reference("none")
  public record Moody() implements Activation {
    private static int calls;

    @Override
    public Expr apply(Expr x) {
      return x.times(1 + ++calls % 2);
    }
  }

  /** The same formula with other values each time. */
  @PluginName("counting")
  @Reference("none")
  public record Counting() implements Activation {
    private static final RowFunction COUNTER =
        new RowFunction() {
          private int calls;

          @Override
          public void value(double[] x, double[] y) {
            Arrays.setAll(y, i -> x[i] + calls);
            calls++;
          }

          @Override
          public void gradient(double[] x, double[] y, double[] dy, double[] dx) {
            System.arraycopy(dy, 0, dx, 0, dx.length);
          }
        };

    @Override
    public Expr apply(Expr x) {
      return x.rowFunction(COUNTER, x.width());
    }
  }

  /** inf / inf in float64 from 1e154 on. */
  @PluginName("squash")
  @Reference("none")
  public record Squash() implements Activation {
    @Override
    public Expr apply(Expr x) {
      return x.square().over(x.square().plus(1));
    }
  }

  /** The tanh form of GELU as it is usually written: 0 · inf in its derivative. */
  @PluginName("plain_gelu")
  @Reference("none")
  public record PlainGelu() implements Activation {
    @Override
    public Expr apply(Expr x) {
      Expr u = x.plus(x.power(3).times(0.044715)).times(0.7978845608028654);
      return x.times(0.5).times(u.tanh().plus(1));
    }
  }

  /** Overflows where the result is small: √(x² + 1) − 1 at 1e30 in float32. */
  @PluginName("float_overflow")
  @Reference("none")
  public record FloatOverflow() implements Activation {
    @Override
    public Expr apply(Expr x) {
      Expr bounded = x.clip(-1e30, 1e30);
      return bounded.square().plus(1).sqrt().minus(1);
    }
  }

  /** Overflows at the size of an ordinary input. */
  @PluginName("steep")
  @Reference("none")
  public record Steep() implements Activation {
    @Override
    public Expr apply(Expr x) {
      return x.times(30).exp();
    }
  }

  /** NaN in, 0 out. */
  @PluginName("swallowing")
  @Reference("none")
  public record Swallowing() implements Activation {
    @Override
    public Expr apply(Expr x) {
      return Expr.where(x.greaterThan(0), x, Expr.constant(0));
    }
  }

  /** A row function whose gradient is not that of its value. */
  @PluginName("wrong_gradient")
  @Reference("none")
  public record WrongGradient() implements Activation {
    @Override
    public Expr apply(Expr x) {
      return x.rowFunction(new Doubling(), x.width());
    }
  }

  /** A derivative of 0 at 0, where both sides have 1. */
  @PluginName("blind_spot")
  @Reference("none")
  public record BlindSpot() implements Activation {
    @Override
    public Expr apply(Expr x) {
      return x.max(0).minus(x.negate().max(0));
    }
  }

  /** A jump at 1.2345, which no constant of the formula shows. */
  @PluginName("jump")
  @Reference("none")
  public record Jump() implements Activation {
    @Override
    public Expr apply(Expr x) {
      return x.plus(x.times(2).greaterThan(2.469));
    }
  }

  /** Each row less the mean of the batch. */
  @PluginName("batch_centred")
  @Reference("none")
  public record BatchCentred() implements Activation {
    @Override
    public Expr apply(Expr x) {
      return x.minus(x.columnMean());
    }
  }

  /** Loses its digits to cancellation: (x + 1000)² − (x − 1000)² is 4000·x. */
  @PluginName("cancelling")
  @Reference("none")
  public record Cancelling() implements Activation {
    @Override
    public Expr apply(Expr x) {
      return x.plus(1000).square().minus(x.minus(1000).square()).over(4000);
    }
  }

  /** A parameter with the name of the input. */
  @PluginName("ambiguous")
  @Reference("none")
  public record Ambiguous() implements Activation {
    @Override
    public Expr apply(Expr x) {
      return x.times(x.parameter("x", Shape.SCALAR, ONE));
    }
  }

  /** 2x with a gradient of 1.9. */
  private record Doubling() implements RowFunction {
    @Override
    public void value(double[] x, double[] y) {
      for (int i = 0; i < y.length; i++) {
        y[i] = 2 * x[i];
      }
    }

    @Override
    public void gradient(double[] x, double[] y, double[] dy, double[] dx) {
      for (int i = 0; i < dx.length; i++) {
        dx[i] = 1.9 * dy[i];
      }
    }
  }
}
