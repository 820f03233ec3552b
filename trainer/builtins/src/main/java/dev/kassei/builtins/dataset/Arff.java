package dev.kassei.builtins.dataset;

import static dev.kassei.api.value.Requirements.require;

import dev.kassei.api.Dataset;
import dev.kassei.api.DatasetSource;
import dev.kassei.api.FilePath;
import dev.kassei.api.PluginName;
import dev.kassei.api.Required;
import dev.kassei.results.file.FileProblems;
import dev.kassei.results.file.PackedFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Set;

/**
 * Rows from a file in Weka's attribute-relation format, in UTF-8, packed by gzip or not: one
 * attribute is what is to be learned, all others are features. Each value of a nominal attribute
 * becomes a feature of 0 and 1, in the order in which they are declared.
 *
 * <p>A nominal label is a class; a numeric one is decided as in {@link Csv}. Sparse rows and
 * attributes of text or dates are refused.
 *
 * @param path the file
 * @param label the name of the attribute to learn, or its number from 1, or {@code last}
 * @param task what the labels are
 * @param missing what is done where a row has a {@code ?}
 */
@PluginName(value = "arff", title = "ARFF file")
public record Arff(@Required @FilePath String path, String label, Task task, Missing missing)
    implements DatasetSource {
  public Arff() {
    this("data.arff", "last", Task.AUTO, Missing.REFUSE);
  }

  public Arff {
    require(!path.isBlank(), "path must name a file");
    require(!label.isBlank(), "label must name an attribute");
  }

  @Override
  public Dataset load(Context context) throws IOException {
    Path file = context.resolve(path);
    var problems = new FileProblems(file);
    try (InputStream in = PackedFile.open(file, context.resolve(""), problems)) {
      var choice = new ArffReading.Choice(label, Set.of(), missing);
      Table table = ArffReading.read(choice, in, problems);
      return Labels.dataset(table, task, context.prefersNumbers());
    }
  }
}
