package dev.kassei.builtins.initializer;

import dev.kassei.api.Activation;
import dev.kassei.api.Initializer;
import dev.kassei.api.PluginName;
import dev.kassei.api.expr.Gain;
import dev.kassei.api.value.Draws;
import dev.kassei.engine.analysis.GaussianMoments;
import java.util.Optional;
import java.util.OptionalDouble;

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
    return gained().value(fans, draws, index);
  }

  @Override
  public Optional<Gain> weightGain() {
    return gained().weightGain();
  }

  private static Gained gained() {
    return new Gained(new Gain(UNKNOWN, Gain.Source.ASSUMED, Optional.empty()));
  }

  @Override
  public Initializer before(Activation activation) {
    OptionalDouble published = activation.gain();
    if (published.isPresent()) {
      return gained(published.getAsDouble(), Gain.Source.PUBLISHED, activation);
    }
    OptionalDouble computed = GaussianMoments.gain(activation);
    return computed.isPresent()
        ? gained(computed.getAsDouble(), Gain.Source.COMPUTED, activation)
        : gained(UNKNOWN, Gain.Source.ASSUMED, activation);
  }

  private static Gained gained(double value, Gain.Source source, Activation activation) {
    return new Gained(new Gain(value, source, Optional.of(name(activation))));
  }

  private static String name(Activation activation) {
    PluginName named = activation.getClass().getAnnotation(PluginName.class);
    return named == null ? activation.getClass().getSimpleName() : named.value();
  }

  /** Draws scaled by a known gain. */
  private record Gained(Gain used) implements Initializer {
    @Override
    public double value(Fans fans, Draws draws, long index) {
      return Scaled.normal(draws, index, used.value() / Math.sqrt(fans.in()));
    }

    @Override
    public Optional<Gain> weightGain() {
      return Optional.of(used);
    }
  }
}
