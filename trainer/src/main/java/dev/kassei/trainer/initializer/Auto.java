package dev.kassei.trainer.initializer;

import dev.kassei.api.Activation;
import dev.kassei.api.Draws;
import dev.kassei.api.Initializer;
import dev.kassei.api.PluginName;

/**
 * Draws from the normal distribution with mean 0 and standard deviation gain / √inputs, where the
 * gain is the one published for the activation that follows, such as √2 for ReLU. It is 1 where
 * none was published and where no activation follows.
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
    return new Gained(activation.gain().orElse(UNKNOWN));
  }

  /** Draws scaled by a known gain. */
  private record Gained(double gain) implements Initializer {
    @Override
    public double value(Fans fans, Draws draws, long index) {
      return Scaled.normal(draws, index, gain / Math.sqrt(fans.in()));
    }
  }
}
