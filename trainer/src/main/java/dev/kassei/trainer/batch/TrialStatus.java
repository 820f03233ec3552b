package dev.kassei.trainer.batch;

import java.util.Locale;

/** How a trial ended. */
public enum TrialStatus {
  /** After its last epoch, or where early stopping ended it. */
  COMPLETED,
  /** Its loss stopped being a finite number. */
  DIVERGED,
  /** It could not be trained at all. */
  FAILED;

  /** As it stands in files. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The status that stands in a file. */
  public static TrialStatus of(String text) {
    return valueOf(text.toUpperCase(Locale.ROOT));
  }
}
