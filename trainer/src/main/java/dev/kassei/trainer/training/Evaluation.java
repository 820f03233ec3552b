package dev.kassei.trainer.training;

import dev.kassei.api.Predictions;
import dev.kassei.api.Target;
import dev.kassei.trainer.dataset.Part;
import dev.kassei.trainer.engine.Programs;
import dev.kassei.trainer.engine.plan.Entry;
import dev.kassei.trainer.engine.plan.Plan;

/**
 * The predictions for a split and their mean loss, in inference mode.
 *
 * @param loss the mean over all rows, summed in float64 in the order of the rows
 */
record Evaluation(double loss, Predictions predictions) {
  static Evaluation of(Plan plan, int lane, Part part, Target target, int outputs) {
    double[] responses = new double[part.rows() * outputs];
    double sum = 0;
    for (int from = 0; from < part.rows(); from += plan.capacity()) {
      int rows = Math.min(plan.capacity(), part.rows() - from);
      Batches.fill(plan, lane, part, from, rows);
      plan.run(Entry.EVALUATE, rows);
      double[] batch = plan.output(Programs.RESPONSE, lane, rows);
      System.arraycopy(batch, 0, responses, from * outputs, batch.length);
      for (double loss : plan.output(Programs.LOSSES, lane, rows)) {
        sum += loss;
      }
    }
    return new Evaluation(
        sum / part.rows(), new Predictions(target, outputs, responses, part.targets()));
  }
}
