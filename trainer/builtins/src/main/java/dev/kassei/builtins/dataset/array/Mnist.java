package dev.kassei.builtins.dataset.array;

import static dev.kassei.api.value.Requirements.require;

import dev.kassei.api.Dataset;
import dev.kassei.api.DatasetSource;
import dev.kassei.api.FilePath;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import dev.kassei.api.Required;
import dev.kassei.builtins.dataset.image.Normalization;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Handwritten digits, 28 × 28 pixels from 0 to 1: 60,000 images, and 10,000 that are the test
 * split. The files are not bundled; configs/papers/get-data.sh fetches them.
 *
 * @param folder where the four files are, packed by gzip or not
 * @param normalize what is done with the pixels then, such as {@code {mean: 0.1307, std: 0.3081}}
 */
@PluginName(value = "mnist", title = "MNIST")
@Reference(
    "Y. LeCun, L. Bottou, Y. Bengio, P. Haffner 1998, Gradient-based learning applied to document "
        + "recognition, Proceedings of the IEEE 86, doi:10.1109/5.726791")
public record Mnist(@Required @FilePath String folder, Optional<Normalization> normalize)
    implements DatasetSource {
  private static final List<String> DIGITS =
      IntStream.range(0, 10).mapToObj(Integer::toString).toList();

  public Mnist() {
    this("data/mnist", Optional.empty());
  }

  public Mnist {
    require(!folder.isBlank(), "folder must name a folder");
  }

  @Override
  public Dataset load(Context context) throws IOException {
    return new MnistFiles("MNIST", folder, DIGITS).read(context, normalize);
  }
}
