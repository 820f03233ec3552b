package dev.kassei.experiment.inference;

import dev.kassei.api.value.Numbers;
import dev.kassei.results.csv.CsvRow;
import dev.kassei.results.csv.Decimals;
import dev.kassei.results.csv.NumberStyle;
import dev.kassei.results.file.FileProblems;
import dev.kassei.results.record.Preparation;
import dev.kassei.results.text.Shortened;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/** Reads what is right for the rows of a file, and how much each row counts. */
final class RowLabels {
  private static final int LISTED = 10;

  private final Preparation preparation;
  private final RowColumns columns;
  private final FileProblems problems;
  private final NumberStyle style;
  private final int[] targets;
  private final OptionalInt weight;

  /** Finds the columns; a missing one is a problem of the file. */
  RowLabels(Preparation preparation, RowColumns columns, FileProblems problems) {
    this.preparation = preparation;
    this.columns = columns;
    this.problems = problems;
    this.style = RowEncoder.style(preparation.text());
    this.targets = columns.targets();
    this.weight = columns.weight();
  }

  /** The targets of rows, row by row: numbers of classes, or numbers in the unit of the data. */
  double[] targets(List<CsvRow> rows) {
    return rows.stream()
        .flatMapToDouble(row -> Arrays.stream(targets).mapToDouble(column -> target(row, column)))
        .toArray();
  }

  private double target(CsvRow row, int column) {
    return preparation.classes().isEmpty() ? number(row, column) : classNumber(row, column);
  }

  private double number(CsvRow row, int column) {
    double number = parse(row, column);
    if (!Double.isFinite(number)) {
      complain(row, column, Decimals.complaint(row.cell(column)));
    }
    return number;
  }

  /** Classes that were numbers may be written in another way, such as 1.0 for 1. */
  private double classNumber(CsvRow row, int column) {
    String cell = row.cell(column);
    int number = preparation.classes().indexOf(cell);
    int other = preparation.classes().indexOf(Numbers.text(parse(row, column) + 0.0));
    if (number < 0 && other < 0) {
      complain(
          row,
          column,
          "expected one of the classes %s but was '%s'".formatted(listed(), Shortened.text(cell)));
    }
    return number < 0 ? other : number;
  }

  private String listed() {
    List<String> classes = preparation.classes();
    String some =
        classes.stream()
            .limit(LISTED)
            .map(name -> "'" + Shortened.text(name) + "'")
            .collect(Collectors.joining(", "));
    return classes.size() <= LISTED ? some : some + ", …";
  }

  /** How much rows count in the loss, beside their classes. */
  double[] weights(List<CsvRow> rows) {
    return rows.stream()
        .mapToDouble(row -> weight.isPresent() ? weight(row, weight.getAsInt()) : 1)
        .toArray();
  }

  private double weight(CsvRow row, int column) {
    double number = parse(row, column);
    if (!Double.isFinite(number) || number < 0) {
      complain(
          row,
          column,
          "expected a weight, a number of 0 or more, but was '%s'"
              .formatted(Shortened.text(row.cell(column))));
    }
    return number;
  }

  private double parse(CsvRow row, int column) {
    return style.parse(row.text(), row.from(column), row.to(column));
  }

  private void complain(CsvRow row, int column, String message) {
    problems.addCell(row.line(), column + 1, columns.name(column), row.cell(column), message);
  }
}
