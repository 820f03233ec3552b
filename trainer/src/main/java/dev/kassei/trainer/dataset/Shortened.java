package dev.kassei.trainer.dataset;

/** Cells as messages quote them: one may hold a whole file. */
final class Shortened {
  private static final int LENGTH = 60;

  private Shortened() {}

  static String text(String cell) {
    return cell.codePointCount(0, cell.length()) <= LENGTH
        ? cell
        : cell.substring(0, cell.offsetByCodePoints(0, LENGTH)) + "…";
  }
}
