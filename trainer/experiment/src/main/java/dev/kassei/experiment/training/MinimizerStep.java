package dev.kassei.experiment.training;

import dev.kassei.api.Minimizer;
import dev.kassei.engine.PlanObjective;
import dev.kassei.engine.Programs;
import dev.kassei.engine.plan.Entry;
import dev.kassei.engine.plan.Plan;
import java.util.List;

/** A step in plain Java, which sees one lane and all rows. */
final class MinimizerStep implements TrainingStep {
  private final Minimizer minimizer;
  private final Plan plan;
  private final PlanObjective objective;
  private final int rows;
  private final boolean hasUpdates;

  MinimizerStep(Minimizer minimizer, Lane lane, Plan plan) {
    PreparedTrial trial = lane.trial();
    this.minimizer = minimizer;
    this.plan = plan;
    this.rows = trial.data().train().rows();
    this.objective = new PlanObjective(plan, rows, lane.memory(), trial.seeds().noise());
    this.hasUpdates = !trial.program().writes(Entry.UPDATE).isEmpty();
  }

  @Override
  public int rows() {
    return rows;
  }

  @Override
  public void take(List<Lane> lanes, int from, int count) {
    Lane lane = lanes.get(0);
    lane.fill(from, count);
    objective.loss();
    lane.recordLoss(plan.scalar(Programs.LOSS, lane.index()), from, count);
    if (lane.isActive()) {
      if (!minimizer.step(objective)) {
        lane.stopAfterEpoch();
      }
      end();
    }
  }

  /** States of layers, such as running means, go by what the layers give after the step. */
  private void end() {
    if (hasUpdates) {
      plan.run(Entry.GRADIENT, rows);
    }
    plan.run(Entry.UPDATE, rows);
  }
}
