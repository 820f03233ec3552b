package dev.kassei.batch.analysis;

import dev.kassei.batch.plan.Tune;
import dev.kassei.batch.run.TrialResult;
import dev.kassei.batch.run.TuningResult;
import dev.kassei.batch.statistics.Scoring;
import dev.kassei.batch.statistics.Summary;
import dev.kassei.experiment.config.LoadedConfig;
import dev.kassei.results.record.ChosenRecord;
import dev.kassei.results.record.TuningRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the tuning tried and what it chose. */
final class TuningAnalysis {
  /** A data set of a setting. */
  private record Place(Map<String, String> setting, String dataset) {}

  private final Map<Map<String, String>, List<String>> edges = new LinkedHashMap<>();
  private final Map<Place, List<TuningResult>> results = new HashMap<>();
  private final Layout layout;
  private final Optional<Tune> tune;
  private final Optional<Scoring> scoring;

  TuningAnalysis(AnalysisInput input, Layout layout, LoadedConfig config) {
    this.layout = layout;
    this.tune = input.tunes().stream().findFirst();
    this.scoring = tune.map(it -> Criterion.scoring(it.metric(), config));
    input.tunes().forEach(this::addEdges);
    input.tuning().forEach(result -> results(result.axes()).add(result));
  }

  private void addEdges(Tune each) {
    List<Map<String, String>> assignments = each.assignments();
    for (int i = 0; i < assignments.size(); i++) {
      edges.putIfAbsent(assignments.get(i), each.edges(i));
    }
  }

  private List<TuningResult> results(Map<String, String> axes) {
    var place = new Place(layout.setting(axes), layout.dataset(axes).orElse(""));
    return results.computeIfAbsent(place, key -> new ArrayList<>());
  }

  /** What was chosen for trials, the most frequent first. */
  List<ChosenRecord> chosen(List<PlannedTrial> trials) {
    var counts = new LinkedHashMap<Map<String, String>, Integer>();
    trials.stream()
        .flatMap(trial -> trial.result().stream())
        .map(TrialResult::tuned)
        .filter(tuned -> !tuned.isEmpty())
        .forEach(tuned -> counts.merge(tuned, 1, Integer::sum));
    return counts.entrySet().stream()
        .map(each -> chosen(each.getKey(), each.getValue()))
        .sorted((a, b) -> Integer.compare(b.trials(), a.trials()))
        .toList();
  }

  private ChosenRecord chosen(Map<String, String> assignment, int trials) {
    return new ChosenRecord(assignment, trials, edges.getOrDefault(assignment, List.of()));
  }

  /** The fixed-setting table of a data set; empty where nothing was tuned there yet. */
  Optional<TuningRecord> table(
      Map<String, String> setting, Optional<String> dataset, List<String> methods) {
    List<TuningResult> own =
        results.getOrDefault(new Place(setting, dataset.orElse("")), List.of());
    if (own.isEmpty() || tune.isEmpty()) {
      return Optional.empty();
    }
    List<Map<String, String>> assignments = List.copyOf(edges.keySet());
    Map<String, Map<Map<String, String>, List<TuningResult>>> tried = tried(own);
    List<TuningRecord.Row> rows =
        methods.stream()
            .map(method -> row(method, assignments, tried.getOrDefault(method, Map.of())))
            .toList();
    return Optional.of(
        new TuningRecord(
            tune.get().metric().toString(),
            scoring.orElseThrow().higherIsBetter(),
            assignments,
            rows));
  }

  /** Results by method and assignment, in their order. */
  private Map<String, Map<Map<String, String>, List<TuningResult>>> tried(List<TuningResult> own) {
    var tried = new HashMap<String, Map<Map<String, String>, List<TuningResult>>>();
    for (TuningResult result : own) {
      layout
          .method(result.axes())
          .ifPresent(
              method ->
                  tried
                      .computeIfAbsent(method, key -> new HashMap<>())
                      .computeIfAbsent(result.assignment(), key -> new ArrayList<>())
                      .add(result));
    }
    return tried;
  }

  private TuningRecord.Row row(
      String method,
      List<Map<String, String>> assignments,
      Map<Map<String, String>, List<TuningResult>> tried) {
    var scores = new ArrayList<Double>();
    var chosen = new ArrayList<Integer>();
    for (Map<String, String> assignment : assignments) {
      List<TuningResult> results = tried.getOrDefault(assignment, List.of());
      scores.add(mean(results));
      chosen.add(groups(results).size());
    }
    return new TuningRecord.Row(method, scores, chosen);
  }

  private double mean(List<TuningResult> tried) {
    double[] scores =
        scoring.orElseThrow().completed(tried.stream().mapToDouble(TuningResult::score).toArray());
    if (scores.length == 0) {
      return Double.NaN;
    }
    for (double score : scores) {
      if (Double.isInfinite(score)) {
        return score;
      }
    }
    return Summary.mean(scores);
  }

  private static Set<Integer> groups(List<TuningResult> tried) {
    var groups = new HashSet<Integer>();
    tried.stream().filter(TuningResult::isChosen).forEach(result -> groups.add(result.group()));
    return groups;
  }
}
