package dev.kassei.builtins.dataset.image;

import dev.kassei.api.Dataset;
import dev.kassei.api.DatasetSource;
import dev.kassei.api.FilePath;
import dev.kassei.api.ImageShape;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import dev.kassei.api.Target;
import dev.kassei.builtins.dataset.Room;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The pixels of one picture: from the place, x and y from −1 to 1, the network learns the grey or
 * the colours there, from 0 to 1. The first pixel is at x = −1, y = 1.
 *
 * @param path a PNG, JPEG, GIF or BMP file; if empty, a drawn picture of 64 × 64 with a disc, fine
 *     and coarse stripes, and a soft spot
 * @param size height and width, to which the picture is resized; if empty, it stays as it is
 * @param channels 1 for grey, 3 for colours; if empty, as the file has them
 * @param normalize what is done with the pixels then, such as {@code {mean: 0.5, std: 0.5}}
 */
@PluginName(value = "image_fit", title = "Picture to fit")
@Reference(
    "V. Sitzmann, J. Martel, A. Bergman, D. Lindell, G. Wetzstein 2020, Implicit Neural "
        + "Representations with Periodic Activation Functions, arXiv:2006.09661")
public record ImageFit(
    @FilePath Optional<String> path,
    List<Integer> size,
    OptionalInt channels,
    Optional<Normalization> normalize)
    implements DatasetSource {
  private static final List<String> COLOURS = List.of("red", "green", "blue");

  public ImageFit() {
    this(Optional.empty(), List.of(), OptionalInt.empty(), Optional.empty());
  }

  public ImageFit {
    size = new PictureSize(size, channels).size();
  }

  @Override
  public Dataset load(Context context) throws IOException {
    Picture original =
        path.isPresent()
            ? Picture.read(context.resolve(path.get()), context.resolve(""))
            : DrawnPicture.of(64);
    Picture picture = new PictureSize(size, channels).apply(original);
    ImageShape shape = picture.shape();
    int pixels = shape.height() * shape.width();
    Room.require(pixels, 2L + shape.channels());
    double[] places = new double[2 * pixels];
    for (int i = 0; i < pixels; i++) {
      places[2 * i] = place(i % shape.width(), shape.width());
      places[2 * i + 1] = -place(i / shape.width(), shape.height());
    }
    double[] values = picture.values().clone();
    normalize.ifPresent(each -> each.apply(values, shape.channels()));
    List<String> names = shape.channels() == 1 ? List.of("grey") : COLOURS;
    return new Dataset(List.of("x", "y"), new Target(names, List.of()), places, values);
  }

  /** From −1 at the first to 1 at the last, in equal steps. */
  private static double place(int index, int count) {
    return count == 1 ? 0 : 2.0 * index / (count - 1) - 1;
  }
}
