package dev.kassei.builtins.dataset.generator;

import static dev.kassei.api.value.Requirements.require;
import static dev.kassei.api.value.Requirements.requireFinite;

import dev.kassei.api.Dataset;
import dev.kassei.api.Target;
import dev.kassei.builtins.dataset.Room;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Rows of classes in the making.
 *
 * <p>The sizes of the classes fall geometrically, class 0 having {@code imbalance} times as many
 * rows as the last. Rows are dealt so that after each row every class has its share of the rows so
 * far, to less than one row for two classes.
 *
 * @param samples the number of rows
 * @param classes the number of classes
 * @param imbalance the size of the first class over that of the last, at least 1
 */
record Classes(int samples, int classes, double imbalance) {
  /** Each row looks at each class. */
  private static final int MOST_CLASSES = 1000;

  /** Where a row lies. */
  @FunctionalInterface
  interface Position {
    /** The features of a row of a class, to be written from {@code first} on. */
    void write(int row, int number, double[] features, int first);
  }

  Classes {
    requireSamples(samples);
    require(
        classes >= 2 && classes <= MOST_CLASSES,
        "classes must be from 2 to %s but was %s",
        MOST_CLASSES,
        classes);
    requireFinite("imbalance", imbalance);
    require(
        imbalance >= 1,
        "imbalance must be 1 or more, the size of the first class over that of the last,"
            + " but was %s",
        imbalance);
    double[] shares = shares(classes, imbalance);
    require(
        samples * shares[classes - 1] >= 1,
        "samples must be at least %s, to give the last class a row at this imbalance, but was %s",
        (long) Math.ceil(1 / shares[classes - 1]),
        samples);
  }

  static void requireSamples(int samples) {
    require(samples >= 2, "samples must be at least 2 but was %s", samples);
  }

  static void requireNoise(double noise) {
    requireFinite("noise", noise);
    require(noise >= 0, "noise must be 0 or more, a standard deviation, but was %s", noise);
  }

  /** A data set with features {@code x1} to {@code x<width>}. */
  Dataset dataset(int width, Position position) {
    Room.require(samples, width);
    double[] features = new double[samples * width];
    double[] targets = new double[samples];
    double[] shares = shares(classes, imbalance);
    int[] counts = new int[classes];
    for (int row = 0; row < samples; row++) {
      int number = mostOwed(shares, counts, row + 1);
      counts[number]++;
      targets[row] = number;
      position.write(row, number, features, row * width);
    }
    List<String> names = IntStream.range(0, classes).mapToObj(Integer::toString).toList();
    return new Dataset(names(width), new Target(List.of("y"), names), features, targets);
  }

  static List<String> names(int width) {
    return IntStream.rangeClosed(1, width).mapToObj(i -> "x" + i).toList();
  }

  private static double[] shares(int classes, double imbalance) {
    double[] shares = new double[classes];
    double sum = 0;
    for (int i = 0; i < classes; i++) {
      shares[i] = StrictMath.pow(imbalance, -i / (double) (classes - 1));
      sum += shares[i];
    }
    for (int i = 0; i < classes; i++) {
      shares[i] /= sum;
    }
    return shares;
  }

  private static int mostOwed(double[] shares, int[] counts, int rows) {
    return IntStream.range(0, shares.length)
        .reduce((a, b) -> rows * shares[b] - counts[b] > rows * shares[a] - counts[a] ? b : a)
        .orElseThrow();
  }
}
