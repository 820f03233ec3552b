package dev.kassei.batch.run;

import static dev.kassei.api.value.Requirements.require;

import java.time.Duration;

/**
 * The processes that train a batch for this one.
 *
 * @param count how many there are at once
 * @param lease one that gives no sign of life for so long is ended, and another takes its place
 * @param bundle what one is given at once takes about so long
 */
public record Workers(int count, Duration lease, Duration bundle) {
  /** A machine may be busy, but not so busy. */
  public static final Duration LEASE = Duration.ofSeconds(30);

  /** Long beside a message, short beside the end of a batch, when others wait. */
  public static final Duration BUNDLE = Duration.ofMillis(500);

  private static final int MIN_MILLIS = 100;

  public Workers {
    require(count > 0, "expected at least 1 worker but was %s", count);
    require(lease.toMillis() >= MIN_MILLIS, "a lease of %s ms is too short", lease.toMillis());
  }
}
