package dev.kassei.builtins.metric;

import dev.kassei.api.Target;
import java.util.Optional;

/** A score of one class that is meant, or of all of them together. */
interface PositiveMetric extends ClassMetric {
  /** The name of the class that is meant; empty for all. */
  Optional<String> positive();

  @Override
  default Optional<String> namedClass() {
    return positive();
  }

  @Override
  default boolean suits(Target target) {
    return target.isClasses() && positive().map(target.classes()::contains).orElse(true);
  }
}
