package dev.kassei.builtins.dataset.array;

import dev.kassei.api.Dataset;
import dev.kassei.api.DatasetSource.Context;
import dev.kassei.builtins.dataset.Task;
import dev.kassei.builtins.dataset.image.Normalization;
import dev.kassei.results.file.FileProblems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The four files of MNIST, and of data sets that stand in for it, in a folder, packed or not.
 *
 * @param title what people call the data set
 * @param folder as the configuration names it
 * @param classes the names of the ten classes
 */
record MnistFiles(String title, String folder, List<String> classes) {
  /** The data set, the authors' test images as test rows. */
  Dataset read(Context context, Optional<Normalization> normalize) throws IOException {
    var idx =
        new Idx(
            file(context, "train-images-idx3-ubyte"),
            file(context, "train-labels-idx1-ubyte"),
            Optional.of(file(context, "t10k-images-idx3-ubyte")),
            Optional.of(file(context, "t10k-labels-idx1-ubyte")),
            normalize,
            classes,
            Task.CLASSIFICATION);
    return idx.load(context);
  }

  private String file(Context context, String name) {
    Path place = context.resolve(folder);
    return Stream.of(name, name + ".gz")
        .map(place::resolve)
        .filter(Files::isRegularFile)
        .findFirst()
        .orElseThrow(() -> missing(place, name))
        .toString();
  }

  private IllegalArgumentException missing(Path place, String name) {
    return new FileProblems(place)
        .failure(
            "the folder has no file %s, packed (.gz) or not; configs/papers/get-data.sh fetches %s, or put its four files there"
                .formatted(name, title));
  }
}
