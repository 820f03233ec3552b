package dev.kassei.batch.report;

import dev.kassei.api.Epoch;
import dev.kassei.batch.plan.BatchConfig;
import dev.kassei.batch.plan.TrialConfig;
import dev.kassei.batch.plan.Tune;
import dev.kassei.batch.run.BatchResults;
import dev.kassei.batch.run.Guess;
import dev.kassei.batch.run.TrialRecord;
import dev.kassei.batch.run.TrialResult;
import dev.kassei.batch.run.TrialStatus;
import dev.kassei.batch.run.TuningResult;
import dev.kassei.engine.random.CountedDraws;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Invents plausible results of a batch: the same each time, without training. */
final class SampleBatch {
  private static final Map<String, Double> SKILL =
      Map.of("relu", 0.0, "tanh", -0.004, "mish", 0.012, "sigmoid", -0.03, "elu", 0.004);

  /** The processes that trained, of two kinds. */
  private static final List<String> SITES = List.of("5e0d3c8a1f27", "b41f90c2d3e6");

  private final BatchConfig batch;
  private final Set<Integer> diverged;
  private final Set<Integer> failed;

  SampleBatch(BatchConfig batch, Set<Integer> diverged, Set<Integer> failed) {
    this.batch = batch;
    this.diverged = diverged;
    this.failed = failed;
  }

  /** What {@code environment.jsonl} says of the processes. */
  static String environment() {
    return """
        {"time":"1970-01-01T00:00:00Z","site":"%s","java":"17.0.21+9","vm":"OpenJDK 64-Bit Server VM","system":"Linux 6.1","architecture":"amd64","processor":"AMD EPYC 9B14","cores":"2","threads":"2","kernels":"auto","data":{"moons":"0"}}
        {"time":"1970-01-01T00:00:00Z","site":"%s","java":"25.0.1+8","vm":"OpenJDK 64-Bit Server VM","system":"Linux 6.8","architecture":"aarch64","processor":"","cores":"8","threads":"8","kernels":"scalar","data":{"moons":"0"}}
        """
        .formatted(SITES.get(0), SITES.get(1));
  }

  BatchResults results() {
    return new BatchResults(batch.trials().stream().map(this::result).toList(), tuning());
  }

  private TrialResult result(TrialConfig trial) {
    Map<String, String> tuned =
        batch
            .tune()
            .map(tune -> tune.assignments().get(chosen(tune, tune.group(trial))))
            .orElse(Map.of());
    return new TrialResult(trial.number(), trial.axes(), tuned, record(trial));
  }

  private TrialRecord record(TrialConfig trial) {
    if (failed.contains(trial.number())) {
      return new TrialRecord(
          key(trial),
          TrialStatus.FAILED,
          "model: the network has no parameters, \"so\" nothing can be learned",
          0,
          -1,
          Map.of(),
          Guess.NONE,
          Map.of(),
          Map.of(),
          List.of(),
          "",
          0.25,
          "");
    }
    boolean isDiverged = diverged.contains(trial.number());
    List<Epoch> curve =
        curve(trial, isDiverged ? 5 : trial.config().experiment().training().epochs());
    Map<String, Double> last = ofWeights(curve.get(curve.size() - 1));
    return new TrialRecord(
        key(trial),
        isDiverged ? TrialStatus.DIVERGED : TrialStatus.COMPLETED,
        isDiverged ? "the loss is NaN in epoch 5" : "",
        curve.size() - 1,
        Math.min(6, curve.size() - 1),
        rows(),
        guess(),
        last,
        ofWeights(curve.get(Math.min(6, curve.size() - 1))),
        curve,
        Integer.toHexString(1000 + trial.number()),
        0.5 + trial.number() / 64.0,
        SITES.get(trial.number() % SITES.size()));
  }

  private static Map<String, Double> ofWeights(Epoch epoch) {
    var metrics = new LinkedHashMap<String, Double>();
    epoch
        .metrics()
        .forEach((name, value) -> metrics.put(name.replace("running_loss", "loss"), value));
    return metrics;
  }

  private static String key(TrialConfig trial) {
    return String.format(Locale.ROOT, "%016x%048x", 7_000_000 + trial.number(), 0);
  }

  private static Map<String, Integer> rows() {
    var rows = new LinkedHashMap<String, Integer>();
    rows.put("train", 90);
    rows.put("validation", 30);
    rows.put("test", 30);
    return rows;
  }

  private static Guess guess() {
    var right = new LinkedHashMap<String, Integer>();
    rows().forEach((part, rows) -> right.put(part, rows / 3));
    return new Guess(3, right);
  }

  private static List<Epoch> curve(TrialConfig trial, int epochs) {
    double level = 0.9 + SKILL.getOrDefault(trial.axes().get("model.activation"), 0.0);
    level += 0.05 * draw("dataset", trial.axes().getOrDefault("dataset", ""), 0);
    level += 0.012 * draw("seed", seed(trial), 0);
    level += 0.008 * draw("trial", trial.axes().toString(), 0);
    var curve = new ArrayList<Epoch>();
    for (int epoch = 0; epoch <= epochs; epoch++) {
      double learned = 1 - StrictMath.exp(-epoch / 4.0);
      var metrics = new LinkedHashMap<String, Double>();
      for (String part : List.of("train", "validation", "test")) {
        double here = level + (part.equals("train") ? 0.02 : 0);
        here += 0.003 * draw(part, trial.axes().toString(), epoch);
        double accuracy = 1.0 / 3 + (Math.min(1, here) - 1.0 / 3) * learned;
        String loss = part.equals("train") ? Epoch.RUNNING_LOSS : part + ".loss";
        metrics.put(loss, Math.rint(-1e4 * StrictMath.log(accuracy)) / 1e4);
        metrics.put(part + ".accuracy", Math.rint(accuracy * 1000) / 1000);
      }
      curve.add(new Epoch(epoch, Collections.unmodifiableMap(metrics)));
    }
    return curve;
  }

  private static String seed(TrialConfig trial) {
    return Long.toString(trial.config().experiment().seed().weights());
  }

  private List<TuningResult> tuning() {
    var results = new ArrayList<TuningResult>();
    if (batch.tune().isEmpty()) {
      return results;
    }
    Tune tune = batch.tune().get();
    for (int group = 0; group < tune.groups(); group++) {
      Map<String, String> axes = commonAxes(tune, group);
      for (TrialConfig candidate : tune.candidates(group)) {
        int assignment = tune.assignment(candidate);
        results.add(
            new TuningResult(
                group,
                axes,
                tune.assignments().get(assignment),
                Long.parseLong(candidate.axes().get("seed")),
                0.3
                    + 0.05 * distance(tune, group, assignment)
                    + Math.rint(100 * noise(candidate)) / 10000,
                assignment == chosen(tune, group)));
      }
    }
    return results;
  }

  /** What the trials of a group have in common. */
  private Map<String, String> commonAxes(Tune tune, int group) {
    Map<String, String> common = new LinkedHashMap<>();
    batch.trials().stream()
        .filter(trial -> tune.group(trial) == group)
        .map(TrialConfig::axes)
        .forEach(
            axes -> {
              if (common.isEmpty()) {
                common.putAll(axes);
              }
              common.entrySet().retainAll(axes.entrySet());
            });
    return common;
  }

  private static int chosen(Tune tune, int group) {
    return (group + 1) % tune.assignments().size();
  }

  private static int distance(Tune tune, int group, int assignment) {
    return Math.abs(chosen(tune, group) - assignment);
  }

  private static double noise(TrialConfig candidate) {
    return draw("tuning", candidate.axes().toString(), candidate.number());
  }

  private static double draw(String purpose, String name, long index) {
    return CountedDraws.normal(CountedDraws.key(1, purpose, name, 0), index);
  }
}
