package dev.kassei.trainer.dataset;

import static dev.kassei.api.Requirements.require;

import dev.kassei.api.Dataset;
import dev.kassei.api.DatasetSource;
import dev.kassei.api.FilePath;
import dev.kassei.api.PluginName;
import dev.kassei.api.Required;
import java.io.IOException;

/**
 * Rows from a text file of separated values in UTF-8: one column is what is to be learned, all
 * others are features and must be numbers.
 *
 * <p>Labels that are not numbers are classes, sorted by code point. Labels that are whole numbers
 * are classes in ascending order if there are at most 20 different ones and on average at least two
 * rows of each; other numbers are a regression target. {@code task} decides otherwise.
 *
 * @param path the file
 * @param header whether the first line holds the columns' names
 * @param delimiter the one character between cells
 * @param label the name of the column to learn, or its number from 1, or {@code last}
 * @param task what the labels are
 */
@PluginName(value = "csv", title = "CSV file")
public record Csv(
    @Required @FilePath String path, boolean header, String delimiter, String label, Task task)
    implements DatasetSource {
  /** What the label column holds. */
  public enum Task {
    /** Decided by the labels. */
    AUTO,
    /** Names of classes, whatever they look like. */
    CLASSIFICATION,
    /** Numbers. */
    REGRESSION
  }

  public Csv() {
    this("data.csv", true, ",", "last", Task.AUTO);
  }

  public Csv {
    require(!path.isBlank(), "path must name a file");
    require(!label.isBlank(), "label must name a column");
    require(
        delimiter.length() == 1 && !"\"\r\n".contains(delimiter),
        "delimiter must be one character, not a quote or line break, but was '%s'",
        delimiter);
  }

  @Override
  public Dataset load(Context context) throws IOException {
    CsvTable table = CsvTable.read(this, context.resolve(path));
    return Labels.dataset(table, task);
  }
}
