package dev.kassei.experiment.training;

import dev.kassei.api.Minimizer;
import dev.kassei.engine.PlanObjective;
import dev.kassei.engine.Programs;
import dev.kassei.engine.plan.Plan;
import java.util.List;

/** A step in plain Java, which sees one lane and all rows. */
final class MinimizerStep implements TrainingStep {
  private final Minimizer minimizer;
  private final Plan plan;
  private final PlanObjective objective;
  private final int rows;

  MinimizerStep(Minimizer minimizer, Plan plan, int rows) {
    this.minimizer = minimizer;
    this.plan = plan;
    this.objective = new PlanObjective(plan, rows);
    this.rows = rows;
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
      plan.setStep(lane.index(), plan.step(lane.index()) + 1);
    }
  }
}
