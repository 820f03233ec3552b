package dev.kassei.plotting.figure;

import static dev.kassei.api.value.Requirements.require;

/** Which values an axis shows. */
public sealed interface Limits {
  Limits AUTOMATIC = new Automatic();

  /** All values of the data, and a margin. */
  record Automatic() implements Limits {}

  /** These values. */
  record Range(double low, double high) implements Limits {
    public Range {
      require(
          low < high && Double.isFinite(high - low),
          "limits must be two finite numbers, the smaller first, but were %s and %s",
          low,
          high);
    }
  }
}
