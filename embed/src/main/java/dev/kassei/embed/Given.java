package dev.kassei.embed;

import java.util.List;

/** Refuses nulls that a program gives, by the name of what was to be given. */
final class Given {
  private Given() {}

  /**
   * A value that is there.
   *
   * @throws KasseiException if it is null
   */
  static <T> T required(T value, String name) {
    if (value == null) {
      throw new KasseiException(name + " is null; give a value");
    }
    return value;
  }

  /**
   * An array that is there, as are all of its elements.
   *
   * @throws KasseiException if it or one of them is null
   */
  static <T> T[] elements(T[] values, String name) {
    required(values, name);
    for (int i = 0; i < values.length; i++) {
      required(values[i], name + "[" + i + "]");
    }
    return values;
  }

  /** The same as a list. */
  static <T> List<T> list(T[] values, String name) {
    return List.of(elements(values, name));
  }
}
