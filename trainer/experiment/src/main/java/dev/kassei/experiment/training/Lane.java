package dev.kassei.experiment.training;

import dev.kassei.api.Listener;
import dev.kassei.api.RunControl;
import dev.kassei.engine.plan.Execution;
import dev.kassei.engine.plan.Plan;
import dev.kassei.engine.plan.Tensors;
import dev.kassei.engine.random.CountedDraws;
import dev.kassei.engine.random.Permutation;
import dev.kassei.engine.random.Purpose;
import dev.kassei.experiment.config.TimeBudget;
import dev.kassei.experiment.data.DataSplit;
import dev.kassei.results.record.RunEnd;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One trial on its way through a lane of a plan: its order of rows, its losses, and whether it
 * continues.
 */
final class Lane {
  private static final int[] NOTHING = {};

  private final PreparedTrial trial;
  private final DataSplit train;
  private final History history;
  private final Optional<Rate> rate;
  private final Map<String, double[]> memory = new LinkedHashMap<>();
  private Plan plan;
  private int lane;
  private int[] order = NOTHING;
  private int[] filled = NOTHING;
  private int filledFrom;
  private int filledRows;
  private int epoch;
  private double lossSum;
  private int rowsSeen;
  private double secondsBefore;
  private final EpochNumbers seconds = new EpochNumbers();
  private final StepLoss stepLoss = new StepLoss();
  private final LaneControl control = new LaneControl(this::tensors);
  private boolean active = true;
  private boolean continues = true;
  private RunEnd end = RunEnd.EPOCHS;
  private double learningRate;
  private Map<String, NamedTensor> tensors = Map.of();
  private Map<String, NamedTensor> best = Map.of();
  private Optional<Outcome> outcome = Optional.empty();

  Lane(PreparedTrial trial, Plan plan, int lane, Optional<Listener> listener, Execution execution) {
    this.trial = trial;
    this.train = trial.data().train();
    this.plan = plan;
    this.lane = lane;
    this.history = new History(trial, listener, execution);
    this.learningRate =
        trial.template().learner().formulas().map(each -> each.learningRate()).orElse(Double.NaN);
    this.rate =
        trial.training().schedule().map(each -> Rate.of(trial, each, history.validationLosses()));
  }

  PreparedTrial trial() {
    return trial;
  }

  /** What listeners to it can see and do. */
  RunControl control() {
    return control;
  }

  /** The lane of the plan. */
  int index() {
    return lane;
  }

  void moveTo(Plan other, int index) {
    other.copyLane(index, plan, lane);
    plan = other;
    lane = index;
    forgetInputs();
  }

  boolean isActive() {
    return active;
  }

  void start() {
    history.start(plan, lane);
  }

  /**
   * Continues where the trial was.
   *
   * @throws IllegalArgumentException if the state is another network's
   */
  void resume(TrialState state) {
    state.check(plan.tensors());
    state.tensors().forEach((name, values) -> plan.tensors().write(name, lane, values));
    plan.setStep(lane, state.position().steps());
    lossSum = state.position().lossSum();
    rowsSeen = state.position().rows();
    int epochs = state.epochs().size();
    seconds.addAll(Arrays.copyOf(state.seconds(), epochs));
    secondsBefore = state.seconds()[epochs];
    state.memory().forEach((name, values) -> memory.put(name, values.clone()));
    history.resume(state);
  }

  /**
   * All that a resumed trial needs.
   *
   * @param elapsed the seconds of an epoch that has not ended, since it began or resumed
   */
  TrialState state(double elapsed) {
    var numbers = new LinkedHashMap<String, double[]>();
    plan.tensors().names().forEach(name -> numbers.put(name, plan.tensors().read(name, lane)));
    var remembered = new LinkedHashMap<String, double[]>();
    memory.forEach((name, values) -> remembered.put(name, values.clone()));
    var position = new TrialState.Position(plan.step(lane), rowsSeen, lossSum);
    return history.state(position, seconds.valuesAnd(secondsBefore + elapsed), numbers, remembered);
  }

  /** By name what a minimizer remembers; it adds to it. */
  Map<String, double[]> memory() {
    return memory;
  }

  /** The rows of an epoch that were seen, where it has not ended. */
  int rowsSeen() {
    return rowsSeen;
  }

  /** Begins an epoch, or continues it after those rows that were seen. */
  void startEpoch(int number) {
    epoch = number;
    order = order();
  }

  /** Sets the learning rate of the step that comes next, where it is scheduled. */
  void startStep() {
    if (rate.isPresent()) { // not by a lambda, which would be an object a step
      learningRate = rate.get().of(plan.step(lane), epoch);
      plan.setRate(lane, learningRate);
    }
  }

  private int[] order() {
    int rows = train.rows();
    if (!trial.training().shuffle()) {
      return order.length == rows ? order : Permutation.identity(rows);
    }
    return Permutation.of(rows, CountedDraws.key(trial.seeds().order(), Purpose.ORDER, "", epoch));
  }

  /** Fills the inputs, unless the same rows are there already, as with all rows in one batch. */
  void fill(int from, int rows) {
    boolean stays = trial.data().augmentation().isEmpty();
    boolean there = stays && filled == order && filledFrom == from && filledRows == rows;
    if (active && !there) {
      Minibatches.train(plan, lane, trial, epoch, order, from, rows);
      filled = order;
      filledFrom = from;
      filledRows = rows;
    }
  }

  void forgetInputs() {
    filled = NOTHING;
  }

  /** Takes the loss of the batch, or freezes the lane if it is not a number. */
  void recordLoss(double loss, int from, int rows) {
    if (!active) {
      return;
    }
    if (!Double.isFinite(loss)) {
      history.fail(Divergence.describe(trial, plan, lane, epoch, order, from, rows));
      finish();
      return;
    }
    double weight = train.weight(order, from, rows);
    lossSum += loss * weight;
    rowsSeen += rows;
    stepLoss.add(loss, weight, rows);
  }

  private void finish() {
    active = false;
    plan.setActive(lane, false);
  }

  private void finish(RunEnd reason) {
    end = reason;
    finish();
  }

  /**
   * Ends the training with the step just done, where that is the last one that is allowed.
   *
   * @param elapsed the seconds of the epoch, since it began or resumed
   */
  void endStep(double elapsed) {
    if (!active) {
      return;
    }
    history.stepEnded(plan.step(lane), epoch, stepLoss);
    stepLoss.restart();
    if (trial.training().maxSteps().orElse(Long.MAX_VALUE) <= plan.step(lane)) {
      finish(RunEnd.MAX_STEPS);
    } else if (isOver(elapsed)) {
      finish(RunEnd.TIME_BUDGET);
    } else if (control.stopReason().isPresent()) {
      finish(RunEnd.LISTENER);
    }
  }

  private boolean isOver(double elapsed) {
    Optional<TimeBudget> budget = trial.training().timeBudget();
    return budget.isPresent() && seconds.sum() + secondsBefore + elapsed >= budget.get().seconds();
  }

  /** Whether an epoch, or the beginning of one, is to be evaluated and recorded. */
  boolean hasEpoch() {
    return rowsSeen > 0 && !history.hasFailed();
  }

  /** Says that somebody ended the training. */
  void interrupt() {
    if (active) {
      end = RunEnd.INTERRUPT;
    }
  }

  /** Whether the validation split is to be measured within an epoch. */
  boolean isValidationDue() {
    return active
        && trial.hasValidation()
        && trial.training().validateEvery().isDueWithin(plan.step(lane));
  }

  /** Whether the validation split is to be measured at the end of an epoch. */
  boolean isValidationDueAtEnd() {
    long step = plan.step(lane);
    boolean isLast = !active || !continues || epoch + 1 == trial.training().epochs();
    return hasEpoch()
        && trial.hasValidation()
        && !history.isValidated(step)
        && (isLast || trial.training().validateEvery().isDue(epoch + 1, step));
  }

  void validated(Evaluation.Result result) {
    history.validated(result, plan, lane);
    if (active && history.hasStalled()) {
      finish(RunEnd.EARLY_STOPPING);
    }
  }

  void measuredTrain(Evaluation.Result result) {
    history.measuredTrain(result);
  }

  void endEpoch() {
    if (hasEpoch()) {
      double weight = train.weight(order, 0, rowsSeen);
      history.epoch(lossSum / weight, learningRate, plan, lane);
      lossSum = 0;
      rowsSeen = 0;
    }
    if (active && !continues) {
      finish(RunEnd.CONVERGENCE);
    } else if (active && history.hasStalled()) {
      finish(RunEnd.EARLY_STOPPING);
    } else if (active && control.stopReason().isPresent()) {
      finish(RunEnd.LISTENER);
    }
  }

  /** Notes how long an epoch took, since it began or resumed. */
  void took(double elapsed) {
    seconds.add(secondsBefore + elapsed);
    secondsBefore = 0;
  }

  void ended(Map<String, Evaluation.Result> evaluations) {
    history.ended(evaluations, plan, lane);
    tensors = tensors();
  }

  /** Puts the best weights into the plan, if the last are not the best. */
  boolean loadsBest() {
    if (history.hasBetter(plan, lane)) {
      history.loadBest(plan, lane);
      return true;
    }
    return false;
  }

  /** Takes what the best weights give. */
  void restored(Map<String, Evaluation.Result> evaluations) {
    history.restored(evaluations, plan, lane);
    best = history.restoresBest() || history.isWatched() ? tensors() : Map.of();
  }

  /** Lets the current epoch be the last. */
  void stopAfterEpoch() {
    continues = false;
  }

  /** Makes the outcome; nothing of the plan is needed afterwards. */
  void conclude() {
    boolean isBest = !best.isEmpty() && history.restoresBest();
    Map<String, NamedTensor> result = isBest ? best : tensors;
    Map<String, NamedTensor> others = isBest ? tensors : best;
    outcome =
        Optional.of(
            history.outcome(
                plan,
                lane,
                end,
                end == RunEnd.LISTENER ? control.stopReason() : Optional.empty(),
                result,
                history.isWatched() ? others : Map.of(),
                seconds.values()));
  }

  private Map<String, NamedTensor> tensors() {
    var all = new LinkedHashMap<String, NamedTensor>();
    Tensors from = plan.tensors();
    plan.inferenceTensors(lane)
        .forEach(
            (name, values) ->
                all.put(name, new NamedTensor(from.declaration(name), from.shape(name), values)));
    return all;
  }

  Outcome outcome() {
    return outcome.orElseThrow();
  }
}
