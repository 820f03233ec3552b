package dev.kassei.batch.analysis;

import dev.kassei.results.record.DatasetRecord;
import dev.kassei.results.record.MethodRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/** What to keep in mind about trials, gathered over data sets: a sentence for each kind. */
final class AcrossCautions {
  private final List<DatasetAnalysis> datasets;
  private final List<DatasetRecord> records;

  /**
   * @param records of the data sets, in the same order
   */
  AcrossCautions(List<DatasetAnalysis> datasets, List<DatasetRecord> records) {
    this.datasets = datasets;
    this.records = records;
  }

  List<String> sentences() {
    var sentences = new ArrayList<String>();
    counted(MethodRecord::failures, "failed or diverged and count as the worst possible score")
        .ifPresent(sentences::add);
    counted(MethodRecord::undecided, "were undecided and count as guesses")
        .ifPresent(sentences::add);
    chance().ifPresent(sentences::add);
    missing().ifPresent(sentences::add);
    edges().forEach((axis, names) -> sentences.add(DatasetAnalysis.edge(axis, names)));
    return sentences;
  }

  private Optional<String> counted(ToIntFunction<MethodRecord> count, String how) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    records.stream()
        .flatMap(record -> record.methods().stream())
        .filter(method -> count.applyAsInt(method) > 0)
        .forEach(method -> counts.merge(method.name(), count.applyAsInt(method), Integer::sum));
    String counted =
        counts.entrySet().stream()
            .map(each -> each.getKey() + " (" + each.getValue() + ")")
            .collect(Collectors.joining(", "));
    return counts.isEmpty()
        ? Optional.empty()
        : Optional.of("Trials %s: %s.".formatted(how, counted));
  }

  /** The methods that are not clearly better than guessing somewhere, with the data sets. */
  private Optional<String> chance() {
    var found = new LinkedHashMap<String, List<String>>();
    for (DatasetAnalysis dataset : datasets) {
      dataset
          .atChance()
          .forEach(
              each ->
                  found
                      .computeIfAbsent(each.method(), key -> new ArrayList<>())
                      .add(dataset.dataset()));
    }
    String names =
        found.entrySet().stream()
            .map(each -> each.getKey() + " on " + String.join(", ", each.getValue()))
            .collect(Collectors.joining("; "));
    return found.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "Not clearly better than always naming the most frequent class: %s.".formatted(names));
  }

  /** A data set counts once, but with fewer repetitions it says less. */
  private Optional<String> missing() {
    List<String> missing =
        records.stream()
            .filter(record -> record.missing() > 0)
            .map(record -> "%s (%s)".formatted(record.name(), record.missing()))
            .toList();
    return missing.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "Repetitions are left out, since not all methods have them yet: %s."
                .formatted(String.join(", ", missing)));
  }

  /** The methods, with the number of data sets, that were tuned to an edge, by axis. */
  private Map<String, List<String>> edges() {
    var counts = new LinkedHashMap<String, Map<String, Integer>>();
    for (DatasetAnalysis dataset : datasets) {
      dataset
          .edges()
          .forEach(
              (axis, methods) ->
                  methods.forEach(
                      method ->
                          counts
                              .computeIfAbsent(axis, key -> new LinkedHashMap<>())
                              .merge(method, 1, Integer::sum)));
    }
    var edges = new LinkedHashMap<String, List<String>>();
    counts.forEach(
        (axis, methods) ->
            edges.put(
                axis,
                methods.entrySet().stream()
                    .map(each -> each.getKey() + " (" + each.getValue() + " data sets)")
                    .toList()));
    return edges;
  }
}
