package dev.kassei.builtins.dataset;

import java.util.List;

/**
 * A column of a file.
 *
 * @param use what it is for
 * @param isCategorical whether it holds names, not numbers
 * @param categories all names that may occur, in order; empty if the file does not declare them
 */
record Column(String name, Use use, boolean isCategorical, List<String> categories) {
  /** What a column is for. */
  enum Use {
    /** A feature; if it holds names, one for each of them. */
    FEATURE,
    /** A feature that is the number of a name. */
    ORDINAL,
    /** What is to be learned. */
    LABEL,
    /** How much the row counts. */
    WEIGHT,
    /** Nothing. */
    IGNORED
  }

  Column {
    categories = List.copyOf(categories);
  }

  /** A column that the file itself describes, which is a feature until it is chosen as label. */
  static Column feature(String name, boolean isCategorical, List<String> categories) {
    return new Column(name, Use.FEATURE, isCategorical, categories);
  }

  /** The same column for another use. */
  Column as(Use other) {
    return new Column(name, other, isCategorical, categories);
  }

  /** Whether the network sees it. */
  boolean isFeature() {
    return use == Use.FEATURE || use == Use.ORDINAL;
  }

  /** Whether it is the label. */
  boolean isLabel() {
    return use == Use.LABEL;
  }
}
