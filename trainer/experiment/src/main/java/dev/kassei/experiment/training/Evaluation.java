package dev.kassei.experiment.training;

import dev.kassei.api.Predictions;
import dev.kassei.engine.Programs;
import dev.kassei.engine.plan.Entry;
import dev.kassei.engine.plan.Plan;
import dev.kassei.experiment.data.DataSplit;
import java.util.List;

/** Computes the predictions of trials for a split and their mean loss, in inference mode. */
final class Evaluation {
  private final PreparedTrial trial;
  private final DataSplit part;
  private final int lane;
  private final double[] responses;
  private double sum;

  private Evaluation(PreparedTrial trial, String split, int lane) {
    this.trial = trial;
    this.part = trial.data().splits().get(split);
    this.lane = lane;
    this.responses = new double[part.rows() * trial.network().outputs()];
  }

  /**
   * What came out for one trial.
   *
   * @param loss the mean over all rows, each by its weight, summed in float64 in the order of the
   *     rows
   */
  record Result(double loss, Predictions predictions) {}

  /**
   * Evaluates trials that share a plan, all at the same time.
   *
   * @param split which every trial has
   * @param lanes the lane of each trial
   */
  static List<Result> of(Plan plan, String split, List<PreparedTrial> trials, int[] lanes) {
    Evaluation[] all = new Evaluation[lanes.length];
    int most = 0;
    for (int i = 0; i < all.length; i++) {
      all[i] = new Evaluation(trials.get(i), split, lanes[i]);
      most = Math.max(most, all[i].part.rows());
    }
    for (int from = 0; from < most; from += plan.capacity()) {
      int rows = Math.min(plan.capacity(), most - from);
      for (Evaluation each : all) {
        each.fill(plan, from, rows);
      }
      plan.run(Entry.EVALUATE, rows);
      for (Evaluation each : all) {
        each.take(plan, from, rows);
      }
    }
    return List.of(all).stream().map(Evaluation::result).toList();
  }

  /**
   * A lane may have fewer rows than others; what the plan computes beyond them is not looked at.
   */
  private int own(int from, int rows) {
    return Math.max(0, Math.min(rows, part.rows() - from));
  }

  private void fill(Plan plan, int from, int rows) {
    Minibatches.fill(plan, lane, part, from, own(from, rows));
  }

  private void take(Plan plan, int from, int rows) {
    int own = own(from, rows);
    double[] batch = plan.output(Programs.RESPONSE, lane, own);
    System.arraycopy(batch, 0, responses, from * trial.network().outputs(), batch.length);
    double[] losses = plan.output(Programs.LOSSES, lane, own);
    for (int i = 0; i < own; i++) {
      sum += losses[i] * part.weight(from + i);
    }
  }

  private Result result() {
    return new Result(
        sum / part.weight(),
        new Predictions(
            trial.data().target(),
            trial.network().outputs(),
            trial.data().inUnitOfTargets(responses),
            part.originalTargets()));
  }
}
