package dev.kassei.cli;

import java.util.Locale;

/** Numbers for people: four decimals. */
final class Rounded {
  private Rounded() {}

  /** A number with four decimals, in scientific notation where these would all be 0. */
  static String text(double value) {
    boolean tiny = value != 0 && Math.abs(value) < 5e-5;
    boolean huge = Math.abs(value) >= 1e9;
    return String.format(Locale.ROOT, tiny || huge ? "%.4e" : "%.4f", value);
  }
}
