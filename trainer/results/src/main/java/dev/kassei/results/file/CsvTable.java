package dev.kassei.results.file;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A CSV file of results.
 *
 * @param file where it was read from
 * @param columns the names in its first line
 * @param rows the cells of the other lines, as many each as there are columns
 */
public record CsvTable(Path file, List<String> columns, List<List<String>> rows) {
  /**
   * The table of a text.
   *
   * @param required columns that must be there
   */
  public static CsvTable of(Path file, String text, List<String> required) {
    List<List<String>> lines = lines(file, text);
    if (lines.isEmpty()) {
      throw FolderException.damaged(file, "it is empty");
    }
    var table = new CsvTable(file, lines.get(0), lines.subList(1, lines.size()));
    required.forEach(table::index);
    for (List<String> row : table.rows) {
      if (row.size() != table.columns.size()) {
        throw FolderException.damaged(
            file,
            "line %s has %s cells but there are %s columns"
                .formatted(lines.indexOf(row) + 1, row.size(), table.columns.size()));
      }
    }
    return table;
  }

  private static List<List<String>> lines(Path file, String text) {
    var lines = new ArrayList<List<String>>();
    try {
      CsvReader<CsvRecord> reader =
          CsvReader.builder()
              .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
              .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
              .ofCsvRecord(text);
      reader.forEach(line -> lines.add(line.getFields()));
    } catch (CsvParseException e) {
      throw FolderException.damaged(file, "it is not CSV: " + e.getMessage());
    }
    return lines;
  }

  public boolean has(String column) {
    return columns.contains(column);
  }

  /** The cells of a column from top to bottom. */
  public List<String> texts(String column) {
    int index = index(column);
    return rows.stream().map(row -> row.get(index)).toList();
  }

  /** The numbers of a column from top to bottom; NaN for empty cells. */
  public double[] numbers(String column) {
    return texts(column).stream().mapToDouble(cell -> number(column, cell)).toArray();
  }

  private double number(String column, String cell) {
    try {
      return cell.isEmpty() ? Double.NaN : Double.parseDouble(cell);
    } catch (NumberFormatException e) {
      throw FolderException.damaged(
          file, "the column '%s' holds '%s', which is not a number".formatted(column, cell));
    }
  }

  private int index(String column) {
    int index = columns.indexOf(column);
    if (index < 0) {
      throw FolderException.damaged(
          file,
          "the column '%s' is missing; there are %s".formatted(column, String.join(", ", columns)));
    }
    return index;
  }
}
