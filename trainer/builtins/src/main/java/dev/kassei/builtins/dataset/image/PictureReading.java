package dev.kassei.builtins.dataset.image;

import dev.kassei.api.Dataset;
import dev.kassei.api.ImageShape;
import dev.kassei.api.Target;
import dev.kassei.builtins.dataset.Room;
import dev.kassei.builtins.dataset.image.PictureFiles.PictureFile;
import dev.kassei.results.file.FileProblems;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes a data set of pictures. */
record PictureReading(PictureSize wanted, Optional<Normalization> normalize) {
  /**
   * The data set.
   *
   * @param test pictures for the test split
   * @throws IllegalArgumentException at the first picture that is of another size than the others
   */
  Dataset dataset(PictureFiles train, Optional<PictureFiles> test) throws IOException {
    test.ifPresent(each -> requireSameClasses(train, each));
    var files = new ArrayList<>(train.files());
    test.ifPresent(each -> files.addAll(each.files()));
    Picture first = picture(files.get(0).path());
    ImageShape shape = first.shape();
    Room.require(files.size(), shape.size());
    double[] features = new double[files.size() * shape.size()];
    double[] targets = new double[files.size()];
    for (int i = 0; i < files.size(); i++) {
      PictureFile file = files.get(i);
      Picture picture = i == 0 ? first : picture(file.path());
      requireSameShape(shape, picture, file.path());
      System.arraycopy(picture.values(), 0, features, i * shape.size(), shape.size());
      targets[i] = file.number();
    }
    normalize.ifPresent(each -> each.apply(features, shape.channels()));
    var target = new Target(List.of("class"), train.classes());
    Dataset data = new Dataset(Pixels.names(shape), target, features, targets).withImage(shape);
    return test.isPresent() ? data.withTestFrom(train.files().size()) : data;
  }

  private Picture picture(Path file) throws IOException {
    return wanted.apply(Picture.read(file, Path.of("")));
  }

  private static void requireSameClasses(PictureFiles train, PictureFiles test) {
    if (!train.classes().equals(test.classes())) {
      throw new FileProblems(test.folder())
          .failure(
              "expected the classes %s, as in %s, but found %s"
                  .formatted(train.classes(), train.folder(), test.classes()));
    }
  }

  private static void requireSameShape(ImageShape shape, Picture picture, Path file) {
    if (!picture.shape().equals(shape)) {
      boolean isSize =
          picture.shape().height() != shape.height() || picture.shape().width() != shape.width();
      throw new FileProblems(file)
          .failure(
              "expected a picture of %s, as the first, but it is %s; %s"
                  .formatted(
                      shape,
                      picture.shape(),
                      isSize
                          ? "set size: [%s, %s]".formatted(shape.height(), shape.width())
                          : "set channels: 1 for grey or 3 for colours"));
    }
  }
}
