package dev.kassei.batch.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A table as wide as the text of an article and no longer than its page, with caption and label.
 * Numbers stand with their decimal points below each other.
 *
 * @param <T> what a row is made of
 * @param caption in LaTeX
 * @param label such as {@code tab:moons-1}
 */
record LatexTable<T>(String caption, String label, List<Column<T>> columns, List<T> rows) {
  /** Stands in a format for a column of numbers. */
  private static final String NUMBER = "#";

  LatexTable {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  /**
   * One or more columns under one head.
   *
   * @param head in LaTeX
   * @param format as the environment tabular takes it, with a mark for a column of numbers
   * @param cells in LaTeX, as many as the format has columns
   */
  record Column<T>(String head, String format, int span, Function<T, List<String>> cells) {
    /** A column of texts, to the left. */
    static <T> Column<T> text(String head, Function<T, String> cell) {
      return new Column<>(head, "l", 1, row -> List.of(cell.apply(row)));
    }

    /** A column of short texts. */
    static <T> Column<T> centered(String head, Function<T, String> cell) {
      return new Column<>(head, "c", 1, row -> List.of(cell.apply(row)));
    }

    /** A column of numbers. */
    static <T> Column<T> number(String head, Function<T, String> cell) {
      return new Column<>(head, NUMBER, 1, row -> List.of(LatexText.number(cell.apply(row))));
    }

    /** A number and its deviation. */
    static <T> Column<T> deviating(String head, Function<T, List<String>> cells) {
      return new Column<>(
          head, NUMBER + "@{${}\\pm{}$}" + NUMBER, 2, row -> numbers(cells.apply(row)));
    }

    /** A number and the ends of an interval; all three may be empty, or the ends alone. */
    static <T> Column<T> interval(String head, Function<T, List<String>> cells) {
      return new Column<>(
          head,
          NUMBER + "@{~}" + NUMBER + "@{~}" + NUMBER,
          3,
          row -> bracketed(numbers(cells.apply(row))));
    }

    private static List<String> numbers(List<String> texts) {
      return texts.stream().map(LatexText::number).toList();
    }

    private static List<String> bracketed(List<String> numbers) {
      return numbers.get(1).isEmpty()
          ? numbers
          : List.of(numbers.get(0), "[" + numbers.get(1) + ",", numbers.get(2) + "]");
    }

    /** The format for such rows: of numbers, as wide as the longest on each side of the point. */
    private String format(List<T> rows) {
      var text = new StringBuilder();
      int place = 0;
      for (String part : format.split("(?=#)|(?<=#)", -1)) {
        text.append(part.equals(NUMBER) ? width(rows, place++) : part);
      }
      return text.toString();
    }

    private String width(List<T> rows, int place) {
      int before = 0;
      int after = 0;
      for (T row : rows) {
        String number = cells.apply(row).get(place);
        int point = number.contains(".") ? number.indexOf('.') : number.length();
        before = Math.max(before, point);
        after = Math.max(after, number.length() - point - 1);
      }
      return "D{.}{.}{%s.%s}".formatted(before, after);
    }

    private String title() {
      return format.equals("l") ? head : "\\multicolumn{%s}{c}{%s}".formatted(span, head);
    }
  }

  /** The lines of the table. */
  List<String> lines() {
    var lines = new ArrayList<String>();
    lines.add("\\begin{table}[htbp]");
    lines.add("\\centering\\footnotesize\\setlength{\\tabcolsep}{3pt}");
    lines.add("\\caption{" + caption + "}");
    lines.add("\\label{" + label + "}");
    lines.add("\\begin{tabular}{" + joined("", column -> column.format(rows)) + "}");
    lines.add("\\toprule");
    lines.add(joined(" & ", Column::title) + " \\\\");
    lines.add("\\midrule");
    for (T row : rows) {
      lines.add(joined(" & ", column -> String.join(" & ", column.cells().apply(row))) + " \\\\");
    }
    lines.add("\\bottomrule");
    lines.add("\\end{tabular}");
    lines.add("\\end{table}");
    return lines;
  }

  private String joined(String between, Function<Column<T>, String> part) {
    return columns.stream().map(part).collect(Collectors.joining(between));
  }
}
