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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A data set of OpenML in a folder as its clients leave it: {@code dataset.arff}, packed by gzip or
 * not, beside {@code description.xml} or {@code description.json}, which says what is to be learned
 * and which attributes are no features. Values become features as in {@link Arff}.
 *
 * @param path the folder
 * @param label the name of the attribute to learn, or its number from 1, or {@code last}; if empty,
 *     the one that the description names
 * @param ignore further attributes that are no features, of any type
 * @param task what the labels are
 * @param missing what is done where a row has a {@code ?}; rows cannot be left out, since the
 *     splits of a task go by their numbers
 */
@PluginName(value = "openml", title = "OpenML")
public record OpenMl(
    @Required @FilePath String path,
    Optional<String> label,
    List<String> ignore,
    Task task,
    Missing missing)
    implements DatasetSource {
  private static final List<String> DATA = List.of("dataset.arff", "dataset.arff.gz");

  public OpenMl() {
    this("data", Optional.empty(), List.of(), Task.AUTO, Missing.REFUSE);
  }

  public OpenMl {
    require(!path.isBlank(), "path must name a folder");
    require(
        missing != Missing.DROP,
        "missing: drop would change the numbers of the rows, by which the splits of a task name them;"
            + " expected refuse, mean or most_frequent");
    require(label.isEmpty() || !label.get().isBlank(), "label must name an attribute");
    ignore = List.copyOf(ignore);
  }

  @Override
  public Dataset load(Context context) throws IOException {
    Path folder = context.resolve(path);
    OpenMlDescription description = OpenMlDescription.in(folder);
    Path file = file(folder);
    var problems = new FileProblems(file);
    try (InputStream in = PackedFile.open(file, context.resolve(""), problems)) {
      Table table = ArffReading.read(choice(description), in, problems);
      return Labels.dataset(table, task, context.prefersNumbers());
    }
  }

  private ArffReading.Choice choice(OpenMlDescription description) {
    String learned = label.orElseGet(description::target);
    Set<String> ignored = new HashSet<>(description.ignored());
    ignored.addAll(ignore);
    ignored.remove(learned);
    return new ArffReading.Choice(learned, ignored, missing);
  }

  private static Path file(Path folder) {
    return DATA.stream()
        .map(folder::resolve)
        .filter(Files::isRegularFile)
        .findFirst()
        .orElseThrow(
            () ->
                new FileProblems(folder)
                    .failure(
                        "expected a file dataset.arff in the folder but there is none; data in"
                            + " Parquet is not read, fetch the ARFF file"));
  }
}
