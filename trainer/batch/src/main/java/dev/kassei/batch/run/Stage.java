package dev.kassei.batch.run;

import java.util.Locale;

/** Trials of one stage all end before those of the next begin. */
enum Stage {
  /** The candidates of a tuning, which have numbers of their own. */
  TUNING,
  /** What is compared. */
  TRIALS;

  /** As listeners are told. */
  String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
