package dev.kassei.builtins.dataset;

import static dev.kassei.api.value.Requirements.require;

import dev.kassei.api.Dataset;
import dev.kassei.api.DatasetSource;
import dev.kassei.api.FilePath;
import dev.kassei.api.PluginName;
import dev.kassei.api.Required;
import dev.kassei.results.csv.NumberStyle;
import dev.kassei.results.file.FileProblems;
import dev.kassei.results.file.PackedFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Rows from a text file of separated values in UTF-8, packed by gzip or not: one column is what is
 * to be learned, all others are features: numbers, or categories, each of which becomes a feature
 * of 0 and 1.
 *
 * <p>Labels that are not numbers are classes, sorted by code point. Labels that are integers are
 * classes in ascending order if there are at most 20 different ones and on average at least two
 * rows of each, and the loss does not ask for numbers or they are 0 and 1; other numbers are a
 * regression target. {@code task} decides otherwise. Several labels are several numbers.
 *
 * @param path the file
 * @param testPath a file with the same columns, whose rows are the test split
 * @param header whether the first line holds the columns' names
 * @param delimiter the one character between cells
 * @param decimal what stands before a fraction: a point or a comma
 * @param thousands what may stand between groups of three digits
 * @param label the name of the column to learn, or its number from 1, or {@code last}; or several
 *     columns of numbers
 * @param sampleWeight the column that says how much each row counts in the loss, by name or number
 * @param features the columns to learn from, by name or number; if empty, all that have no other
 *     use
 * @param ignore columns that are not read, by name or number
 * @param categorical the columns that hold names, by name or number from 1
 * @param ordinal columns of names that become the number of the name, for an embedding layer
 * @param task what the labels are
 * @param missing what is done where a cell is empty or marks a gap
 */
@PluginName(value = "csv", title = "CSV file")
public record Csv(
    @Required @FilePath String path,
    @FilePath Optional<String> testPath,
    Header header,
    String delimiter,
    String decimal,
    Optional<String> thousands,
    List<String> label,
    Optional<String> sampleWeight,
    List<String> features,
    List<String> ignore,
    List<String> categorical,
    List<String> ordinal,
    Task task,
    Missing missing)
    implements DatasetSource {
  private static final String SEPARATORS = ".,'’_ \u00a0\u202f";

  public Csv() {
    this("data.csv", Header.AUTO, ",", "last", Task.AUTO, List.of(), Missing.REFUSE);
  }

  /** A file whose columns but the label are all features. */
  public Csv(
      String path,
      Header header,
      String delimiter,
      String label,
      Task task,
      List<String> categorical,
      Missing missing) {
    this(
        path,
        Optional.empty(),
        header,
        delimiter,
        ".",
        Optional.empty(),
        List.of(label),
        Optional.empty(),
        List.of(),
        List.of(),
        categorical,
        List.of(),
        task,
        missing);
  }

  public Csv {
    require(!path.isBlank(), "path must name a file");
    require(testPath.isEmpty() || !testPath.get().isBlank(), "test_path must name a file");
    require(
        !label.isEmpty() && label.stream().noneMatch(String::isBlank), "label must name a column");
    require(
        label.size() == 1 || task != Task.CLASSIFICATION,
        "several labels are numbers, but task is classification; name one column");
    require(
        delimiter.length() == 1 && !"\"\r\n".contains(delimiter),
        "delimiter must be one character, not a quote or line break, but was '%s'",
        delimiter);
    requireStyle(delimiter, decimal, thousands);
    label = List.copyOf(label);
    features = List.copyOf(features);
    ignore = List.copyOf(ignore);
    categorical = List.copyOf(categorical);
    ordinal = List.copyOf(ordinal);
  }

  private static void requireStyle(String delimiter, String decimal, Optional<String> thousands) {
    require(
        decimal.equals(".") || decimal.equals(","),
        "decimal must be '.' or ',' but was '%s'",
        decimal);
    require(
        !decimal.equals(delimiter),
        "decimal and delimiter are both '%s'; give delimiter what stands between cells, such as ';'",
        decimal);
    if (thousands.isPresent()) {
      String mark = thousands.get();
      require(
          mark.length() == 1 && SEPARATORS.contains(mark),
          "thousands must be one of . , ' ’ _ or a blank but was '%s'",
          mark);
      require(
          !mark.equals(decimal) && !mark.equals(delimiter),
          "thousands is '%s', as is %s; they must differ",
          mark,
          mark.equals(decimal) ? "decimal" : "delimiter");
    }
  }

  @Override
  public Dataset load(Context context) throws IOException {
    Table table =
        open(
            context,
            path,
            train ->
                testPath.isEmpty()
                    ? CsvReading.read(this, List.of(train), context::note)
                    : open(
                        context,
                        testPath.get(),
                        test -> CsvReading.read(this, List.of(train, test), context::note)));
    return Labels.dataset(table, task, context.prefersNumbers());
  }

  private static Table open(Context context, String name, Reading reading) throws IOException {
    Path file = context.resolve(name);
    var problems = new FileProblems(file);
    try (InputStream in = PackedFile.open(file, context.resolve(""), problems)) {
      return reading.of(new CsvFile(name, in, problems));
    }
  }

  /** Reads a file that is open. */
  @FunctionalInterface
  private interface Reading {
    Table of(CsvFile file) throws IOException;
  }

  /** Reads the same from a stream, which stays open. */
  public Dataset read(InputStream in) throws IOException {
    var file = new CsvFile(path, in, new FileProblems(Path.of(path)));
    return Labels.dataset(CsvReading.read(this, List.of(file), note -> {}), task, false);
  }

  /** How its numbers are written. */
  NumberStyle style() {
    return new NumberStyle(decimal.charAt(0), thousands.map(mark -> mark.charAt(0)));
  }

  /** The columns that have a use, by name or number. */
  List<String> namedColumns() {
    return Stream.of(label, sampleWeight.stream().toList(), features, ignore, categorical, ordinal)
        .flatMap(List::stream)
        .toList();
  }
}
