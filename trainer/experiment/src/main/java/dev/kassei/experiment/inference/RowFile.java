package dev.kassei.experiment.inference;

import dev.kassei.results.csv.CsvRecords;
import dev.kassei.results.csv.CsvRow;
import dev.kassei.results.file.FileProblems;
import dev.kassei.results.file.PackedFile;
import dev.kassei.results.file.TextFile;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A file of rows that came after training, read in blocks, so that it may be larger than memory.
 * Packed by gzip or not.
 */
final class RowFile implements Closeable {
  /** So many rows are read at once. */
  private static final int ROWS = 1024;

  private static final Path STANDARD_INPUT = Path.of("-");

  private final SavedModel model;
  private final FileProblems problems;
  private final InputStream in;
  private final CsvRecords records;
  private final RowColumns columns;
  private final RowEncoder encoder;
  private Optional<CsvRow> ahead;

  private RowFile(SavedModel model, FileProblems problems, InputStream in) throws IOException {
    this.model = model;
    this.problems = problems;
    this.in = in;
    char delimiter = model.preparation().text().delimiter().charAt(0);
    this.records = CsvRecords.of(delimiter, TextFile.text(in, problems), problems);
    CsvRow first =
        records
            .next()
            .orElseThrow(() -> problems.failure("expected rows to predict but the file is empty"));
    this.columns = RowColumns.of(model.preparation(), first, problems);
    int[] inputs = columns.inputs();
    problems.report();
    this.encoder = new RowEncoder(model.preparation(), inputs, model.precision(), problems);
    this.ahead = columns.areNamed() ? Optional.empty() : Optional.of(first);
  }

  /**
   * Opens a file, the standard input for {@code -}, and reads its first line.
   *
   * @throws IllegalArgumentException if it is no such file, or has not the columns of the model
   */
  static RowFile open(SavedModel model, Path file) throws IOException {
    if (file.equals(STANDARD_INPUT)) {
      var problems = new FileProblems(Path.of("standard input"));
      return of(model, problems, PackedFile.unpacked(System.in, problems));
    }
    var problems = new FileProblems(file);
    if (Files.notExists(file)) {
      throw problems.failure("there is no such file");
    }
    if (Files.isDirectory(file)) {
      throw problems.failure("expected a file of separated values (CSV) but it is a folder");
    }
    if (!Files.isReadable(file)) {
      throw problems.failure("you may not read it; change its permissions");
    }
    return of(model, problems, PackedFile.open(file, Path.of(""), problems));
  }

  private static RowFile of(SavedModel model, FileProblems problems, InputStream in)
      throws IOException {
    try {
      return new RowFile(model, problems, in);
    } catch (IOException | RuntimeException e) {
      in.close();
      throw e;
    }
  }

  /** Its columns. */
  RowColumns columns() {
    return columns;
  }

  /** What is wrong with it. */
  FileProblems problems() {
    return problems;
  }

  /**
   * Rows that follow each other.
   *
   * @param rows their cells
   * @param features rows × features, row by row, without gaps and before they are scaled
   */
  record Block(List<CsvRow> rows, double[] features) {}

  /**
   * The next rows; none at the end of the file.
   *
   * @throws IllegalArgumentException if something is wrong with them; it says what, up to ten
   */
  Block next() {
    var rows = new ArrayList<CsvRow>();
    Optional<CsvRow> next = ahead.or(records::next);
    while (next.isPresent() && !problems.isFull()) {
      if (next.get().count() == columns.count()) {
        rows.add(next.get());
      } else {
        problems.addLine(
            next.get().line(),
            "expected %s cells, as in the first line, but found %s"
                .formatted(columns.count(), next.get().count()));
      }
      next = rows.size() < ROWS ? records.next() : Optional.empty();
    }
    ahead = Optional.empty();
    int width = model.preparation().width();
    double[] features = new double[rows.size() * width];
    for (int i = 0; i < rows.size(); i++) {
      encoder.encode(rows.get(i), features, i * width);
    }
    problems.report();
    return new Block(rows, features);
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
