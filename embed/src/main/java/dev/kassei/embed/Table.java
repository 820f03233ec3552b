package dev.kassei.embed;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.kassei.api.value.Numbers;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apiguardian.api.API;

/** A table of texts and numbers, as the CSV files of results hold them. */
@API(status = API.Status.STABLE, since = "0.1")
public final class Table {
  /** How many of the first and of the last rows are shown of a table that is long. */
  private static final int SHOWN = 10;

  private final List<String> columns;
  private final List<List<String>> rows;

  private Table(List<String> columns, List<List<String>> rows) {
    this.columns = List.copyOf(columns);
    this.rows = List.copyOf(rows);
  }

  static Table of(List<String> columns, List<List<String>> rows) {
    return new Table(columns, rows);
  }

  /** The table in a file of separated values, whose first line has the names of the columns. */
  static Table read(Path file) throws IOException {
    try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(file)) {
      List<List<String>> lines = reader.stream().map(CsvRecord::getFields).toList();
      return lines.isEmpty()
          ? new Table(List.of(), List.of())
          : new Table(lines.get(0), lines.subList(1, lines.size()));
    }
  }

  /** A number as a cell; empty where it is NaN. */
  static String cell(double number) {
    return Double.isNaN(number) ? "" : Numbers.text(number);
  }

  /** The names of the columns. */
  public List<String> columns() {
    return columns;
  }

  /** The number of rows. */
  public int rows() {
    return rows.size();
  }

  /**
   * A cell.
   *
   * @param row from 0
   */
  public String text(int row, String column) {
    return rows.get(row).get(index(column));
  }

  /** A number; NaN where the cell is empty. */
  public double number(int row, String column) {
    String text = text(row, column);
    try {
      return text.isEmpty() ? Double.NaN : Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw new KasseiException(
          "row %s of column '%s' holds '%s', which is no number; read the column by texts"
              .formatted(row, column, text));
    }
  }

  /** All cells of a column. */
  public List<String> texts(String column) {
    int index = index(column);
    return rows.stream().map(row -> row.get(index)).toList();
  }

  /** All numbers of a column; NaN where a cell is empty. */
  public double[] numbers(String column) {
    return IntStream.range(0, rows()).mapToDouble(row -> number(row, column)).toArray();
  }

  private int index(String column) {
    int index = columns.indexOf(Given.required(column, "column"));
    if (index < 0) {
      throw new KasseiException(
          "there is no column '%s'; there are: %s".formatted(column, String.join(", ", columns)));
    }
    return index;
  }

  /** The table for people, its columns aligned; of many rows the first and the last ten. */
  @Override
  public String toString() {
    var lines = new ArrayList<List<String>>(List.of(columns));
    int hidden = Math.max(0, rows.size() - 2 * SHOWN);
    lines.addAll(hidden == 0 ? rows : rows.subList(0, SHOWN));
    lines.addAll(hidden == 0 ? List.of() : rows.subList(rows.size() - SHOWN, rows.size()));
    int[] widths =
        IntStream.range(0, columns.size())
            .map(i -> lines.stream().mapToInt(line -> line.get(i).length()).max().orElse(0))
            .toArray();
    var text = new StringBuilder();
    for (int row = 0; row < lines.size(); row++) {
      if (hidden > 0 && row == 1 + SHOWN) {
        text.append("… %s more rows\n".formatted(hidden));
      }
      List<String> line = lines.get(row);
      var aligned = new StringBuilder();
      for (int i = 0; i < widths.length; i++) {
        aligned.append(line.get(i)).append(" ".repeat(widths[i] - line.get(i).length() + 2));
      }
      text.append(aligned.toString().stripTrailing()).append('\n');
    }
    return text.toString();
  }
}
