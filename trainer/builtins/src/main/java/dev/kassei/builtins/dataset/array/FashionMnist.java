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

/**
 * Pictures of clothes, 28 × 28 pixels from 0 to 1: 60,000 images, and 10,000 that are the test
 * split. The files are not bundled; configs/papers/get-data.sh fetches them.
 *
 * @param folder where the four files are, packed by gzip or not
 * @param normalize what is done with the pixels then, such as {@code {mean: 0.286, std: 0.353}}
 */
@PluginName(value = "fashion_mnist", title = "Fashion-MNIST")
@Reference(
    "H. Xiao, K. Rasul, R. Vollgraf 2017, Fashion-MNIST: a Novel Image Dataset for Benchmarking "
        + "Machine Learning Algorithms, arXiv:1708.07747")
public record FashionMnist(@Required @FilePath String folder, Optional<Normalization> normalize)
    implements DatasetSource {
  private static final List<String> CLOTHES =
      List.of(
          "t-shirt",
          "trouser",
          "pullover",
          "dress",
          "coat",
          "sandal",
          "shirt",
          "sneaker",
          "bag",
          "ankle boot");

  public FashionMnist() {
    this("data/fashion-mnist", Optional.empty());
  }

  public FashionMnist {
    require(!folder.isBlank(), "folder must name a folder");
  }

  @Override
  public Dataset load(Context context) throws IOException {
    return new MnistFiles("Fashion-MNIST", folder, CLOTHES).read(context, normalize);
  }
}
