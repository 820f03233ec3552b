package dev.kassei.export.network;

import dev.kassei.results.record.RunRecord;

/** Where a network comes from, for comments in the files of other programs. */
public final class Origin {
  private Origin() {}

  /** What trained the network of a run, and whether it came to its end. */
  public static String of(RunRecord run) {
    String version = run.versions().getOrDefault("kassei", "");
    return "%s, a network that Kassei %s trained%s."
        .formatted(
            run.name(),
            version,
            switch (run.status()) {
              case COMPLETED -> "";
              case INTERRUPTED -> "; the run was interrupted before its end";
              case DIVERGED -> "; the run diverged, its loss stopped being a finite number";
            });
  }
}
