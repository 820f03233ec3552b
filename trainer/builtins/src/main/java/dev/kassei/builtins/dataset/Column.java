package dev.kassei.builtins.dataset;

import java.util.List;

/**
 * A column of a file.
 *
 * @param isCategorical whether it holds names, not numbers
 * @param categories all names that may occur, in order; empty if the file does not declare them
 */
record Column(String name, boolean isCategorical, List<String> categories) {
  Column {
    categories = List.copyOf(categories);
  }

  /** A column of numbers. */
  static Column numeric(String name) {
    return new Column(name, false, List.of());
  }

  /** A column of names that the file does not declare. */
  static Column categorical(String name) {
    return new Column(name, true, List.of());
  }
}
