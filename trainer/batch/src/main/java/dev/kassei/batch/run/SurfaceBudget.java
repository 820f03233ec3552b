package dev.kassei.batch.run;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Chooses the trials that save what they learn over two inputs: of each combination of axes without
 * seeds the first four, as long as all files together stay small. All combinations have a first one
 * before any has a second. The choice depends on the batch alone. Mutable.
 */
final class SurfaceBudget {
  /** As many stand side by side in the pictures. */
  private static final int MAX_PER_SETTING = 4;

  /** What all files of a batch may take, in bytes. */
  static final long MAX_BYTES = 64L << 20;

  private final Map<String, Integer> counts = new HashMap<>();
  private final Set<Integer> chosen = new HashSet<>();
  private long left = MAX_BYTES;

  /** A job, and how many of its setting come before it. */
  private record Candidate(Job job, int before) {}

  /**
   * Chooses among the next jobs of a batch.
   *
   * @param setting names what jobs have in common that differ in their seeds
   */
  void choose(List<Job> jobs, Function<Job, String> setting) {
    var candidates = new ArrayList<Candidate>();
    for (Job job : jobs) {
      if (job.surfaceBytes().isPresent()) {
        candidates.add(new Candidate(job, counts.merge(setting.apply(job), 1, Integer::sum) - 1));
      }
    }
    candidates.stream()
        .filter(candidate -> candidate.before() < MAX_PER_SETTING)
        .sorted(Comparator.comparingInt(Candidate::before))
        .forEach(candidate -> take(candidate.job()));
  }

  private void take(Job job) {
    long bytes = job.surfaceBytes().orElseThrow();
    if (bytes <= left) {
      left -= bytes;
      chosen.add(job.number());
    }
  }

  /** Whether the trial with a number saves its surface. */
  boolean hasChosen(int number) {
    return chosen.contains(number);
  }
}
