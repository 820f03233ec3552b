package dev.kassei.builtins.metric;

import dev.kassei.api.Metric;
import dev.kassei.api.Target;

/** A score of classes from 0 to 1, of which guessing has a share for each class. */
interface ClassMetric extends Metric {
  @Override
  default double undecided(int classes) {
    return classes == 0 ? worst() : 1.0 / classes;
  }

  @Override
  default double worst() {
    return 0;
  }

  @Override
  default double best() {
    return 1;
  }

  @Override
  default boolean suits(Target target) {
    return target.isClasses();
  }
}
