package dev.kassei.builtins.initializer;

import dev.kassei.api.Activation;
import dev.kassei.api.Initializer;
import dev.kassei.api.PluginName;
import dev.kassei.api.value.Draws;
import dev.kassei.engine.analysis.GaussianMoments;

/**
 * Draws from the normal distribution with mean 0 and standard deviation gain / √inputs. The gain is
 * the one published for the activation that follows, such as √2 for ReLU; where none was, it is 1 /
 * √(E f(z)²) with z from the standard normal distribution, computed from the formula, which keeps
 * the second moment from layer to layer. It is 1 for functions of whole rows and where no
 * activation follows.
 */
@PluginName("auto")
public record Auto() implements Initializer {
  private static final double UNKNOWN = 1;

  @Override
  public double value(Fans fans, Draws draws, long index) {
    return new Gained(UNKNOWN).value(fans, draws, index);
  }

  @Override
  public Initializer before(Activation activation) {
    return new Gained(gain(activation));
  }

  private static double gain(Activation activation) {
    return activation.gain().orElseGet(() -> GaussianMoments.gain(activation).orElse(UNKNOWN));
  }

  /** Draws scaled by a known gain. */
  private record Gained(double gain) implements Initializer {
    @Override
    public double value(Fans fans, Draws draws, long index) {
      return Scaled.normal(draws, index, gain / Math.sqrt(fans.in()));
    }
  }
}
