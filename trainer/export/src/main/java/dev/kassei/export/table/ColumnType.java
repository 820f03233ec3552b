package dev.kassei.export.table;

import dev.kassei.experiment.config.tree.CoreSchema;
import dev.kassei.experiment.config.tree.Location;
import dev.kassei.experiment.config.tree.Node.Scalar;

/** What the cells of a column hold where they are not empty. */
enum ColumnType {
  /** Integers of 64 bits. */
  INTEGER,
  /** Numbers in float64. */
  NUMBER,
  /** True or false. */
  TRUTH,
  /** Anything else. */
  TEXT;

  /** The narrowest type that holds a text as YAML means it. */
  static ColumnType of(String text) {
    Scalar scalar = scalar(text);
    if (CoreSchema.bool(scalar).isPresent()) {
      return TRUTH;
    }
    if (CoreSchema.integer(scalar).isPresent()) {
      return INTEGER;
    }
    return CoreSchema.isNumber(scalar) && CoreSchema.number(scalar).isPresent() ? NUMBER : TEXT;
  }

  /** The narrowest type that holds what is of this type and what is of another. */
  ColumnType with(ColumnType other) {
    if (this == other) {
      return this;
    }
    boolean areNumbers = compareTo(NUMBER) <= 0 && other.compareTo(NUMBER) <= 0;
    return areNumbers ? NUMBER : TEXT;
  }

  static long integer(String text) {
    return CoreSchema.integer(scalar(text)).orElseThrow();
  }

  /** The number of a text of YAML, or of one of Kassei's tables, which write Infinity and NaN. */
  static double number(String text) {
    return CoreSchema.number(scalar(text)).orElseGet(() -> Double.parseDouble(text));
  }

  static boolean truth(String text) {
    return CoreSchema.bool(scalar(text)).orElseThrow();
  }

  private static Scalar scalar(String text) {
    return new Scalar(Location.whole(text), text, true);
  }
}
