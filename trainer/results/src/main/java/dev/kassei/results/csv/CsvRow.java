package dev.kassei.results.csv;

import java.util.List;
import java.util.stream.IntStream;

/** The cells of a line, without the white space around each. The array must not be modified. */
public final class CsvRow {
  private final long line;
  private final char[] text;
  private final int[] ends;

  /**
   * @param line the number of the line in which it begins
   * @param text all cells, one after the other
   * @param ends where each cell ends in the text
   */
  CsvRow(long line, char[] text, int[] ends) {
    this.line = line;
    this.text = text;
    this.ends = ends;
  }

  public long line() {
    return line;
  }

  /** The number of cells. */
  public int count() {
    return ends.length;
  }

  /** The characters of all cells. */
  public char[] text() {
    return text;
  }

  /** Where a cell begins in the text, behind white space. */
  public int from(int cell) {
    int from = cell == 0 ? 0 : ends[cell - 1];
    while (from < ends[cell] && Character.isWhitespace(text[from])) {
      from++;
    }
    return from;
  }

  /** Where a cell ends in the text, before white space. */
  public int to(int cell) {
    int from = cell == 0 ? 0 : ends[cell - 1];
    int to = ends[cell];
    while (to > from && Character.isWhitespace(text[to - 1])) {
      to--;
    }
    return to;
  }

  /** A cell. */
  public String cell(int cell) {
    int from = from(cell);
    return new String(text, from, Math.max(0, to(cell) - from));
  }

  /** All cells. */
  public List<String> cells() {
    return IntStream.range(0, count()).mapToObj(this::cell).toList();
  }

  /** All cells as the names of columns, of which those without one are {@code x1} and so on. */
  public List<String> names() {
    return IntStream.range(0, count())
        .mapToObj(i -> cell(i).isEmpty() ? "x" + (i + 1) : cell(i))
        .toList();
  }

  /** Whether there is one cell, without text. */
  public boolean isBlank() {
    return count() == 1 && from(0) == ends[0];
  }
}
