package dev.kassei.builtins.dataset.image;

import static dev.kassei.api.value.Requirements.require;

import dev.kassei.api.Dataset;
import dev.kassei.api.DatasetSource;
import dev.kassei.api.FilePath;
import dev.kassei.api.PluginName;
import dev.kassei.api.Required;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Pictures in one folder for each class: PNG, JPEG, GIF or BMP, as numbers from 0 to 1. The names
 * of the folders are the classes, sorted by code point.
 *
 * @param path the folder that holds the folders of the classes
 * @param testPath another such folder with the same classes, whose pictures are the test split
 * @param size height and width of all pictures, to which others are resized; if empty, all must
 *     have the same
 * @param channels 1 for grey, 3 for colours; if empty, all must have the same
 * @param normalize what is done with the pixels then
 */
@PluginName(value = "image_folder", title = "Folder of pictures")
public record ImageFolder(
    @Required @FilePath String path,
    @FilePath Optional<String> testPath,
    List<Integer> size,
    OptionalInt channels,
    Optional<Normalization> normalize)
    implements DatasetSource {
  public ImageFolder() {
    this("images", Optional.empty(), List.of(), OptionalInt.empty(), Optional.empty());
  }

  public ImageFolder {
    require(!path.isBlank(), "path must name a folder");
    size = new PictureSize(size, channels).size();
  }

  @Override
  public Dataset load(Context context) throws IOException {
    var pictures = PictureFiles.in(context.resolve(path));
    var wanted = new PictureSize(size, channels);
    if (testPath.isEmpty()) {
      return new PictureReading(wanted, normalize).dataset(pictures, Optional.empty());
    }
    return new PictureReading(wanted, normalize)
        .dataset(pictures, Optional.of(PictureFiles.in(context.resolve(testPath.get()))));
  }
}
