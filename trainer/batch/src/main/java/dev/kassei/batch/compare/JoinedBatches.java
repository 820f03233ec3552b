package dev.kassei.batch.compare;

import dev.kassei.batch.analysis.AnalysisInput;
import dev.kassei.batch.analysis.PlannedTrial;
import dev.kassei.batch.history.PlanHistory;
import dev.kassei.batch.plan.BatchConfig;
import dev.kassei.batch.plan.Compare;
import dev.kassei.batch.plan.FileLoader;
import dev.kassei.batch.plan.TrialConfig;
import dev.kassei.batch.run.BatchDigest;
import dev.kassei.batch.run.BatchResults;
import dev.kassei.batch.run.TrialResult;
import dev.kassei.batch.run.TuningResult;
import dev.kassei.batch.table.BatchFolderException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Batches whose trials are compared as if they were one. */
public final class JoinedBatches {
  private final List<SavedBatch> batches;
  private final JoinedNames names;
  private final List<PlannedTrial> trials;
  private final List<TuningResult> tuning;

  private JoinedBatches(List<SavedBatch> batches) {
    this.batches = batches;
    requireSameAxes();
    this.names = new JoinedNames(batches.stream().map(batch -> batch.config().contents()).toList());
    this.trials = joined();
    this.tuning = joinedTuning();
  }

  /**
   * Reads folders and joins their trials: what has the same values of the axes is the same trial.
   *
   * @param code names the code of Kassei, on which keys depend
   * @param hasCurves whether curves and timings are read, too; an epoch in the middle needs them
   * @throws BatchFolderException if one is no batch's or damaged, or if they contradict each other
   */
  public static JoinedBatches read(
      List<Path> folders, FileLoader loader, String code, boolean hasCurves) throws IOException {
    var batches = new ArrayList<SavedBatch>();
    for (Path folder : folders) {
      batches.add(SavedBatch.read(folder, loader, code, hasCurves));
    }
    return new JoinedBatches(batches);
  }

  /** What is analysed, with what is compared as the first batch fixed it but for some choices. */
  public AnalysisInput input(Choices choices, String version) {
    Compare fixed = fixed();
    Compare chosen = choices.over(fixed, axes());
    return new AnalysisInput(
        name(),
        version,
        BatchDigest.of(results().trials()),
        trials,
        batches.stream()
            .flatMap(batch -> batch.config().drawn().stream())
            .collect(Collectors.toSet()),
        tuning,
        batches.stream().flatMap(batch -> batch.config().tune().stream()).toList(),
        chosen,
        List.copyOf(Choices.changed(fixed, chosen).keySet()),
        history(),
        cautions());
  }

  private PlanHistory history() {
    List<PlanHistory> histories = batches.stream().map(batch -> batch.log().history()).toList();
    List<String> folders = batches.stream().map(batch -> "'%s'".formatted(batch.folder())).toList();
    return batches.size() == 1 ? histories.get(0) : PlanHistory.joined(folders, histories);
  }

  /**
   * Notes in each folder that its results were shown, where that can be written.
   *
   * @param choices what was compared in place of what was fixed
   */
  public void look(Choices choices) {
    Compare chosen = choices.over(fixed(), axes());
    for (SavedBatch batch : batches) {
      var clauses = new ArrayList<String>();
      Choices.changed(batch.config().compare(), chosen)
          .forEach((key, value) -> clauses.add(key + " " + value));
      batches.stream()
          .filter(other -> !other.equals(batch))
          .forEach(other -> clauses.add("the trials of " + other.folderName()));
      batch.look(clauses);
    }
  }

  private Compare fixed() {
    BatchConfig first = batches.get(0).config();
    Compare compare = first.compare();
    return new Compare(
        compare.axis(),
        compare.measure(),
        compare.epoch(),
        compare.reference().map(value -> names.of(compare.axis(), value, first.contents())),
        compare.rope(),
        compare.postHoc());
  }

  /** All results, numbered from 1 where there are several batches. */
  public BatchResults results() {
    return new BatchResults(
        trials.stream().flatMap(trial -> trial.result().stream()).toList(), tuning);
  }

  private String name() {
    return String.join(
        "+", batches.stream().map(batch -> batch.config().name()).distinct().toList());
  }

  private Map<String, Set<String>> axes() {
    var axes = new LinkedHashMap<String, Set<String>>();
    for (PlannedTrial trial : trials) {
      trial
          .config()
          .axes()
          .forEach(
              (path, value) -> axes.computeIfAbsent(path, key -> new LinkedHashSet<>()).add(value));
    }
    return axes;
  }

  private void requireSameAxes() {
    SavedBatch first = batches.get(0);
    for (SavedBatch other : batches.subList(1, batches.size())) {
      requireWithin(first, other);
      requireWithin(other, first);
    }
  }

  /** Where one axis is part of another's value, as a slope is, not every batch needs it. */
  private static void requireWithin(SavedBatch one, SavedBatch other) {
    Set<String> known = other.config().axes().keySet();
    for (String path : one.config().axes().keySet()) {
      if (!known.contains(path) && known.stream().noneMatch(it -> path.startsWith(it + "."))) {
        throw new BatchFolderException(
            "'%s' and '%s' cannot be joined: only the first has the axis %s"
                .formatted(one.folder(), other.folder(), path));
      }
    }
  }

  private record Origin(PlannedTrial trial, Path folder) {}

  private List<PlannedTrial> joined() {
    var origins = new LinkedHashMap<Map<String, String>, Origin>();
    for (SavedBatch batch : batches) {
      Map<Map<String, String>, TrialResult> results = new LinkedHashMap<>();
      batch.results().trials().forEach(result -> results.put(result.axes(), result));
      for (TrialConfig config : batch.config().trials()) {
        Map<String, String> axes = names.of(config.axes(), batch.config().contents());
        var trial =
            new PlannedTrial(
                new TrialConfig(config.number(), axes, config.config()),
                Optional.ofNullable(results.get(config.axes())).map(it -> with(axes, it)));
        origins.merge(axes, new Origin(trial, batch.folder()), JoinedBatches::same);
      }
    }
    List<PlannedTrial> joined = origins.values().stream().map(Origin::trial).toList();
    return batches.size() == 1 ? joined : numbered(joined);
  }

  private static TrialResult with(Map<String, String> axes, TrialResult result) {
    return new TrialResult(result.number(), axes, result.tuned(), result.record());
  }

  private static Origin same(Origin one, Origin other) {
    if (one.trial().result().isEmpty() || other.trial().result().isEmpty()) {
      return one.trial().result().isEmpty() ? other : one;
    }
    TrialResult first = one.trial().result().get();
    TrialResult second = other.trial().result().get();
    if (first.record().digest().equals(second.record().digest())
        && first.record().status() == second.record().status()) {
      return one;
    }
    throw new BatchFolderException(
        "'%s' and '%s' contradict each other: trial %s and trial %s have the same axes, %s, but not"
                .formatted(
                    one.folder(),
                    other.folder(),
                    first.number(),
                    second.number(),
                    String.join(", ", described(first.axes())))
            + " the same results; the experiments differ beside their axes");
  }

  private static List<String> described(Map<String, String> axes) {
    return axes.entrySet().stream().map(axis -> axis.getKey() + "=" + axis.getValue()).toList();
  }

  private static List<PlannedTrial> numbered(List<PlannedTrial> trials) {
    var numbered = new ArrayList<PlannedTrial>();
    for (PlannedTrial trial : trials) {
      int number = numbered.size() + 1;
      numbered.add(
          new PlannedTrial(
              new TrialConfig(number, trial.config().axes(), trial.config().config()),
              trial
                  .result()
                  .map(it -> new TrialResult(number, it.axes(), it.tuned(), it.record()))));
    }
    return numbered;
  }

  /** Of groups that several batches have those of the first. */
  private List<TuningResult> joinedTuning() {
    var joined = new ArrayList<TuningResult>();
    Set<Map<String, String>> known = new HashSet<>();
    int groups = 0;
    for (SavedBatch batch : batches) {
      Set<Map<String, String>> own = new HashSet<>();
      int most = groups;
      for (TuningResult result : batch.results().tuning()) {
        Map<String, String> axes = names.of(result.axes(), batch.config().contents());
        if (!known.contains(axes)) {
          own.add(axes);
          joined.add(with(axes, groups + result.group(), result));
          most = Math.max(most, groups + result.group() + 1);
        }
      }
      known.addAll(own);
      groups = most;
    }
    return joined;
  }

  private static TuningResult with(Map<String, String> axes, int group, TuningResult result) {
    return new TuningResult(
        group, axes, result.assignment(), result.seed(), result.score(), result.isChosen());
  }

  private List<String> cautions() {
    var cautions = new ArrayList<String>();
    for (SavedBatch batch : batches) {
      if (!batch.unplanned().isEmpty()) {
        cautions.add(leftOut(batch));
      }
    }
    BatchConfig first = batches.get(0).config();
    for (SavedBatch other : batches.subList(1, batches.size())) {
      List<String> differing = Sections.differing(first.effective(), other.config().effective());
      if (!differing.isEmpty()) {
        cautions.add(
            "'%s' and '%s' differ beside their axes, in %s, and so may what is compared."
                .formatted(batches.get(0).folder(), other.folder(), String.join(", ", differing)));
      }
      if (!other.config().compare().equals(first.compare())) {
        cautions.add(
            "'%s' fixed another comparison; that of '%s' counts."
                .formatted(other.folder(), batches.get(0).folder()));
      }
    }
    return cautions;
  }

  private static String leftOut(SavedBatch batch) {
    String axis = batch.config().compare().axis();
    List<String> values = batch.unplannedValues(axis);
    String named = values.isEmpty() ? "" : ": %s %s".formatted(axis, String.join(", ", values));
    return "%s results in '%s' are left out, since its configuration does not plan them%s."
        .formatted(batch.unplanned().size(), batch.folder(), named);
  }
}
