package dev.kassei.trainer.training;

import dev.kassei.api.Listener;
import dev.kassei.api.Minimizer;
import dev.kassei.trainer.engine.PlanObjective;
import dev.kassei.trainer.engine.Programs;
import dev.kassei.trainer.engine.plan.Entry;
import dev.kassei.trainer.engine.plan.Execution;
import dev.kassei.trainer.engine.plan.Plan;
import dev.kassei.trainer.engine.plan.PlanOptions;
import dev.kassei.trainer.engine.plan.Team;
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
  private final RunOptions options;
  private final Team team;
  private final List<Lane> lanes = new ArrayList<>();
  private List<Lane> packed;
  private Plan plan;

  /**
   * Prepares trials with their first weights.
   *
   * @param trials of equal structure, precision, batch size and number of rows
   * @throws IllegalArgumentException if they cannot be trained side by side
   */
  Trainer(List<Trial> trials, List<Listener> listeners, RunOptions options) {
    this.trials = trials;
    this.options = options;
    this.team = new Team(options.threads());
    this.plan = plan(trials);
    for (int lane = 0; lane < trials.size(); lane++) {
      trials.get(lane).start(plan, lane);
      lanes.add(
          new Lane(
              trials.get(lane), plan, lane, listeners.get(lane), options.kernels().execution()));
    }
    packed = lanes;
  }

  private Plan plan(List<Trial> together) {
    Trial first = together.get(0);
    return new Plan(
        together.stream().map(Trial::program).toList(),
        new PlanOptions(
            first.precision(),
            first.batchSize(),
            options.kernels().execution(),
            options.isProfiled(),
            team));
  }

  /** What was measured, if it was asked for. */
  List<StepTime> profile() {
    return plan.profile().stream()
        .flatMap(profile -> profile.lines().stream())
        .map(StepTime::of)
        .toList();
  }

  /** Trains from the first epoch to the last. */
  List<Outcome> train() {
    try (team) {
      return epochs();
    }
  }

  private List<Outcome> epochs() {
    lanes.forEach(Lane::start);
    int epochs = trials.get(0).training().epochs();
    for (int epoch = 0; epoch < epochs && lanes.stream().anyMatch(Lane::isActive); epoch++) {
      if (trials.get(0).algorithm() instanceof Minimizer minimizer) {
        minimize(epoch, minimizer);
      } else {
        descend(epoch);
      }
      repack();
    }
    return lanes.stream().map(Lane::outcome).toList();
  }

  private void descend(int epoch) {
    int size = plan.capacity();
    int last = trials.get(0).rowsAnEpoch();
    packed.forEach(lane -> lane.startEpoch(epoch));
    for (int from = 0; from < last; from += size) {
      int rows = Math.min(size, last - from);
      for (Lane lane : packed) {
        lane.fill(from, rows);
      }
      plan.run(Entry.GRADIENT, rows);
      for (Lane lane : packed) {
        lane.look(from, rows);
      }
      plan.run(Entry.UPDATE, rows);
    }
    packed.forEach(lane -> lane.endEpoch(epoch));
  }

  /** Once fewer than half of the lanes are active, these go on in a plan of their own. */
  private void repack() {
    List<Lane> going = packed.stream().filter(Lane::isActive).toList();
    if (going.isEmpty() || 2 * going.size() >= packed.size()) {
      return;
    }
    plan = plan(going.stream().map(Lane::trial).toList());
    for (int i = 0; i < going.size(); i++) {
      going.get(i).moveTo(plan, i);
    }
    packed = going;
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
    private final History history;
    private Plan plan;
    private int lane;
    private int[] order = {};
    private double lossSum;
    private long rowsSeen;
    private boolean active = true;

    Lane(Trial trial, Plan plan, int lane, Listener listener, Execution execution) {
      this.trial = trial;
      this.plan = plan;
      this.lane = lane;
      this.history = new History(trial, listener, execution);
    }

    Trial trial() {
      return trial;
    }

    void moveTo(Plan other, int index) {
      other.copyLane(index, plan, lane);
      plan = other;
      lane = index;
    }

    boolean isActive() {
      return active;
    }

    void start() {
      history.start(plan, lane);
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
