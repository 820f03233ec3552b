package dev.kassei.experiment.training;

import dev.kassei.engine.Programs;
import dev.kassei.engine.plan.Entry;
import dev.kassei.engine.plan.Plan;
import java.util.List;

/** A step by formulas: the gradients of a batch, and the update that follows from them. */
final class GradientStep implements TrainingStep {
  private final Plan plan;
  private final double[] losses;

  GradientStep(Plan plan) {
    this.plan = plan;
    this.losses = new double[plan.lanes()];
  }

  @Override
  public int rows() {
    return plan.capacity();
  }

  @Override
  public void take(List<Lane> lanes, int from, int rows) {
    for (Lane lane : lanes) {
      lane.startStep();
      lane.fill(from, rows);
    }
    plan.run(Entry.GRADIENT, rows);
    plan.scalars(Programs.LOSS, losses);
    for (Lane lane : lanes) {
      lane.recordLoss(losses[lane.index()], from, rows);
    }
    plan.run(Entry.UPDATE, rows);
  }
}
