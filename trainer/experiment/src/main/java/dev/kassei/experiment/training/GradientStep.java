package dev.kassei.experiment.training;

import dev.kassei.engine.Programs;
import dev.kassei.engine.plan.Entry;
import dev.kassei.engine.plan.Plan;
import java.util.List;

/**
 * A step by formulas: the gradients of one or more batches, and the update that follows from them.
 */
final class GradientStep implements TrainingStep {
  private final Plan plan;
  private final int rows;
  private final boolean accumulates;
  private final boolean perturbs;
  private final double[] losses;

  GradientStep(PreparedTrial trial, Plan plan) {
    this.plan = plan;
    this.rows = trial.rowsPerStep();
    this.accumulates = trial.training().accumulate() > 1;
    this.perturbs = trial.training().sharpnessAware().isPresent();
    this.losses = new double[plan.lanes()];
  }

  @Override
  public int rows() {
    return rows;
  }

  @Override
  public void take(List<Lane> lanes, int from, int count) {
    for (Lane lane : lanes) {
      lane.startStep();
    }
    int last = 0;
    for (int before = 0; before < count; before += last) {
      last = Math.min(plan.capacity(), count - before);
      computeGradients(lanes, from, before, last);
      recordLosses(lanes, from + before, last);
      endPass(last);
    }
    if (perturbs) {
      plan.run(Entry.PERTURB, last);
      takeAgain(lanes, from, count);
    }
    plan.run(Entry.UPDATE, last);
  }

  /** The gradients of the same rows, with the same noise, where the weights are now. */
  private void takeAgain(List<Lane> lanes, int from, int count) {
    int size = plan.capacity();
    for (int before = 0; before < count; before += size) {
      int batch = Math.min(size, count - before);
      computeGradients(lanes, from, before, batch);
      accumulate(batch);
    }
  }

  private void computeGradients(List<Lane> lanes, int from, int before, int batch) {
    for (Lane lane : lanes) {
      lane.fill(from + before, batch);
    }
    plan.run(Entry.GRADIENT, before, batch);
  }

  private void recordLosses(List<Lane> lanes, int from, int batch) {
    plan.scalars(Programs.LOSS, losses);
    for (Lane lane : lanes) {
      lane.recordLoss(losses[lane.index()], from, batch);
    }
  }

  /** Running means and their like see each row once. */
  private void endPass(int batch) {
    if (accumulates || perturbs) {
      plan.run(Entry.ADVANCE, batch);
      accumulate(batch);
    }
  }

  private void accumulate(int batch) {
    if (accumulates) {
      plan.run(Entry.ACCUMULATE, batch);
    }
  }
}
