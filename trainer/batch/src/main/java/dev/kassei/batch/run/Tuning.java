package dev.kassei.batch.run;

import dev.kassei.batch.plan.TrialConfig;
import dev.kassei.batch.plan.Tune;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.IntToDoubleFunction;

/**
 * The scores of a tuning: which assignment each group is trained with. Mutable.
 *
 * <p>The best assignment is the one with the fewest failed candidates, of these the one with the
 * best mean score over the seeds, of these the first.
 */
final class Tuning {
  private final Tune tune;
  private final boolean higherIsBetter;
  private final IntToDoubleFunction undecided;
  private final double[][] scores;
  private final boolean[][] known;
  private final Map<Integer, Map<String, String>> axes;

  /**
   * @param undecided what a candidate is worth whose score is not defined, by the number of classes
   */
  Tuning(
      Tune tune, List<TrialConfig> trials, boolean higherIsBetter, IntToDoubleFunction undecided) {
    this.tune = tune;
    this.undecided = undecided;
    this.higherIsBetter = higherIsBetter;
    this.axes = common(tune, trials);
    this.scores = new double[tune.groups()][tune.budget()];
    this.known = new boolean[tune.groups()][tune.budget()];
  }

  /** What the trials of each group have in common. */
  private static Map<Integer, Map<String, String>> common(Tune tune, List<TrialConfig> trials) {
    var axes = new HashMap<Integer, Map<String, String>>();
    for (TrialConfig trial : trials) {
      axes.computeIfAbsent(tune.group(trial), group -> new LinkedHashMap<>(trial.axes()))
          .entrySet()
          .retainAll(trial.axes().entrySet());
    }
    return axes;
  }

  /** Takes what a candidate came to. */
  void add(TrialConfig candidate, TrialRecord record) {
    int group = (candidate.number() - 1) / tune.budget();
    int place = (candidate.number() - 1) % tune.budget();
    boolean completed = record.status() == TrialStatus.COMPLETED;
    Double score = record.last().get(tune.metric().toString());
    scores[group][place] = completed && score != null ? worth(score, record) : Double.NaN;
    known[group][place] = true;
  }

  private double worth(double score, TrialRecord record) {
    return Double.isNaN(score) ? undecided.applyAsDouble(record.guess().classes()) : score;
  }

  /** The assignment that a group is trained with; empty while a candidate is missing. */
  OptionalInt chosen(int group) {
    for (boolean each : known[group]) {
      if (!each) {
        return OptionalInt.empty();
      }
    }
    int best = 0;
    for (int assignment = 1; assignment < tune.assignments().size(); assignment++) {
      if (isBetter(of(group, assignment), of(group, best))) {
        best = assignment;
      }
    }
    return OptionalInt.of(best);
  }

  private double[] of(int group, int assignment) {
    int seeds = tune.seeds().size();
    return Arrays.copyOfRange(scores[group], assignment * seeds, (assignment + 1) * seeds);
  }

  private boolean isBetter(double[] a, double[] b) {
    long failures = failures(a) - failures(b);
    if (failures != 0) {
      return failures < 0;
    }
    return higherIsBetter ? mean(a) > mean(b) : mean(a) < mean(b);
  }

  private static long failures(double[] scores) {
    return Arrays.stream(scores).filter(score -> !Double.isFinite(score)).count();
  }

  private static double mean(double[] scores) {
    return Arrays.stream(scores).filter(Double::isFinite).average().orElse(Double.NaN);
  }

  /** All candidates that have ended. */
  List<TuningResult> results() {
    var results = new ArrayList<TuningResult>();
    for (int group = 0; group < scores.length; group++) {
      OptionalInt chosen = chosen(group);
      for (int place = 0; place < tune.budget(); place++) {
        if (known[group][place]) {
          int assignment = place / tune.seeds().size();
          results.add(
              new TuningResult(
                  group,
                  axes.get(group),
                  tune.assignments().get(assignment),
                  tune.seeds().get(place % tune.seeds().size()),
                  scores[group][place],
                  chosen.isPresent() && chosen.getAsInt() == assignment));
        }
      }
    }
    return results;
  }
}
