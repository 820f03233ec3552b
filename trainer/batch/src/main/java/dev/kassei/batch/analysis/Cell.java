package dev.kassei.batch.analysis;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The trials of one setting on one data set.
 *
 * @param dataset the data set's name
 * @param label its value of the axis of data sets; empty where there is no such axis
 * @param trials by method and repetition, in the order of the batch
 */
record Cell(
    String dataset,
    Optional<String> label,
    Map<String, Map<Map<String, String>, PlannedTrial>> trials) {
  Cell(String dataset, Optional<String> label) {
    this(dataset, label, new LinkedHashMap<>());
  }

  void add(String method, Map<String, String> repetition, PlannedTrial trial) {
    trials.computeIfAbsent(method, key -> new LinkedHashMap<>()).put(repetition, trial);
  }

  /** The methods of which any trial has ended. */
  List<String> begun() {
    return trials.keySet().stream().filter(this::hasBegun).toList();
  }

  /** The methods of which no trial has ended. */
  List<String> notBegun() {
    return trials.keySet().stream().filter(method -> !hasBegun(method)).toList();
  }

  private boolean hasBegun(String method) {
    return trials.get(method).values().stream().anyMatch(trial -> trial.result().isPresent());
  }

  /** The repetitions that all methods which have begun have, in the order of the batch. */
  List<Map<String, String>> common() {
    List<String> begun = begun();
    return begun.isEmpty()
        ? List.of()
        : repetitions().stream()
            .filter(each -> begun.stream().allMatch(method -> hasEnded(method, each)))
            .toList();
  }

  private boolean hasEnded(String method, Map<String, String> repetition) {
    return Optional.ofNullable(trials.get(method).get(repetition))
        .flatMap(PlannedTrial::result)
        .isPresent();
  }

  /** How many repetitions not all methods have that have begun. */
  int missing() {
    return repetitions().size() - common().size();
  }

  /** All repetitions that any method is to have. */
  Set<Map<String, String>> repetitions() {
    var all = new LinkedHashSet<Map<String, String>>();
    trials.values().forEach(each -> all.addAll(each.keySet()));
    return all;
  }

  /** The trials of a method for some repetitions. */
  List<PlannedTrial> of(String method, Collection<Map<String, String>> repetitions) {
    Map<Map<String, String>, PlannedTrial> own = trials.get(method);
    var found = new ArrayList<PlannedTrial>();
    repetitions.forEach(repetition -> found.add(own.get(repetition)));
    return found;
  }
}
