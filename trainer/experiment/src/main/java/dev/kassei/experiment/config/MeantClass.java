package dev.kassei.experiment.config;

import dev.kassei.api.Metric;
import dev.kassei.api.Target;
import dev.kassei.experiment.config.advice.Suggestions;

/** The one class that a metric looks at. */
public final class MeantClass {
  private MeantClass() {}

  /**
   * Checks that the data has the class.
   *
   * @param name the metric's
   * @throws ExperimentException if it has classes, but not this one
   */
  public static void check(Metric metric, String name, Target target) {
    if (target.isClasses()) {
      metric
          .namedClass()
          .filter(meant -> !target.classes().contains(meant))
          .ifPresent(meant -> refuse(meant, name, target));
    }
  }

  private static void refuse(String meant, String name, Target target) {
    String hint = Suggestions.didYouMean(meant, target.classes());
    throw new ExperimentException(
        "metrics",
        "'%s': no class '%s' in the data, whose classes are %s%s"
            .formatted(name, meant, target.classes(), hint));
  }
}
