package dev.kassei.results;

import dev.kassei.api.Dataset;

/**
 * The fingerprint of a data set: SHA-256 of the numbers of rows, features and target columns as
 * 32-bit integers, then of all features and all targets as float64, row by row, little-endian.
 * Names are no part of it.
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
    return sha.hex();
  }
}
