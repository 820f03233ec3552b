package dev.kassei.trainer.dataset;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;

/**
 * The numbers and labels of a file.
 *
 * @param file where they stand
 * @param featureNames one name a feature
 * @param labelName the name of the label column
 * @param labelColumn its number from 1
 * @param features rows × features, row by row
 * @param labels one label a row
 */
record CsvTable(
    Path file,
    List<String> featureNames,
    String labelName,
    int labelColumn,
    double[] features,
    List<Label> labels) {
  /** The text in the label column of a line. */
  record Label(long line, String text) {}

  /**
   * Reads a file in one pass.
   *
   * @throws IllegalArgumentException with all problems, if the file is not what was described
   */
  static CsvTable read(Csv csv, Path file) throws IOException {
    var problems = new CsvProblems(file);
    try (var records = CsvRecords.open(csv, file, problems)) {
      CsvRecord first =
          records
              .next()
              .orElseThrow(
                  () -> problems.failure("expected rows of numbers but the file is empty"));
      CsvColumns columns = CsvColumns.of(csv, first, problems);
      problems.report();
      var reading = new Reading(columns, problems);
      Optional<CsvRecord> next = csv.header() ? records.next() : Optional.of(first);
      while (next.isPresent() && !problems.isFull()) {
        reading.add(next.get());
        next = records.next();
      }
      return reading.table(file);
    }
  }

  /** A table in the making. */
  private static final class Reading {
    private final CsvColumns columns;
    private final CsvProblems problems;
    private final DoubleStream.Builder features = DoubleStream.builder();
    private final List<Label> labels = new ArrayList<>();

    Reading(CsvColumns columns, CsvProblems problems) {
      this.columns = columns;
      this.problems = problems;
    }

    void add(CsvRecord cells) {
      long line = cells.getStartingLineNumber();
      if (cells.getFieldCount() != columns.count()) {
        problems.addLine(
            line,
            "expected %s cells, as in the first line, but found %s"
                .formatted(columns.count(), cells.getFieldCount()));
        return;
      }
      for (int column = 0; column < columns.count() && !problems.isFull(); column++) {
        String text = cells.getField(column).strip();
        if (column == columns.label()) {
          addLabel(line, text);
        } else {
          addFeature(line, column, text);
        }
      }
    }

    private void addLabel(long line, String text) {
      if (text.isEmpty()) {
        complain(line, columns.label(), "expected a label but the cell is empty; remove the row");
      }
      labels.add(new Label(line, text));
    }

    private void addFeature(long line, int column, String text) {
      double value = Decimals.parse(text);
      if (!Double.isFinite(value)) {
        String hint = labels.isEmpty() && line == 1 ? "; if line 1 holds names: header: true" : "";
        complain(line, column, Decimals.complaint(text) + hint);
      }
      features.add(value);
    }

    private void complain(long line, int column, String message) {
      problems.addCell(line, column + 1, columns.names().get(column), message);
    }

    CsvTable table(Path file) {
      problems.report();
      if (labels.isEmpty()) {
        throw problems.failure("expected rows of numbers but there is only the line of names");
      }
      return new CsvTable(
          file,
          columns.featureNames(),
          columns.names().get(columns.label()),
          columns.label() + 1,
          features.build().toArray(),
          labels);
    }
  }
}
