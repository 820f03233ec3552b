package dev.kassei.experiment.training;

import dev.kassei.engine.Programs;
import dev.kassei.engine.plan.Entry;
import dev.kassei.engine.plan.Plan;
import dev.kassei.engine.plan.PlanOptions;
import dev.kassei.engine.random.CountedDraws;
import dev.kassei.engine.random.Purpose;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds what first stopped being a number, by running the bad batch again and watching. */
final class Divergence {
  private Divergence() {}

  /**
   * Says which weights or which layer went bad first.
   *
   * @param order the rows of the epoch, of which the batch is {@code rows} from {@code from} on
   */
  static String describe(
      PreparedTrial trial, Plan plan, int lane, int epoch, int[] order, int from, int rows) {
    Plan watched = watched(trial, plan, lane);
    Minibatches.train(watched, 0, trial, epoch, order, from, rows);
    watched.run(Entry.GRADIENT, from % trial.rowsPerStep(), rows);
    String where =
        badTensor(watched)
            .or(() -> badLayer(watched, rows))
            .orElseGet(() -> lossAlone(watched, rows));
    return String.format(
        Locale.ROOT,
        "the loss is not a finite number at step %d: %s. A smaller learning_rate or"
            + " training.clip_norm usually helps",
        plan.step(lane) + 1,
        where);
  }

  /**
   * Says the same where the weights after the last step give no finite loss: of the first rows that
   * tell.
   */
  static String describe(PreparedTrial trial, Plan plan, int lane) {
    Plan watched = watched(trial, plan, lane);
    Optional<String> where = badTensor(watched);
    int rows = trial.data().train().rows();
    for (int from = 0; from < rows && where.isEmpty(); from += watched.capacity()) {
      int count = Math.min(watched.capacity(), rows - from);
      Minibatches.fill(watched, 0, trial.data().train(), from, count);
      watched.run(Entry.GRADIENT, count);
      where = badLayer(watched, count);
    }
    return "the loss is not a finite number after the last step, %s%s"
        .formatted(plan.step(lane), where.map(text -> ": " + text).orElse(""));
  }

  private static Plan watched(PreparedTrial trial, Plan plan, int lane) {
    var watched =
        new Plan(
            List.of(Programs.layers(trial.network().losses())),
            PlanOptions.of(trial.precision(), plan.capacity()));
    watched.initialize(0, name -> CountedDraws.of(0, Purpose.WEIGHTS, name, 0));
    watched.setNoiseSeed(0, trial.seeds().noise());
    watched.setStep(0, plan.step(lane));
    watched
        .tensors()
        .names()
        .forEach(name -> watched.tensors().write(name, 0, plan.tensors().read(name, lane)));
    return watched;
  }

  private static Optional<String> badTensor(Plan watched) {
    return watched.tensors().names().stream()
        .filter(name -> !isFinite(watched.tensors().read(name, 0)))
        .findFirst()
        .map(name -> "'" + name + "' holds values that are not finite" + since(watched.step(0)));
  }

  /** The loss of the step before was finite, so its gradient or its update was not. */
  private static String since(long steps) {
    return steps == 0 ? "" : " since the update of step " + steps;
  }

  private static Optional<String> badLayer(Plan watched, int rows) {
    return watched.outputNames().stream()
        .filter(name -> !name.equals(Programs.LOSSES))
        .filter(name -> !isFinite(watched.output(name, 0, rows)))
        .findFirst()
        .map(name -> "the layer '" + name + "' is the first with values that are not finite");
  }

  /** Where every layer is finite still, the last one is too large for the loss. */
  private static String lossAlone(Plan watched, int rows) {
    List<String> names = watched.outputNames();
    String last = names.get(names.size() - 1);
    double largest = Arrays.stream(watched.output(last, 0, rows)).map(Math::abs).max().orElse(0);
    return String.format(
        Locale.ROOT, "the layer '%s' has values up to %.1e, too large for the loss", last, largest);
  }

  private static boolean isFinite(double[] values) {
    return Arrays.stream(values).allMatch(Double::isFinite);
  }
}
