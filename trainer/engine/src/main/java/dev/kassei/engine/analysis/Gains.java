package dev.kassei.engine.analysis;

import dev.kassei.api.Activation;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * The gains of the activations that were asked for last. What is remembered is what would be
 * computed, so nothing but the time depends on it. For use by several threads.
 */
final class Gains {
  private static final int ROOM = 1000;
  private static final float LOAD = 0.75f;

  private final Map<Activation, OptionalDouble> gains =
      new LinkedHashMap<>(16, LOAD, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Activation, OptionalDouble> eldest) {
          return size() > ROOM;
        }
      };

  synchronized OptionalDouble get(Activation activation) {
    return gains.computeIfAbsent(activation, Gains::compute);
  }

  private static OptionalDouble compute(Activation activation) {
    return GaussianMoments.of(activation).map(GaussianMoments::gain).orElse(OptionalDouble.empty());
  }
}
