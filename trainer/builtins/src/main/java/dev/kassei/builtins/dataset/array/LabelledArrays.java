package dev.kassei.builtins.dataset.array;

import java.io.Closeable;
import java.io.IOException;

/**
 * Items and their labels.
 *
 * @param features one item a row
 * @param labels as many
 */
record LabelledArrays(ArrayFile features, ArrayFile labels) implements Closeable {
  /** Opens a file. */
  @FunctionalInterface
  interface Opening {
    ArrayFile open() throws IOException;
  }

  /**
   * Opens the labels of items; if they do not fit, both are closed.
   *
   * @throws IllegalArgumentException if there are not as many labels as items
   */
  static LabelledArrays of(ArrayFile features, Opening labels) throws IOException {
    try {
      return new LabelledArrays(features, labels.open()).fitting();
    } catch (IOException | RuntimeException e) {
      features.close();
      throw e;
    }
  }

  private LabelledArrays fitting() throws IOException {
    if (features.items() == labels.items()) {
      return this;
    }
    labels.close();
    throw labels
        .problems()
        .failure(
            "expected one label for each of %s items but found %s"
                .formatted(features.items(), labels.items()));
  }

  int items() {
    return features.items();
  }

  @Override
  public void close() throws IOException {
    try (features) {
      labels.close();
    }
  }
}
