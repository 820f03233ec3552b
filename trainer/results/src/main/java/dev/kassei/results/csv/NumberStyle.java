package dev.kassei.results.csv;

import java.util.Optional;

/**
 * How a file writes numbers.
 *
 * @param decimal what stands before the fraction: a point or a comma
 * @param thousands what stands between groups of three digits before it, if anything may
 */
public record NumberStyle(char decimal, Optional<Character> thousands) {
  /** A point before the fraction, and nothing between digits. */
  public static final NumberStyle PLAIN = new NumberStyle('.', Optional.empty());

  private static final int GROUP = 3;

  /** The number that a text holds; NaN if it holds none. */
  public double parse(String text) {
    return parse(text.toCharArray(), 0, text.length());
  }

  /**
   * The number in a part of a text; NaN if it holds none.
   *
   * @param from the index of its first character
   * @param to the index behind its last
   */
  public double parse(char[] text, int from, int to) {
    if (decimal == '.' && thousands.isEmpty()) {
      return Decimals.parse(text, from, to);
    }
    char[] plain = new char[to - from];
    int length = plain(text, from, to, plain);
    return length < 0 ? Double.NaN : Decimals.parse(plain, 0, length);
  }

  /** Writes a number with a point and without separators; −1 if it is not of this style. */
  private int plain(char[] text, int from, int to, char[] plain) {
    int length = 0;
    int next = from;
    boolean isFraction = false;
    while (next < to) {
      char c = text[next];
      if (c == decimal) {
        plain[length++] = '.';
        isFraction = true;
      } else if (isSeparator(c)) {
        if (isFraction || !isGroup(text, from, next, to)) {
          return -1;
        }
      } else if (c == '.') {
        return -1;
      } else {
        plain[length++] = c;
      }
      next++;
    }
    return length;
  }

  private boolean isSeparator(char c) {
    return thousands.isPresent() && thousands.get() == c;
  }

  /** Whether one to three digits stand before a separator and exactly three behind it. */
  private boolean isGroup(char[] text, int from, int at, int to) {
    int before = at;
    while (before > from && isDigit(text[before - 1])) {
      before--;
    }
    int after = at + 1;
    while (after < to && isDigit(text[after])) {
      after++;
    }
    return at - before >= 1 && at - before <= GROUP && after - at - 1 == GROUP;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
