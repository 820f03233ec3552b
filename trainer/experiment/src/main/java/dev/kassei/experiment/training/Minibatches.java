package dev.kassei.experiment.training;

import dev.kassei.engine.plan.Plan;
import dev.kassei.engine.random.CountedDraws;
import dev.kassei.engine.random.Purpose;
import dev.kassei.experiment.data.DataSplit;

/**
 * Copies rows of a split into the inputs of a plan. A model or loss may ignore an input, for
 * example when it has no parameters to learn.
 */
final class Minibatches {
  private Minibatches() {}

  /** Rows {@code from} on, in their own order. */
  static void fill(Plan plan, int lane, DataSplit part, int from, int rows) {
    if (plan.hasInput(Network.FEATURES)) {
      plan.inputs(Network.FEATURES, lane, part.features(), from, rows);
    }
    if (plan.hasInput(Network.TARGETS)) {
      plan.inputs(Network.TARGETS, lane, part.targets(), from, rows);
    }
    if (plan.hasInput(Network.WEIGHTS)) {
      plan.inputs(Network.WEIGHTS, lane, part.weights().orElseThrow(), from, rows);
    }
  }

  /**
   * The training rows of a trial that stand in {@code order} from {@code from} on, as they are seen
   * in this epoch.
   */
  static void train(
      Plan plan, int lane, PreparedTrial trial, int epoch, int[] order, int from, int rows) {
    DataSplit train = trial.data().train();
    fill(plan, lane, train, order, from, rows);
    if (trial.data().augmentation().isPresent() && plan.hasInput(Network.FEATURES)) {
      long key = CountedDraws.key(trial.seeds().noise(), Purpose.AUGMENT, "", epoch);
      double[] moved = trial.data().augmentation().get().rows(train, order, from, rows, key);
      plan.inputs(Network.FEATURES, lane, moved, 0, rows);
    }
  }

  /** The rows that stand in {@code order} from {@code from} on. */
  static void fill(Plan plan, int lane, DataSplit part, int[] order, int from, int rows) {
    if (plan.hasInput(Network.FEATURES)) {
      plan.inputs(Network.FEATURES, lane, part.features(), order, from, rows);
    }
    if (plan.hasInput(Network.TARGETS)) {
      plan.inputs(Network.TARGETS, lane, part.targets(), order, from, rows);
    }
    if (plan.hasInput(Network.WEIGHTS)) {
      plan.inputs(Network.WEIGHTS, lane, part.weights().orElseThrow(), order, from, rows);
    }
  }
}
