package dev.kassei.builtins.dataset;

import de.siegmar.fastcsv.reader.CsvRecord;
import dev.kassei.results.file.FileProblems;
import dev.kassei.results.file.TextFile;
import dev.kassei.results.text.Shortened;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads a file of separated values in one pass. */
final class CsvReading {
  private final Csv csv;
  private final CsvColumns columns;
  private final FileProblems problems;
  private final TableBuilder table;

  private CsvReading(Csv csv, CsvColumns columns, FileProblems problems) {
    this.csv = csv;
    this.columns = columns;
    this.problems = problems;
    this.table = new TableBuilder(columns.columns(), columns.label(), csv.missing(), problems);
  }

  /**
   * The table in a stream, which stays open.
   *
   * @param notes takes what was decided about the file
   * @throws IllegalArgumentException with all problems, if the file is not what was described
   */
  static Table read(
      Csv csv, Path file, InputStream in, FileProblems problems, Consumer<String> notes)
      throws IOException {
    var records = CsvRecords.of(csv, TextFile.text(in, problems), problems);
    CsvRecord first =
        records
            .next()
            .orElseThrow(() -> problems.failure("expected rows of numbers but the file is empty"));
    List<CsvRecord> ahead = ahead(csv, records);
    boolean header = header(csv, first, ahead, problems);
    CsvColumns columns = CsvColumns.of(csv, header, first, problems);
    problems.report();
    if (csv.header() == Header.AUTO) {
      notes.accept(note(csv.path(), first.getStartingLineNumber(), header));
    }
    var reading = new CsvReading(csv, columns, problems);
    if (!header) {
      reading.add(first);
    }
    for (int i = 0; i < ahead.size() && !problems.isFull(); i++) {
      reading.add(ahead.get(i));
    }
    for (var next = records.next(); next.isPresent() && !problems.isFull(); next = records.next()) {
      reading.add(next.get());
    }
    return reading.table.table(file, "there is only the line of names");
  }

  /** What is read before anything is decided. */
  private static List<CsvRecord> ahead(Csv csv, CsvRecords records) {
    var ahead = new ArrayList<CsvRecord>();
    while (csv.header() == Header.AUTO && ahead.size() < HeaderGuess.LINES) {
      Optional<CsvRecord> next = records.next();
      if (next.isEmpty()) {
        break;
      }
      ahead.add(next.get());
    }
    return ahead;
  }

  private static boolean header(
      Csv csv, CsvRecord first, List<CsvRecord> ahead, FileProblems problems) {
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

  private void add(CsvRecord cells) {
    long line = cells.getStartingLineNumber();
    if (cells.getFieldCount() != columns.count()) {
      problems.addLine(
          line,
          "expected %s cells, as in the first line, but found %s"
              .formatted(columns.count(), cells.getFieldCount()));
      return;
    }
    table.begin(line);
    for (int column = 0; column < columns.count() && !problems.isFull(); column++) {
      String text = cells.getField(column).strip();
      if (isGap(column, text)) {
        table.missing(column, text);
      } else {
        table.value(column, text, hint(line, column, text));
      }
    }
    table.end();
  }

  /** A name such as {@code none} may be a category or class, but is no number. */
  private boolean isGap(int column, String text) {
    boolean isLabel = column == columns.label();
    if (isLabel && csv.missing() != Missing.DROP) {
      return text.isEmpty();
    }
    boolean isNumber =
        isLabel ? csv.task() == Task.REGRESSION : !columns.columns().get(column).isCategorical();
    return isNumber ? Decimals.isMissing(text) : text.isEmpty() || text.equals("?");
  }

  private String hint(long line, int column, String text) {
    if (line == 1) {
      return "; if line 1 holds names: header: true";
    }
    return Decimals.isName(text)
        ? "; if the column holds categories: categorical: ['%s']"
            .formatted(Shortened.text(columns.columns().get(column).name()))
        : "";
  }
}
