package dev.kassei.builtins.dataset;

import static dev.kassei.api.value.Requirements.require;

import dev.kassei.api.Dataset;
import dev.kassei.api.DatasetSource;
import dev.kassei.api.FilePath;
import dev.kassei.api.PluginName;
import dev.kassei.api.Required;
import dev.kassei.results.file.FileProblems;
import dev.kassei.results.file.TextFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;

/**
 * Rows from a text file of separated values in UTF-8: one column is what is to be learned, all
 * others are features: numbers, or categories, each of which becomes a feature of 0 and 1.
 *
 * <p>Labels that are not numbers are classes, sorted by code point. Labels that are integers are
 * classes in ascending order if there are at most 20 different ones and on average at least two
 * rows of each, and the loss does not ask for numbers or they are 0 and 1; other numbers are a
 * regression target. {@code task} decides otherwise.
 *
 * @param path the file
 * @param header whether the first line holds the columns' names
 * @param delimiter the one character between cells
 * @param label the name of the column to learn, or its number from 1, or {@code last}
 * @param task what the labels are
 * @param categorical the columns that hold names, by name or number from 1
 * @param missing what is done where a cell is empty or marks a gap
 */
@PluginName(value = "csv", title = "CSV file")
public record Csv(
    @Required @FilePath String path,
    Header header,
    String delimiter,
    String label,
    Task task,
    List<String> categorical,
    Missing missing)
    implements DatasetSource {
  public Csv() {
    this("data.csv", Header.AUTO, ",", "last", Task.AUTO, List.of(), Missing.REFUSE);
  }

  public Csv {
    require(!path.isBlank(), "path must name a file");
    require(!label.isBlank(), "label must name a column");
    require(
        delimiter.length() == 1 && !"\"\r\n".contains(delimiter),
        "delimiter must be one character, not a quote or line break, but was '%s'",
        delimiter);
    categorical = List.copyOf(categorical);
  }

  @Override
  public Dataset load(Context context) throws IOException {
    Path file = context.resolve(path);
    var problems = new FileProblems(file);
    try (InputStream in = TextFile.open(file, context.resolve(""), problems)) {
      Table table = CsvReading.read(this, file, in, problems, context::note);
      return Labels.dataset(table, task, context.prefersNumbers());
    }
  }

  /** Reads the same from a stream, which stays open. */
  public Dataset read(InputStream in) throws IOException {
    Path file = Path.of(path);
    Table table = CsvReading.read(this, file, in, new FileProblems(file), note -> {});
    return Labels.dataset(table, task, false);
  }
}
