package dev.kassei.results;

import dev.kassei.api.Dataset;

/**
 * The fingerprint of a data set: SHA-256 of the numbers of rows, features and target columns as
 * 32-bit integers, then of all features and all targets as float64, row by row, little-endian.
 * Where there are such, the weights of the rows follow as float64, then the row from which on the
 * data's own test rows stand, then height, width and channels of its images, as 32-bit integers;
 * before each of these stands its name. Names of columns and classes are no part of it.
 */
public final class Fingerprint {
  private Fingerprint() {}

  /** The fingerprint in hexadecimal. */
  public static String of(Dataset data) {
    var sha = new Sha256();
    sha.add(data.rows());
    sha.add(data.width());
    sha.add(data.target().columns());
    for (double feature : data.features()) {
      sha.add(feature);
    }
    for (double target : data.targets()) {
      sha.add(target);
    }
    addOptional(sha, data);
    return sha.hex();
  }

  /** What has come later than the format: data without it has the fingerprint that it had. */
  private static void addOptional(Sha256 sha, Dataset data) {
    data.weights()
        .ifPresent(
            weights -> {
              sha.add("weights");
              for (double weight : weights) {
                sha.add(weight);
              }
            });
    data.testFrom()
        .ifPresent(
            row -> {
              sha.add("test_from");
              sha.add(row);
            });
    data.image()
        .ifPresent(
            image -> {
              sha.add("image");
              sha.add(image.height());
              sha.add(image.width());
              sha.add(image.channels());
            });
  }
}
