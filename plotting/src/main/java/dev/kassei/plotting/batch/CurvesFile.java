package dev.kassei.plotting.batch;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.kassei.results.file.FolderException;
import dev.kassei.results.record.TrialColumns;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.DoubleStream;

/** Reads {@code curves.csv} line by line: with thousands of trials it may be large. */
final class CurvesFile {
  private final Path file;

  CurvesFile(Path file) {
    this.file = file;
  }

  /** The names of its columns. */
  List<String> columns() throws IOException {
    try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(file)) {
      return header(reader.iterator());
    } catch (CsvParseException e) {
      throw damaged("it is not CSV: " + e.getMessage());
    }
  }

  private List<String> header(Iterator<CsvRecord> lines) {
    if (!lines.hasNext()) {
      throw damaged("it is empty");
    }
    return lines.next().getFields();
  }

  /**
   * The values of a column, by the number of the trial.
   *
   * @param failed the trials that did not complete
   */
  Map<String, TrialCurve> read(String column, Set<String> failed) throws IOException {
    var epochs = new LinkedHashMap<String, DoubleStream.Builder>();
    var values = new LinkedHashMap<String, DoubleStream.Builder>();
    try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(file)) {
      Iterator<CsvRecord> lines = reader.iterator();
      List<String> columns = header(lines);
      int trial = index(columns, TrialColumns.TRIAL);
      int epoch = index(columns, TrialColumns.EPOCH);
      int value = index(columns, column);
      while (lines.hasNext()) {
        List<String> cells = lines.next().getFields();
        if (!cells.get(value).isEmpty()) {
          String number = cells.get(trial);
          add(epochs, number, cells.get(epoch));
          add(values, number, cells.get(value));
        }
      }
    } catch (CsvParseException e) {
      throw damaged("it is not CSV: " + e.getMessage());
    }
    var curves = new LinkedHashMap<String, TrialCurve>();
    epochs.forEach(
        (trial, builder) ->
            curves.put(
                trial,
                new TrialCurve(
                    builder.build().toArray(),
                    values.get(trial).build().toArray(),
                    failed.contains(trial))));
    return curves;
  }

  private void add(Map<String, DoubleStream.Builder> all, String trial, String cell) {
    try {
      double number = Double.parseDouble(cell);
      all.computeIfAbsent(trial, name -> DoubleStream.builder()).add(number);
    } catch (NumberFormatException e) {
      throw damaged("it holds '%s', which is not a number".formatted(cell));
    }
  }

  private int index(List<String> columns, String name) {
    int index = columns.indexOf(name);
    if (index < 0) {
      throw damaged(
          "the column '%s' is missing; there are %s".formatted(name, String.join(", ", columns)));
    }
    return index;
  }

  private FolderException damaged(String reason) {
    return FolderException.damaged(file, reason);
  }
}
