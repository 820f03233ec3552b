package dev.kassei.experiment.training;

import dev.kassei.api.LearningAlgorithm;
import dev.kassei.api.Minimizer;
import dev.kassei.api.Optimizer;
import java.util.Optional;

/**
 * How a learning algorithm works: by formulas that a plan computes in each of its lanes, or in
 * plain Java, which sees one lane and all rows. One of the two is there.
 */
record Learner(Optional<Optimizer> formulas, Optional<Minimizer> plainJava) {
  /** The one place that asks of which kind an algorithm is. */
  static Learner of(LearningAlgorithm algorithm) {
    return algorithm instanceof Optimizer optimizer
        ? new Learner(Optional.of(optimizer), Optional.empty())
        : new Learner(Optional.empty(), Optional.of((Minimizer) algorithm));
  }

  /** Whether a trial is trained without others beside it. */
  boolean runsSolo() {
    return plainJava.isPresent();
  }
}
