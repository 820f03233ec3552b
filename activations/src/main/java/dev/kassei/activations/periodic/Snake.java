package dev.kassei.activations.periodic;

import static dev.kassei.api.value.Requirements.require;
import static dev.kassei.api.value.Requirements.requireFinite;

import dev.kassei.activations.Peers;
import dev.kassei.activations.Trainable;
import dev.kassei.api.Activation;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import dev.kassei.api.expr.Expr;
import java.util.Map;

/**
 * The identity with a wave on it, f(x) = x + sin²(frequency·x) / frequency.
 *
 * <p>The angle is limited to ±10¹⁸, where the wave is lost in the rounding of x, since it may
 * overflow. There are no kinks. If it is trainable, each column has a {@code frequency} of its own
 * that starts at the given one.
 *
 * <p>TensorFlow Addons has the same as x + (1 − cos(2·frequency·x)) / (2·frequency), not trainable.
 *
 * @param frequency half the angular frequency of the wave, positive
 * @param trainable whether it is learned, one a column
 */
@PluginName(value = "snake", title = "Snake")
@Reference(
    "Liu Ziyin, Tilman Hartwig, Masahito Ueda (2020): Neural Networks Fail to Learn Periodic Functions and How to Fix It. arXiv:2006.08195")
public record Snake(double frequency, boolean trainable) implements Activation {
  private static final double LARGEST_ANGLE = 1e18;

  public Snake() {
    this(1, false);
  }

  public Snake {
    require(frequency > 0, "frequency must be positive but was %s", frequency);
    requireFinite("frequency", frequency);
  }

  @Override
  public Expr apply(Expr x) {
    if (!trainable && frequency == 1) {
      return x.plus(x.sin().square());
    }
    Expr rate = trainable ? Trainable.perUnit(x, "frequency", frequency) : Expr.constant(frequency);
    Expr angle = x.times(rate).clip(-LARGEST_ANGLE, LARGEST_ANGLE);
    return x.plus(angle.sin().square().over(rate));
  }

  @Override
  public Map<String, Activation> peers() {
    return Peers.of(new Snake(), "tfa").byLibrary();
  }
}
