package dev.kassei.trainer.training;

import dev.kassei.trainer.dataset.Part;
import dev.kassei.trainer.engine.plan.Plan;

/** Copies rows of a split into the inputs of a plan. */
final class Batches {
  private Batches() {}

  /** Rows {@code from} on, in their own order. */
  static void fill(Plan plan, int lane, Part part, int from, int rows) {
    for (int i = 0; i < rows; i++) {
      row(plan, lane, part, i, from + i);
    }
  }

  /** The rows that stand in {@code order} from {@code from} on. */
  static void fill(Plan plan, int lane, Part part, int[] order, int from, int rows) {
    for (int i = 0; i < rows; i++) {
      row(plan, lane, part, i, order[from + i]);
    }
  }

  private static void row(Plan plan, int lane, Part part, int to, int row) {
    copy(plan, lane, Network.FEATURES, part.features(), part.rows(), to, row);
    copy(plan, lane, Network.TARGETS, part.targets(), part.rows(), to, row);
  }

  /** A model or loss may ignore an input, for example when it has no parameters to learn. */
  private static void copy(
      Plan plan, int lane, String name, double[] values, int rows, int to, int row) {
    if (plan.hasInput(name)) {
      plan.input(name, lane, to, values, row * (values.length / rows));
    }
  }
}
