package dev.kassei.builtins.dataset;

import dev.kassei.results.csv.CsvRecords;
import dev.kassei.results.csv.CsvRow;
import dev.kassei.results.csv.Decimals;
import dev.kassei.results.csv.NumberStyle;
import dev.kassei.results.file.FileProblems;
import dev.kassei.results.file.TextFile;
import dev.kassei.results.text.Shortened;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads files of separated values in one pass: one to train with, and perhaps one to test with. */
final class CsvReading {
  private static final char NUL = 0;

  private final Csv csv;
  private final CsvColumns chosen;
  private final List<Column> columns;
  private final NumberStyle style;
  private final TableBuilder table;
  private FileProblems problems;

  private CsvReading(Csv csv, CsvColumns chosen, FileProblems problems) {
    this.csv = csv;
    this.chosen = chosen;
    this.columns = chosen.columns();
    this.style = csv.style();
    this.problems = problems;
    this.table = new TableBuilder(columns, chosen.features(), csv.missing(), problems);
  }

  /**
   * The table in one or two files, which stay open.
   *
   * @param notes takes what was decided about them
   * @throws IllegalArgumentException with all problems, if a file is not what was described
   */
  static Table read(Csv csv, List<CsvFile> files, Consumer<String> notes) throws IOException {
    CsvFile train = files.get(0);
    FileProblems problems = train.problems();
    var records = records(csv, train);
    CsvRow first = first(records, problems);
    List<CsvRow> ahead = ahead(csv, records);
    boolean header = header(csv, first, ahead, problems);
    var reading = new CsvReading(csv, CsvColumns.of(csv, header, first, problems), problems);
    if (csv.header() == Header.AUTO) {
      notes.accept(note(csv.path(), first.line(), header));
    }
    if (!header) {
      reading.add(first);
    }
    ahead.forEach(reading::add);
    reading.addAll(records);
    for (CsvFile test : files.subList(1, files.size())) {
      reading.addTest(test, header);
    }
    new NameCheck(train.name(), reading.columns, reading.table, problems).check(notes);
    return reading.table.table(reading.style).in(reading.chosen.textTable(csv, header));
  }

  private static CsvRecords records(Csv csv, CsvFile file) throws IOException {
    return CsvRecords.of(
        csv.delimiter().charAt(0), TextFile.text(file.in(), file.problems()), file.problems());
  }

  private static CsvRow first(CsvRecords records, FileProblems problems) {
    return records
        .next()
        .orElseThrow(() -> problems.failure("expected rows of numbers but the file is empty"));
  }

  /** What is read before anything is decided. */
  private static List<CsvRow> ahead(Csv csv, CsvRecords records) {
    var ahead = new ArrayList<CsvRow>();
    while (csv.header() == Header.AUTO && ahead.size() < HeaderGuess.LINES) {
      Optional<CsvRow> next = records.next();
      if (next.isEmpty()) {
        break;
      }
      ahead.add(next.get());
    }
    return ahead;
  }

  private static boolean header(Csv csv, CsvRow first, List<CsvRow> ahead, FileProblems problems) {
    return switch (csv.header()) {
      case AUTO -> HeaderGuess.isHeader(csv, first, ahead, problems);
      case TRUE -> true;
      case FALSE -> false;
    };
  }

  private static String note(String file, long line, boolean header) {
    return header
        ? "%s: line %s was read as names of columns; if it is data, give header: false"
            .formatted(file, line)
        : "%s: line %s was read as data, columns are x1, x2, …; if it has names, give header: true"
            .formatted(file, line);
  }

  private void addAll(CsvRecords records) {
    for (var next = records.next(); next.isPresent() && !problems.isFull(); next = records.next()) {
      add(next.get());
    }
    table.requireRows("there is only the line of names");
  }

  /** Rows to test with; where the first file has names, so has this. */
  private void addTest(CsvFile test, boolean header) throws IOException {
    problems = test.problems();
    table.beginTest(problems);
    var records = records(csv, test);
    CsvRow first = first(records, problems);
    if (header) {
      requireSameNames(first);
    } else {
      add(first);
    }
    addAll(records);
  }

  private void requireSameNames(CsvRow first) {
    List<String> wanted = columns.stream().map(Column::name).toList();
    if (!first.names().equals(wanted)) {
      throw problems.failure(
          "line %s: expected the names of columns as in %s, %s, but found %s"
              .formatted(first.line(), csv.path(), listed(wanted), listed(first.cells())));
    }
  }

  private static String listed(List<String> names) {
    return Shortened.text(String.join(", ", names));
  }

  private void add(CsvRow row) {
    if (problems.isFull()) {
      return;
    }
    if (row.count() != columns.size()) {
      problems.addLine(
          row.line(),
          "expected %s cells, as in the first line, but found %s"
              .formatted(columns.size(), row.count()));
      return;
    }
    table.begin(row.line());
    for (int column = 0; column < columns.size() && !problems.isFull(); column++) {
      if (columns.get(column).use() != Column.Use.IGNORED) {
        add(row, column);
      }
    }
    table.end();
  }

  private void add(CsvRow row, int column) {
    boolean isNumeric = table.isNumeric(column);
    if (isNumeric) {
      double number = style.parse(row.text(), row.from(column), row.to(column));
      if (Double.isFinite(number) && isPossible(column, number)) {
        table.number(column, number);
        return;
      }
    }
    String text = row.cell(column);
    if (isGap(column, text)) {
      table.missing(column, text);
    } else if (isNumeric) {
      table.wrong(column, text, complaint(row.line(), column, text));
    } else if (text.indexOf(NUL) >= 0) {
      table.wrong(
          column, text, "the text has a NUL character, which belongs to no text; remove it");
    } else {
      table.text(column, text);
    }
  }

  private boolean isPossible(int column, double number) {
    return number >= 0 || columns.get(column).use() != Column.Use.WEIGHT;
  }

  /** A name such as {@code none} may be a category or class, but is no number. */
  private boolean isGap(int column, String text) {
    boolean isLabel = columns.get(column).isLabel();
    if (isLabel && csv.missing() != Missing.DROP) {
      return text.isEmpty();
    }
    boolean isNumber =
        isLabel ? csv.task() == Task.REGRESSION : !columns.get(column).isCategorical();
    return isNumber ? Decimals.isMissing(text) : text.isEmpty() || text.equals("?");
  }

  private String complaint(long line, int column, String text) {
    String name = Shortened.text(columns.get(column).name());
    if (columns.get(column).use() == Column.Use.WEIGHT) {
      return "expected a weight, a number of 0 or more, but was '%s'"
          .formatted(Shortened.text(text));
    }
    if (line == 1) {
      return Decimals.complaint(text) + "; if line 1 holds names: header: true";
    }
    return WrongNumber.complaint(text, name, columns.get(column).isFeature());
  }
}
