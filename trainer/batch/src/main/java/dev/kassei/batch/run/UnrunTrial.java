package dev.kassei.batch.run;

import java.util.Map;

/**
 * A trial that could not be run here. It is no result, and the next start tries it again.
 *
 * @param what {@code tuning} or {@code trials}
 * @param number its number among those of its kind
 * @param axes printed values by path
 */
public record UnrunTrial(String what, int number, Map<String, String> axes, Obstacle obstacle) {
  /** Which one it is, as the beginning of a sentence. */
  public String title() {
    return (what.equals("tuning") ? "tuning trial " : "trial ") + number;
  }
}
