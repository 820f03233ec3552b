package dev.kassei.trainer.training;

import dev.kassei.api.Listener;
import dev.kassei.api.Minimizer;
import dev.kassei.trainer.engine.PlanObjective;
import dev.kassei.trainer.engine.Programs;
import dev.kassei.trainer.engine.plan.Entry;
import dev.kassei.trainer.engine.plan.Plan;
import dev.kassei.trainer.engine.random.CountedDraws;
import dev.kassei.trainer.engine.random.Permutation;
import java.util.ArrayList;
import java.util.List;

/**
 * Trains trials side by side, each in a lane of one plan: epochs of shuffled batches, each batch a
 * step. A trial whose loss stops being a number is frozen; the others go on.
 */
final class Trainer {
  private final List<Trial> trials;
  private final Plan plan;
  private final List<Lane> lanes = new ArrayList<>();

  /**
   * Prepares trials with their first weights.
   *
   * @param trials of equal structure, precision, batch size and number of rows
   * @throws IllegalArgumentException if they cannot be trained side by side
   */
  Trainer(List<Trial> trials, List<Listener> listeners) {
    this.trials = trials;
    this.plan =
        new Plan(
            trials.stream().map(Trial::program).toList(),
            trials.get(0).precision(),
            trials.get(0).batchSize());
    for (int lane = 0; lane < trials.size(); lane++) {
      trials.get(lane).start(plan, lane);
      lanes.add(new Lane(trials.get(lane), plan, lane, listeners.get(lane)));
    }
  }

  /** Trains from the first epoch to the last. */
  List<Outcome> train() {
    int epochs = trials.get(0).training().epochs();
    for (int epoch = 0; epoch < epochs && lanes.stream().anyMatch(Lane::isActive); epoch++) {
      if (trials.get(0).algorithm() instanceof Minimizer minimizer) {
        minimize(epoch, minimizer);
      } else {
        descend(epoch);
      }
    }
    return lanes.stream().map(Lane::outcome).toList();
  }

  private void descend(int epoch) {
    int size = plan.capacity();
    int last = trials.get(0).rowsAnEpoch();
    lanes.forEach(lane -> lane.startEpoch(epoch));
    for (int from = 0; from < last; from += size) {
      int rows = Math.min(size, last - from);
      for (Lane lane : lanes) {
        lane.fill(from, rows);
      }
      plan.run(Entry.GRADIENT, rows);
      for (Lane lane : lanes) {
        lane.look(from, rows);
      }
      plan.run(Entry.UPDATE, rows);
    }
    lanes.forEach(lane -> lane.endEpoch(epoch));
  }

  /** Plain Java sees one lane and all rows. */
  private void minimize(int epoch, Minimizer minimizer) {
    Lane lane = lanes.get(0);
    int rows = trials.get(0).data().train().rows();
    lane.startEpoch(epoch);
    lane.fill(0, rows);
    var objective = new PlanObjective(plan, rows);
    objective.loss();
    lane.look(0, rows);
    if (lane.isActive()) {
      boolean goesOn = minimizer.step(objective);
      plan.setStep(0, plan.step(0) + 1);
      lane.endEpoch(epoch);
      if (!goesOn) {
        lane.finish();
      }
    }
  }

  /** One trial on its way. */
  private static final class Lane {
    private final Trial trial;
    private final Plan plan;
    private final int lane;
    private final History history;
    private int[] order = {};
    private double lossSum;
    private long rowsSeen;
    private boolean active = true;

    Lane(Trial trial, Plan plan, int lane, Listener listener) {
      this.trial = trial;
      this.plan = plan;
      this.lane = lane;
      this.history = new History(trial, listener);
    }

    boolean isActive() {
      return active;
    }

    void startEpoch(int epoch) {
      history.startEpoch();
      lossSum = 0;
      rowsSeen = 0;
      order = order(epoch);
    }

    private int[] order(int epoch) {
      int rows = trial.data().train().rows();
      if (!trial.training().shuffle()) {
        return order.length == rows ? order : Permutation.identity(rows);
      }
      return Permutation.of(rows, CountedDraws.key(trial.seeds().order(), "order", "", epoch));
    }

    void fill(int from, int rows) {
      if (active) {
        Batches.fill(plan, lane, trial.data().train(), order, from, rows);
      }
    }

    /** Takes the loss of the batch, or freezes the lane if it is not a number. */
    void look(int from, int rows) {
      if (!active) {
        return;
      }
      double loss = plan.scalar(Programs.LOSS, lane);
      if (!Double.isFinite(loss)) {
        history.fail(Divergence.describe(trial, plan, lane, order, from, rows));
        finish();
        return;
      }
      lossSum += loss * rows;
      rowsSeen += rows;
    }

    void finish() {
      active = false;
      plan.setActive(lane, false);
    }

    void endEpoch(int epoch) {
      if (active) {
        history.epoch(epoch, lossSum / rowsSeen, plan, lane);
      }
    }

    Outcome outcome() {
      return history.outcome(plan, lane);
    }
  }
}
