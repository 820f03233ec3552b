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
import dev.kassei.results.file.TextFile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Images or rows from an archive that {@code numpy.savez} wrote, compressed or not; all else is as
 * of {@link Npy}. The files of Keras have {@code x_train}, {@code y_train}, {@code x_test} and
 * {@code y_test}.
 *
 * @param path the archive
 * @param features the name of the array of items
 * @param labels the name of the array of their labels
 * @param testFeatures the name of an array of further items, which are the test split
 * @param testLabels the name of the array of the labels of these
 * @param normalize what is done with the values then, such as {@code {mean: 0.1307, std: 0.3081}}
 * @param classes the names of the classes in order of their numbers
 * @param task what the labels are
 */
@PluginName(value = "npz", title = "NumPy archive")
public record Npz(
    @Required @FilePath String path,
    String features,
    String labels,
    Optional<String> testFeatures,
    Optional<String> testLabels,
    Optional<Normalization> normalize,
    List<String> classes,
    Task task)
    implements DatasetSource {
  private static final String ENDING = ".npy";

  public Npz() {
    this(
        "data.npz",
        "x",
        "y",
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Task.AUTO);
  }

  public Npz {
    require(!path.isBlank(), "path must name a file");
    require(
        testFeatures.isPresent() == testLabels.isPresent(),
        "test_features and test_labels belong together; give both or none");
    classes = List.copyOf(classes);
    require(classes.size() != 1, "classes must name at least two but has %s", classes);
  }

  @Override
  public Dataset load(Context context) throws IOException {
    Path file = context.resolve(path);
    var problems = new FileProblems(file);
    TextFile.open(file, context.resolve(""), problems).close();
    try (var archive = new ZipFile(file.toFile())) {
      var reading = new ArrayReading(normalize, classes, task, context.prefersNumbers());
      return reading.dataset(
          name -> open(archive, name, problems), features, labels, testFeatures, testLabels);
    } catch (ZipException e) {
      throw problems.failure(
          "expected an archive of NumPy, but it is none or not whole (%s); fetch or copy it again, or write it with numpy.savez"
              .formatted(e.getMessage()));
    }
  }

  private static ArrayFile open(ZipFile archive, String name, FileProblems problems)
      throws IOException {
    ZipEntry entry = archive.getEntry(name + ENDING);
    if (entry == null) {
      List<String> names =
          archive.stream()
              .map(ZipEntry::getName)
              .filter(each -> each.endsWith(ENDING))
              .map(each -> each.substring(0, each.length() - ENDING.length()))
              .sorted()
              .toList();
      throw problems.failure("there is no array '%s'; it has %s".formatted(name, names));
    }
    requireWhole(archive, entry);
    return NpyFile.of(archive.getInputStream(entry), problems);
  }

  /** Java compares no check sums where entries are read one by one. */
  private static void requireWhole(ZipFile archive, ZipEntry entry) throws IOException {
    try (var in = new CheckedInputStream(archive.getInputStream(entry), new CRC32())) {
      in.transferTo(OutputStream.nullOutputStream());
      if (in.getChecksum().getValue() != entry.getCrc()) {
        throw new ZipException("the check sum of '%s' is wrong".formatted(entry.getName()));
      }
    }
  }
}
