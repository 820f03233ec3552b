package dev.kassei.experiment.training;

import dev.kassei.engine.plan.Plan;
import java.util.List;

/** How one step is taken, by trials side by side. */
interface TrainingStep {
  /** How the learning algorithm of a lane, and of those beside it, takes its steps in a plan. */
  static TrainingStep of(Lane first, Plan plan) {
    return first
        .trial()
        .template()
        .learner()
        .plainJava()
        .<TrainingStep>map(minimizer -> new MinimizerStep(minimizer, first, plan))
        .orElseGet(() -> new GradientStep(first.trial(), plan));
  }

  /** The greatest number of rows in a step. */
  int rows();

  /**
   * Takes one step.
   *
   * @param lanes of the plan, those of trials that have ended among them
   * @param from the first row of the step in each lane's order of rows
   * @param rows how many there are
   */
  void take(List<Lane> lanes, int from, int rows);
}
