package dev.kassei.batch.run;

import dev.kassei.results.record.BatchFiles;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Chooses the trials that save what they learn over two inputs: of each combination of axes without
 * seeds the first four, as long as all files together stay small. All combinations have a first one
 * before any has a second. The choice depends on the batch alone.
 */
final class SurfaceBudget {
  /** As many stand side by side in the pictures. */
  private static final int MAX_PER_SETTING = 4;

  /** What all files of a batch may take, in bytes. */
  static final long MAX_BYTES = 64L << 20;

  private final Set<Integer> chosen = new HashSet<>();
  private long left = MAX_BYTES;

  /**
   * A trial that has a surface.
   *
   * @param number of the trial
   * @param setting names what trials have in common that differ in their seeds
   * @param bytes what the file takes
   */
  record Candidate(int number, String setting, long bytes) {}

  /** Chooses among all trials of a batch that have a surface, in their order. */
  static SurfaceBudget of(List<Candidate> candidates) {
    var counts = new HashMap<String, Integer>();
    var rounds = new ArrayList<List<Candidate>>();
    for (int i = 0; i < MAX_PER_SETTING; i++) {
      rounds.add(new ArrayList<>());
    }
    for (Candidate candidate : candidates) {
      int before = counts.merge(candidate.setting(), 1, Integer::sum) - 1;
      if (before < MAX_PER_SETTING) {
        rounds.get(before).add(candidate);
      }
    }
    var budget = new SurfaceBudget();
    rounds.forEach(round -> round.forEach(budget::take));
    return budget;
  }

  private void take(Candidate candidate) {
    if (candidate.bytes() <= left) {
      left -= candidate.bytes();
      chosen.add(candidate.number());
    }
  }

  /** Whether the trial with a number saves its surface. */
  boolean hasChosen(int number) {
    return chosen.contains(number);
  }

  /** The files of surfaces that belong to results. */
  Set<String> files(List<TrialResult> trials) {
    return trials.stream()
        .filter(trial -> hasChosen(trial.number()))
        .map(trial -> BatchFiles.surface(trial.record().digest()))
        .collect(Collectors.toSet());
  }
}
