package dev.kassei.export.table;

import static dev.kassei.results.record.TrialColumns.BEST;
import static dev.kassei.results.record.TrialColumns.DIGEST;
import static dev.kassei.results.record.TrialColumns.EPOCH;
import static dev.kassei.results.record.TrialColumns.KEY;
import static dev.kassei.results.record.TrialColumns.LAST;
import static dev.kassei.results.record.TrialColumns.REASON;
import static dev.kassei.results.record.TrialColumns.STATUS;
import static dev.kassei.results.record.TrialColumns.TRIAL;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.kassei.batch.table.VerifiedTables;
import dev.kassei.results.ResultsFile;
import dev.kassei.results.file.FolderException;
import dev.kassei.results.record.BatchFiles;
import dev.kassei.results.record.RunFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A table of a run or a batch, which is read line by line, so that it may be larger than memory.
 *
 * @param columns what its cells hold
 */
public record ResultTable(Path file, List<Column> columns) {
  private static final int MOST_COLUMNS = 1 << 20;
  private static final Set<String> TEXTS = Set.of(STATUS, REASON, KEY, DIGEST);

  /** What is done with each line. */
  @FunctionalInterface
  interface Lines {
    /** Takes the cells of a line, as many as there are columns; empty where there is nothing. */
    void add(List<String> cells) throws IOException;
  }

  /** The trials of a batch, or the epochs of a run. */
  public static ResultTable of(Path folder) throws IOException {
    return isBatch(folder) ? trials(folder) : epochs(folder.resolve(RunFiles.METRICS));
  }

  /** The epochs of all trials of a batch, or of a run. */
  public static ResultTable curves(Path folder) throws IOException {
    return epochs(folder.resolve(isBatch(folder) ? BatchFiles.CURVES : RunFiles.METRICS));
  }

  /** A batch whose tables are as they were written, or a run. */
  private static boolean isBatch(Path folder) throws IOException {
    if (Files.isRegularFile(folder.resolve(RunFiles.RUN))) {
      return false;
    }
    if (!ResultsFile.isIn(folder)) {
      throw FolderException.foreign(folder, "it holds neither run.json nor results.json");
    }
    VerifiedTables.require(folder);
    return true;
  }

  private static ResultTable epochs(Path file) throws IOException {
    List<Column> columns =
        names(file).stream()
            .map(
                name ->
                    new Column(
                        name,
                        name.equals(TRIAL) || name.equals(EPOCH)
                            ? ColumnType.INTEGER
                            : ColumnType.NUMBER))
            .toList();
    return new ResultTable(file, columns);
  }

  /** What axes hold is seen in their values, all else is known. */
  private static ResultTable trials(Path folder) throws IOException {
    Path file = folder.resolve(BatchFiles.TRIALS);
    List<String> names = names(file);
    Map<Integer, ColumnType> axes = axes(file, names.size(), names.indexOf(STATUS));
    return new ResultTable(
        file,
        IntStream.range(0, names.size())
            .mapToObj(i -> new Column(names.get(i), axes.getOrDefault(i, known(names.get(i)))))
            .toList());
  }

  private static Map<Integer, ColumnType> axes(Path file, int columns, int count)
      throws IOException {
    var axes = new HashMap<Integer, ColumnType>();
    IntStream.range(0, count).forEach(axis -> axes.put(axis, ColumnType.TEXT));
    var seen = new HashMap<Integer, ColumnType>();
    read(
        file,
        columns,
        cells -> {
          for (int axis = 0; axis < count; axis++) {
            if (!cells.get(axis).isEmpty()) {
              seen.merge(axis, ColumnType.of(cells.get(axis)), ColumnType::with);
            }
          }
        });
    axes.putAll(seen);
    return axes;
  }

  private static ColumnType known(String name) {
    if (TEXTS.contains(name)) {
      return ColumnType.TEXT;
    }
    boolean isMetric = name.startsWith(LAST + ".") || name.startsWith(BEST + ".");
    return isMetric ? ColumnType.NUMBER : ColumnType.INTEGER;
  }

  /** Gives each line after the first to somebody. */
  void forEach(Lines lines) throws IOException {
    read(file, columns.size(), lines);
  }

  private static List<String> names(Path file) throws IOException {
    try (CsvReader<CsvRecord> csv = reader(file);
        var records = csv.iterator()) {
      if (!records.hasNext()) {
        throw FolderException.damaged(file, "it is empty");
      }
      return records.next().getFields();
    }
  }

  private static void read(Path file, int columns, Lines lines) throws IOException {
    try (CsvReader<CsvRecord> csv = reader(file)) {
      Iterator<CsvRecord> records = csv.iterator();
      records.next(); // the names
      while (records.hasNext()) {
        CsvRecord line = records.next();
        if (line.getFieldCount() != columns) {
          throw FolderException.damaged(
              file,
              "line %s has %s cells but there are %s columns"
                  .formatted(line.getStartingLineNumber(), line.getFieldCount(), columns));
        }
        lines.add(line.getFields());
      }
    } catch (CsvParseException e) {
      throw FolderException.damaged(file, "it is not CSV: " + e.getMessage());
    }
  }

  private static CsvReader<CsvRecord> reader(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw FolderException.damaged(file, "there is no such file");
    }
    var handler = CsvRecordHandler.builder().maxFields(MOST_COLUMNS).build();
    return CsvReader.builder()
        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
        .build(handler, Files.newBufferedReader(file));
  }
}
