package dev.kassei.builtins.dataset.array;

import static dev.kassei.api.value.Requirements.require;

import dev.kassei.api.Dataset;
import dev.kassei.api.DatasetSource;
import dev.kassei.api.FilePath;
import dev.kassei.api.PluginName;
import dev.kassei.api.Required;
import dev.kassei.builtins.dataset.Task;
import dev.kassei.builtins.dataset.image.Normalization;
import dev.kassei.results.file.FileProblems;
import dev.kassei.results.file.PackedFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Images or rows from arrays that {@code numpy.save} wrote. Bytes of images are divided by 255.
 * Labels that are integers are numbers of classes, unless the loss asks for numbers and they are
 * not 0 and 1; floats are numbers.
 *
 * @param features the file of items: items × features, or × height × width, perhaps × channels
 * @param labels the file of their labels: items, or items × targets
 * @param testFeatures further items, which are the test split
 * @param testLabels the labels of these
 * @param normalize what is done with the values then, such as {@code {mean: 0.1307, std: 0.3081}}
 * @param classes the names of the classes in order of their numbers
 * @param task what the labels are
 */
@PluginName(value = "npy", title = "NumPy arrays")
public record Npy(
    @Required @FilePath String features,
    @Required @FilePath String labels,
    @FilePath Optional<String> testFeatures,
    @FilePath Optional<String> testLabels,
    Optional<Normalization> normalize,
    List<String> classes,
    Task task)
    implements DatasetSource {
  public Npy() {
    this(
        "x.npy",
        "y.npy",
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Task.AUTO);
  }

  public Npy {
    require(!features.isBlank(), "features must name a file");
    require(!labels.isBlank(), "labels must name a file");
    require(
        testFeatures.isPresent() == testLabels.isPresent(),
        "test_features and test_labels belong together; give both or none");
    classes = List.copyOf(classes);
    require(classes.size() != 1, "classes must name at least two but has %s", classes);
  }

  @Override
  public Dataset load(Context context) throws IOException {
    var reading = new ArrayReading(normalize, classes, task, context.prefersNumbers());
    return reading.dataset(name -> open(context, name), features, labels, testFeatures, testLabels);
  }

  private static ArrayFile open(Context context, String name) throws IOException {
    Path file = context.resolve(name);
    var problems = new FileProblems(file);
    return NpyFile.of(PackedFile.open(file, context.resolve(""), problems), problems);
  }
}
