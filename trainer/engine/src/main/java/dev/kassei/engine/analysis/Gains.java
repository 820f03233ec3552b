package dev.kassei.engine.analysis;

import dev.kassei.api.Activation;
import dev.kassei.engine.LruCache;
import java.util.OptionalDouble;

/**
 * The gains of the activations that were asked for last. What is remembered is what would be
 * computed, so nothing but the time depends on it. For use by several threads.
 */
final class Gains {
  private static final int CAPACITY = 1000;

  private final LruCache<Activation, OptionalDouble> gains = new LruCache<>(CAPACITY);

  OptionalDouble get(Activation activation) {
    return gains.get(activation, () -> compute(activation));
  }

  private static OptionalDouble compute(Activation activation) {
    return GaussianMoments.of(activation).map(GaussianMoments::gain).orElse(OptionalDouble.empty());
  }
}
