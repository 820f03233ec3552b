package dev.kassei.batch.run;

import java.util.Locale;

/** How a trial ended: a fact about the experiment, which is the same on every machine. */
public enum TrialStatus {
  /** After its last epoch, or where early stopping ended it. */
  COMPLETED,
  /** Its loss stopped being a finite number. */
  DIVERGED,
  /** Its formulas came to what cannot be computed, such as the number of a row that is none. */
  FAILED;

  /** As it stands in files. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The status that stands in a file.
   *
   * @throws IllegalArgumentException if there is none of this name
   */
  public static TrialStatus of(String text) {
    for (TrialStatus status : values()) {
      if (status.text().equals(text)) {
        return status;
      }
    }
    throw new IllegalArgumentException("the status '" + text + "'");
  }
}
