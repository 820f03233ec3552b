package dev.kassei.experiment.training;

import dev.kassei.api.Listener;
import dev.kassei.api.RunControl;
import dev.kassei.engine.plan.Plan;
import dev.kassei.engine.plan.Program;
import dev.kassei.experiment.data.SplitData;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/**
 * Trains trials side by side, each in a lane of one plan: epochs of shuffled batches, each batch a
 * step. A trial whose loss stops being a number is frozen; the others continue.
 */
final class TrainingLoop {
  private final List<PreparedTrial> trials;
  private final Plans plans;
  private final BooleanSupplier isStopped;
  private final List<Lane> lanes = new ArrayList<>();
  private final Stopwatch clock = new Stopwatch();
  private List<Lane> packed;
  private Plan plan;
  private TrainingStep step;

  /**
   * Prepares trials with their first weights.
   *
   * @param trials of equal structure, precision, batch size, number of rows and splits
   * @param isStopped asked after each step
   * @throws IllegalArgumentException if they cannot be trained side by side
   */
  TrainingLoop(
      List<PreparedTrial> trials,
      List<Optional<Listener>> listeners,
      Plans plans,
      BooleanSupplier isStopped) {
    this.trials = trials;
    this.plans = plans;
    this.isStopped = isStopped;
    this.plan = plans.of(programs(trials), trials.get(0));
    for (int lane = 0; lane < trials.size(); lane++) {
      trials.get(lane).start(plan, lane);
      lanes.add(new Lane(trials.get(lane), plan, lane, listeners.get(lane), plans.execution()));
    }
    packed = lanes;
    step = TrainingStep.of(lanes.get(0), plan);
  }

  private static List<Program> programs(List<PreparedTrial> together) {
    return together.stream().map(PreparedTrial::program).toList();
  }

  /** How many trials there are. */
  int lanes() {
    return lanes.size();
  }

  /** What listeners to the first trial can see and do. */
  RunControl control() {
    return lanes.get(0).control();
  }

  /** What was measured, if it was asked for. */
  List<StepTime> profile() {
    return plan.profile().stream()
        .flatMap(profile -> profile.lines().stream())
        .map(StepTime::of)
        .toList();
  }

  /**
   * Trains from the first epoch to the last.
   *
   * @throws CancellationException if it was stopped between
   */
  List<Outcome> train() {
    return train(List.of(), Checkpoints.NONE);
  }

  /**
   * Trains to the last epoch.
   *
   * @param states where each trial resumes, at equal positions; empty if all begin
   * @param checkpoints takes the states of trials on the way, and when it is stopped
   * @throws CancellationException if it was stopped between
   */
  List<Outcome> train(List<TrialState> states, Checkpoints checkpoints) {
    int begun = resume(states);
    int epochs = trials.get(0).training().epochs();
    for (int epoch = begun; epoch < epochs && !packed.isEmpty(); epoch++) {
      clock.restart();
      takeSteps(epoch, checkpoints);
      endEpoch();
      double elapsed = clock.seconds() / packed.size();
      packed.forEach(lane -> lane.took(elapsed));
      clock.restart();
      if (anyEnded()) {
        conclude(packed.stream().filter(lane -> !lane.isActive()).toList());
        repack();
      }
      saveOrStop(checkpoints, checkpoints.areDue(epoch + 1));
    }
    conclude(packed);
    return lanes.stream().map(Lane::outcome).toList();
  }

  /** What trials came to that were stopped. */
  List<Outcome> soFar() {
    packed.forEach(Lane::interrupt);
    conclude(packed);
    return lanes.stream().map(Lane::outcome).toList();
  }

  private int resume(List<TrialState> states) {
    if (states.isEmpty()) {
      lanes.forEach(Lane::start);
      return 0;
    }
    for (int i = 0; i < lanes.size(); i++) {
      lanes.get(i).resume(states.get(i));
    }
    return states.get(0).epochs().size();
  }

  private void saveOrStop(Checkpoints checkpoints, boolean areDue) {
    boolean isEnd = isStopped.getAsBoolean();
    if (isEnd || areDue) {
      saveStates(checkpoints);
    }
    if (isEnd) {
      throw new CancellationException("stopped");
    }
  }

  private void saveStates(Checkpoints checkpoints) {
    double elapsed = clock.seconds() / packed.size();
    for (Lane lane : packed) {
      if (lane.isActive()) {
        checkpoints.save(lanes.indexOf(lane), lane.state(elapsed));
      }
    }
  }

  private boolean anyEnded() {
    for (Lane lane : packed) {
      if (!lane.isActive()) {
        return true;
      }
    }
    return false;
  }

  private void takeSteps(int epoch, Checkpoints checkpoints) {
    int last = trials.get(0).rowsPerEpoch();
    int from = packed.get(0).rowsSeen();
    for (Lane lane : packed) {
      lane.startEpoch(epoch);
    }
    for (; from < last && anyActive(); from += step.rows()) {
      step.take(packed, from, Math.min(step.rows(), last - from));
      double elapsed = clock.seconds() / packed.size();
      for (Lane lane : packed) {
        lane.endStep(elapsed);
      }
      if (from + step.rows() < last && anyActive()) {
        validateWithin();
        saveOrStop(checkpoints, checkpoints.areDueNow());
      }
    }
  }

  /** Not by a stream each time, which would be an object a step. */
  private void validateWithin() {
    for (Lane lane : packed) {
      if (lane.isValidationDue()) {
        measure(Lane::isValidationDue, SplitData.VALIDATION, Lane::validated);
        return;
      }
    }
  }

  private boolean anyActive() {
    for (Lane lane : packed) {
      if (lane.isActive()) {
        return true;
      }
    }
    return false;
  }

  private void endEpoch() {
    if (trials.get(0).training().trainMetrics()) {
      measure(Lane::hasEpoch, SplitData.TRAIN, Lane::measuredTrain);
    }
    measure(Lane::isValidationDueAtEnd, SplitData.VALIDATION, Lane::validated);
    for (Lane lane : packed) {
      lane.endEpoch();
    }
  }

  private void measure(
      Predicate<Lane> isDue, String split, BiConsumer<Lane, Evaluation.Result> taker) {
    var due = new ArrayList<Lane>(0);
    for (Lane lane : packed) { // not by a stream, which takes longer than many an epoch
      if (isDue.test(lane)) {
        due.add(lane);
      }
    }
    if (due.isEmpty()) {
      return;
    }
    List<Evaluation.Result> results = evaluate(due, split);
    for (int i = 0; i < due.size(); i++) {
      taker.accept(due.get(i), results.get(i));
    }
  }

  private List<Evaluation.Result> evaluate(List<Lane> some, String split) {
    some.forEach(Lane::forgetInputs);
    return Evaluation.of(
        plan,
        split,
        some.stream().map(Lane::trial).toList(),
        some.stream().mapToInt(Lane::index).toArray());
  }

  /** Every split for each of some lanes. */
  private List<Map<String, Evaluation.Result>> evaluate(List<Lane> some) {
    var all = new ArrayList<Map<String, Evaluation.Result>>();
    some.forEach(lane -> all.add(new LinkedHashMap<>()));
    if (!some.isEmpty()) {
      for (String split : trials.get(0).data().splits().keySet()) {
        List<Evaluation.Result> results = evaluate(some, split);
        for (int i = 0; i < all.size(); i++) {
          all.get(i).put(split, results.get(i));
        }
      }
    }
    return all;
  }

  /** Evaluates lanes that have ended, with their last weights and with their best. */
  private void conclude(List<Lane> ended) {
    List<Map<String, Evaluation.Result>> last = evaluate(ended);
    for (int i = 0; i < last.size(); i++) {
      ended.get(i).ended(last.get(i));
    }
    List<Lane> better = ended.stream().filter(Lane::loadsBest).toList();
    List<Map<String, Evaluation.Result>> best = evaluate(better);
    for (int i = 0; i < best.size(); i++) {
      better.get(i).restored(best.get(i));
    }
    ended.forEach(Lane::conclude);
    packed = packed.stream().filter(lane -> !ended.contains(lane)).toList();
  }

  /** Once fewer than half of the lanes are active, these continue in a plan of their own. */
  private void repack() {
    if (packed.isEmpty() || 2 * packed.size() >= plan.lanes()) {
      return;
    }
    List<PreparedTrial> going = packed.stream().map(Lane::trial).toList();
    Plan smaller = plans.another(programs(going), going.get(0));
    for (int i = 0; i < packed.size(); i++) {
      packed.get(i).moveTo(smaller, i);
    }
    plan = smaller;
    step = TrainingStep.of(packed.get(0), plan);
  }
}
