package dev.kassei.batch.report;

import dev.kassei.results.record.ShortText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A table of texts: the first column stands to the left, the others to the right.
 *
 * @param header one text a column
 * @param rows one cell a column each
 */
record Grid(List<String> header, List<List<Cell>> rows) {
  private static final int LONGEST = 60;

  Grid {
    header = header.stream().map(text -> ShortText.of(text, LONGEST)).toList();
    rows = List.copyOf(rows);
  }

  /** A text, which may stand out. */
  record Cell(String text, boolean isBold) {
    Cell {
      text = ShortText.of(text, LONGEST);
    }

    static Cell of(String text) {
      return new Cell(text, false);
    }

    static Cell bold(String text) {
      return new Cell(text, true);
    }
  }

  static List<Cell> row(String... texts) {
    return Arrays.stream(texts).map(Cell::of).toList();
  }

  /** Aligned lines; what stands out has a star. */
  List<String> lines() {
    var lines = new ArrayList<List<String>>();
    lines.add(header);
    rows.forEach(row -> lines.add(row.stream().map(Grid::starred).toList()));
    int[] widths = new int[header.size()];
    for (List<String> line : lines) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], line.get(i).length());
      }
    }
    return lines.stream().map(line -> aligned(line, widths)).toList();
  }

  private static String starred(Cell cell) {
    return cell.isBold() ? "*" + cell.text() : cell.text();
  }

  private static String aligned(List<String> line, int[] widths) {
    var text = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      String gap = " ".repeat(widths[i] - line.get(i).length());
      text.append(i == 0 ? line.get(i) + gap : "  " + gap + line.get(i));
    }
    return text.toString().stripTrailing();
  }
}
