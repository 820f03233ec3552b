package dev.kassei.cli.sheet;

/** A time for people. */
public final class TimeText {
  private TimeText() {}

  /** As {@code 45 s}, {@code 3 min 20 s}, {@code 2 h 5 min}; a second begun counts whole. */
  public static String of(double seconds) {
    long whole = (long) Math.ceil(seconds);
    if (whole < 60) {
      return whole + " s";
    }
    return whole < 3600
        ? whole / 60 + " min " + whole % 60 + " s"
        : whole / 3600 + " h " + whole % 3600 / 60 + " min";
  }
}
