package dev.kassei.batch.report;

import dev.kassei.results.record.ShortText;
import dev.kassei.results.text.AlignedTable;
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
  /** The most characters of a cell; longer ones are cut. */
  static final int LONGEST = 60;

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

  /** Aligned lines, which fold where there is less room; what stands out has a star. */
  List<String> lines(int room) {
    var lines = new ArrayList<List<String>>();
    lines.add(header);
    rows.forEach(row -> lines.add(row.stream().map(Grid::starred).toList()));
    return new AlignedTable(lines, AlignedTable.Side.RIGHT).lines(room);
  }

  private static String starred(Cell cell) {
    return cell.isBold() ? "*" + cell.text() : cell.text();
  }
}
