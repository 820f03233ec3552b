package dev.kassei.results.text;

/** Cells as messages quote them: one may hold a whole file. */
public final class Shortened {
  private static final int LENGTH = 60;

  private Shortened() {}

  public static String text(String cell) {
    return cell.codePointCount(0, cell.length()) <= LENGTH
        ? cell
        : cell.substring(0, cell.offsetByCodePoints(0, LENGTH)) + "…";
  }
}
