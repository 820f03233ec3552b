package dev.kassei.builtins.dataset;

import dev.kassei.builtins.dataset.Table.Label;
import dev.kassei.results.file.FileProblems;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * A table in the making, cell by cell: {@link #begin}, then {@link #value} or {@link #missing} for
 * each column in order, then {@link #end}. Mutable.
 *
 * <p>A column of names becomes one feature a category, {@code column=category}, which is 1 in the
 * rows of that category and 0 elsewhere.
 */
final class TableBuilder {
  private final List<Column> columns;
  private final int label;
  private final Missing missing;
  private final FileProblems problems;
  private final List<Categories> categories;
  private final DoubleStream.Builder cells = DoubleStream.builder();
  private final List<Label> labels = new ArrayList<>();
  private final double[] row;
  private long line;
  private boolean dropped;
  private String labelText = "";

  /**
   * An empty table.
   *
   * @param label the index of the label column
   */
  TableBuilder(List<Column> columns, int label, Missing missing, FileProblems problems) {
    this.columns = columns;
    this.label = label;
    this.missing = missing;
    this.problems = problems;
    this.categories = columns.stream().map(column -> new Categories(column.categories())).toList();
    this.row = new double[columns.size()];
  }

  /** Begins a row. */
  void begin(long number) {
    line = number;
    dropped = false;
  }

  /**
   * Adds a cell.
   *
   * @param hint what else may be wrong if it holds no number
   */
  void value(int column, String text, String hint) {
    if (column == label) {
      labelText = text;
    } else if (columns.get(column).isCategorical()) {
      row[column] = categories.get(column).number(text);
      if (row[column] < 0) {
        complain(column, "", categories.get(column).complaint(text));
      }
    } else {
      number(column, text, hint);
    }
  }

  /** Adds a cell without a value. */
  void missing(int column, String text) {
    row[column] = Double.NaN;
    dropped |= missing == Missing.DROP;
    if (column == label && missing != Missing.DROP) {
      complain(column, text, "expected a label but %s; remove the row".formatted(gap(text)));
    }
    if (column != label && missing == Missing.REFUSE) {
      String kind = columns.get(column).isCategorical() ? "category" : "number";
      complain(
          column,
          text,
          "expected a %s but %s; fill the gap, or set missing: drop or mean"
              .formatted(kind, gap(text)));
    }
  }

  /** Ends a row. */
  void end() {
    if (dropped) {
      return;
    }
    labels.add(new Label(line, labelText));
    for (int column = 0; column < row.length; column++) {
      if (column != label) {
        cells.add(row[column]);
      }
    }
  }

  /**
   * The table.
   *
   * @param none how to say that there were no rows
   * @throws IllegalArgumentException with all problems, if there were any
   */
  Table table(Path file, String none) {
    problems.report();
    if (labels.isEmpty()) {
      throw problems.failure(
          line == 0
              ? "expected rows of numbers but " + none
              : "every row has a gap, so missing: drop leaves none; set missing: mean");
    }
    List<Column> features = new ArrayList<>(columns);
    features.remove(label);
    List<Categories> sorted = new ArrayList<>(categories);
    sorted.remove(label);
    sorted.forEach(Categories::sort);
    OneHot oneHot = new OneHot(features, sorted);
    return new Table(
        file,
        oneHot.names(),
        columns.get(label),
        label + 1,
        oneHot.encode(cells.build().toArray()),
        labels);
  }

  private void number(int column, String text, String hint) {
    row[column] = Decimals.parse(text);
    if (!Double.isFinite(row[column])) {
      complain(column, text, Decimals.complaint(text) + hint);
    }
  }

  private static String gap(String text) {
    return text.isEmpty() ? "the cell is empty" : "'" + text + "' marks a missing value";
  }

  private void complain(int column, String varying, String message) {
    problems.addCell(line, column + 1, columns.get(column).name(), varying, message);
  }
}
