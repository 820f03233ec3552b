package dev.kassei.embed;

import org.apiguardian.api.API;

/** How far something has come. */
@API(status = API.Status.STABLE, since = "0.1")
public final class Progress {
  private final String what;
  private final long done;
  private final long total;

  Progress(String what, long done, long total) {
    this.what = what;
    this.done = done;
    this.total = total;
  }

  /** What is counted: {@code epochs}, {@code trials}, {@code tuning} or {@code runs}. */
  public String what() {
    return what;
  }

  /** How many have ended. */
  public long done() {
    return done;
  }

  /** How many there are in all. */
  public long total() {
    return total;
  }

  /** Such as {@code epochs: 3 of 100}. */
  @Override
  public String toString() {
    return "%s: %s of %s".formatted(what, done, total);
  }
}
