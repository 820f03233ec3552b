package dev.kassei.builtins.dataset.array;

import static dev.kassei.api.value.Requirements.require;

import dev.kassei.api.Dataset;
import dev.kassei.api.DatasetSource;
import dev.kassei.api.FilePath;
import dev.kassei.api.PluginName;
import dev.kassei.api.Required;
import dev.kassei.builtins.dataset.Task;
import dev.kassei.builtins.dataset.image.Normalization;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Images or rows from files in the IDX format of MNIST, packed by gzip or not. Bytes of images are
 * divided by 255. Labels that are integers are numbers of classes, unless the loss asks for numbers
 * and they are not 0 and 1.
 *
 * @param images the file of images, or of rows of numbers
 * @param labels the file of their labels
 * @param testImages further images, which are the test split
 * @param testLabels the labels of these
 * @param normalize what is done with the values then, such as {@code {mean: 0.1307, std: 0.3081}}
 * @param classes the names of the classes in order of their numbers
 * @param task what the labels are
 */
@PluginName(value = "idx", title = "IDX files")
public record Idx(
    @Required @FilePath String images,
    @Required @FilePath String labels,
    @FilePath Optional<String> testImages,
    @FilePath Optional<String> testLabels,
    Optional<Normalization> normalize,
    List<String> classes,
    Task task)
    implements DatasetSource {
  public Idx() {
    this(
        "train-images-idx3-ubyte.gz",
        "train-labels-idx1-ubyte.gz",
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Task.AUTO);
  }

  public Idx {
    require(!images.isBlank(), "images must name a file");
    require(!labels.isBlank(), "labels must name a file");
    require(
        testImages.isPresent() == testLabels.isPresent(),
        "test_images and test_labels belong together; give both or none");
    classes = List.copyOf(classes);
    require(classes.size() != 1, "classes must name at least two but has %s", classes);
  }

  @Override
  public Dataset load(Context context) throws IOException {
    var reading = new ArrayReading(normalize, classes, task, context.prefersNumbers());
    return reading.dataset(
        name -> IdxFile.open(context.resolve(name), context.resolve("")),
        images,
        labels,
        testImages,
        testLabels);
  }
}
