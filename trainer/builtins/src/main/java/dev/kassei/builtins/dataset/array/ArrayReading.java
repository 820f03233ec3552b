package dev.kassei.builtins.dataset.array;

import dev.kassei.api.Dataset;
import dev.kassei.api.ImageShape;
import dev.kassei.builtins.dataset.Room;
import dev.kassei.builtins.dataset.Task;
import dev.kassei.builtins.dataset.image.Normalization;
import dev.kassei.builtins.dataset.image.Pixels;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Makes a data set of arrays: items with two or three sizes are images, whose bytes become numbers
 * from 0 to 1; items with one size, or none, are rows of features as they are.
 *
 * @param normalize what is done with the features then
 * @param classes the names of the classes; empty if the labels say how many there are
 * @param task what the labels are
 * @param prefersNumbers whether the loss asks for numbers
 */
record ArrayReading(
    Optional<Normalization> normalize, List<String> classes, Task task, boolean prefersNumbers) {
  private static final int MOST_SIZES = 3;

  /** More channels than colours have are rather lines of an image. */
  private static final int MOST_CHANNELS = 4;

  /** Opens an array by the name that a configuration gives it. */
  @FunctionalInterface
  interface Opening {
    ArrayFile open(String name) throws IOException;
  }

  /**
   * The data set of arrays by their names.
   *
   * @throws IllegalArgumentException if they do not fit together
   */
  Dataset dataset(
      Opening opening,
      String features,
      String labels,
      Optional<String> testFeatures,
      Optional<String> testLabels)
      throws IOException {
    try (LabelledArrays train = labelled(opening, features, labels)) {
      if (testFeatures.isEmpty()) {
        return dataset(train, Optional.empty());
      }
      try (LabelledArrays test = labelled(opening, testFeatures.get(), testLabels.orElseThrow())) {
        return dataset(train, Optional.of(test));
      }
    }
  }

  private static LabelledArrays labelled(Opening opening, String features, String labels)
      throws IOException {
    return LabelledArrays.of(opening.open(features), () -> opening.open(labels));
  }

  /**
   * The data set.
   *
   * @param test further items, which are for the test
   * @throws IllegalArgumentException if the arrays do not fit together
   */
  private Dataset dataset(LabelledArrays train, Optional<LabelledArrays> test) throws IOException {
    requireSameForm(train, test);
    Optional<ImageShape> image = image(train.features());
    double[] features = features(train, test, image);
    double[] labels = labels(train, test);
    int columns = Math.toIntExact(train.labels().width());
    ArrayLabels targets =
        new ArrayLabels(this, columns, hasFraction(train, test), train.labels().problems());
    Dataset data =
        new Dataset(names(train.features(), image), targets.target(labels), features, labels);
    Dataset shaped = image.map(data::withImage).orElse(data);
    return test.isPresent() ? shaped.withTestFrom(train.items()) : shaped;
  }

  private static boolean hasFraction(LabelledArrays train, Optional<LabelledArrays> test) {
    return train.labels().element().hasFraction()
        || test.filter(each -> each.labels().element().hasFraction()).isPresent();
  }

  private static void requireSameForm(LabelledArrays train, Optional<LabelledArrays> test) {
    if (test.isPresent()) {
      requireSameShape("items", train.features(), test.get().features());
      requireSameShape("labels", train.labels(), test.get().labels());
    }
  }

  private static void requireSameShape(String what, ArrayFile train, ArrayFile test) {
    if (!train.shape().equals(test.shape())) {
      throw test.problems()
          .failure(
              "expected %s of %s, as those to train with, but found %s"
                  .formatted(what, form(train.shape()), form(test.shape())));
    }
  }

  private static String form(List<Integer> shape) {
    return shape.isEmpty() ? "one number" : ArrayFile.text(shape);
  }

  private static Optional<ImageShape> image(ArrayFile features) {
    List<Integer> shape = features.shape();
    if (shape.size() > MOST_SIZES) {
      throw features
          .problems()
          .failure(
              "expected items of at most three sizes, height, width and channels, but found "
                  + form(shape));
    }
    if (shape.size() < 2) {
      return Optional.empty();
    }
    int channels = shape.size() == MOST_SIZES ? shape.get(2) : 1;
    if (channels > MOST_CHANNELS && shape.get(0) <= MOST_CHANNELS) {
      throw features
          .problems()
          .failure(
              "items of %s have their channels first; write them last: numpy.moveaxis(images, 1, -1)"
                  .formatted(form(shape)));
    }
    return Optional.of(new ImageShape(shape.get(0), shape.get(1), channels));
  }

  private double[] features(
      LabelledArrays train, Optional<LabelledArrays> test, Optional<ImageShape> image)
      throws IOException {
    long items = train.items() + (long) test.map(LabelledArrays::items).orElse(0);
    long width = train.features().width();
    Room.require(items, width);
    double[] features = new double[Math.toIntExact(items * width)];
    int from = Math.toIntExact(train.items() * width);
    read(train.features(), features, 0, from, image);
    if (test.isPresent()) {
      read(test.get().features(), features, from, features.length, image);
    }
    normalize.ifPresent(each -> each.apply(features, image.map(ImageShape::channels).orElse(1)));
    return features;
  }

  private static void read(
      ArrayFile file, double[] features, int from, int to, Optional<ImageShape> image)
      throws IOException {
    file.read(features, from);
    int width = Math.toIntExact(file.width());
    for (int i = from; i < to; i++) {
      if (!Double.isFinite(features[i])) {
        throw file.problems()
            .failure(
                "expected finite numbers but number %s of item %s is %s; fill or remove it"
                    .formatted((i - from) % width + 1, (i - from) / width, features[i]));
      }
    }
    if (image.isPresent() && file.element() == Element.UINT8) {
      for (int i = from; i < to; i++) {
        features[i] /= Pixels.LARGEST;
      }
    }
  }

  private static double[] labels(LabelledArrays train, Optional<LabelledArrays> test)
      throws IOException {
    long columns = train.labels().width();
    long items = train.items() + (long) test.map(LabelledArrays::items).orElse(0);
    Room.require(items, columns);
    double[] labels = new double[Math.toIntExact(items * columns)];
    train.labels().read(labels, 0);
    if (test.isPresent()) {
      test.get().labels().read(labels, Math.toIntExact(train.items() * columns));
    }
    return labels;
  }

  private static List<String> names(ArrayFile features, Optional<ImageShape> image) {
    return image
        .map(Pixels::names)
        .orElseGet(
            () ->
                IntStream.rangeClosed(1, Math.toIntExact(features.width()))
                    .mapToObj(i -> "x" + i)
                    .toList());
  }
}
