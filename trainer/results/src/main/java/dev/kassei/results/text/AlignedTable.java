package dev.kassei.results.text;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A table of aligned columns. Where it is wider than there is room, its cells are wrapped between
 * words, and columns that have no room even so stand in a further part below, behind the first one.
 *
 * @param rows the header, and then one text a column each
 * @param side where texts stand in all columns but the first, which stands to the left
 */
public record AlignedTable(List<List<String>> rows, Side side) {
  private static final String GAP = "  ";

  /** Where texts stand in their column. */
  public enum Side {
    LEFT,
    RIGHT
  }

  public AlignedTable {
    rows = List.copyOf(rows);
  }

  /** Its lines, without spaces at their ends. */
  public List<String> lines(int room) {
    var lines = new ArrayList<String>();
    for (List<Integer> part : parts(room)) {
      if (!lines.isEmpty()) {
        lines.add("");
      }
      part(part, widths(part, room), lines);
    }
    return lines;
  }

  /** The columns that stand beside each other, all of them if possible. */
  private List<List<Integer>> parts(int room) {
    var parts = new ArrayList<List<Integer>>();
    int next = 1;
    do {
      var part = new ArrayList<>(List.of(0));
      int width = narrowest(0);
      while (next < columns()
          && (part.size() == 1 || width + GAP.length() + narrowest(next) <= room)) {
        width += GAP.length() + narrowest(next);
        part.add(next++);
      }
      parts.add(part);
    } while (next < columns());
    return parts;
  }

  private int columns() {
    return rows.get(0).size();
  }

  /** The length of the longest word of a column. */
  private int narrowest(int column) {
    return rows.stream()
        .flatMap(row -> List.of(row.get(column).split(" ", -1)).stream())
        .mapToInt(String::length)
        .max()
        .orElse(0);
  }

  /** As wide as the columns are, less what the widest of them have to give. */
  private List<Integer> widths(List<Integer> part, int room) {
    var widths =
        new ArrayList<>(
            part.stream()
                .map(column -> rows.stream().mapToInt(row -> row.get(column).length()).max())
                .map(width -> width.orElse(0))
                .toList());
    int gaps = GAP.length() * (part.size() - 1);
    while (widths.stream().mapToInt(width -> width).sum() + gaps > room) {
      int[] able =
          IntStream.range(0, part.size())
              .filter(i -> widths.get(i) > narrowest(part.get(i)))
              .toArray();
      if (able.length == 0) {
        return widths;
      }
      int widest = Collections.max(IntStream.of(able).mapToObj(i -> widths.get(i)).toList());
      int given = IntStream.of(able).filter(i -> widths.get(i) == widest).findFirst().orElseThrow();
      widths.set(given, widest - 1);
    }
    return widths;
  }

  private void part(List<Integer> columns, List<Integer> widths, List<String> lines) {
    for (List<String> row : rows) {
      var cells = new ArrayList<List<String>>();
      for (int i = 0; i < columns.size(); i++) {
        cells.add(Wrapped.lines(row.get(columns.get(i)), widths.get(i)));
      }
      int height = cells.stream().mapToInt(List::size).max().orElse(1);
      IntStream.range(0, height).forEach(line -> lines.add(line(cells, widths, line)));
    }
  }

  private String line(List<List<String>> cells, List<Integer> widths, int number) {
    var line = new StringBuilder();
    for (int i = 0; i < cells.size(); i++) {
      String text = number < cells.get(i).size() ? cells.get(i).get(number) : "";
      String space = " ".repeat(Math.max(0, widths.get(i) - text.length()));
      line.append(i == 0 ? "" : GAP);
      line.append(i > 0 && side == Side.RIGHT ? space + text : text + space);
    }
    return line.toString().stripTrailing();
  }
}
