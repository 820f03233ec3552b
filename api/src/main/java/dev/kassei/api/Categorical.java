package dev.kassei.api;

import dev.kassei.api.value.Requirements;
import java.util.List;

/**
 * Features that say which of several categories a row has.
 *
 * @param first the index of the first of them
 * @param names the categories in order
 * @param encoding how a category is written
 */
public record Categorical(int first, List<String> names, Encoding encoding) {
  /** How a category is written as numbers. */
  public enum Encoding {
    /** One feature for each category: 1 for the row's own, 0 for all others. */
    ONE_HOT,
    /** One feature: the number of the category, from 0; made for an embedding layer. */
    ORDINAL
  }

  public Categorical {
    names = List.copyOf(names);
    Requirements.require(
        first >= 0 && !names.isEmpty(),
        "categories begin at a feature from 0 and have names, but begin at %s with names %s",
        first,
        names);
  }

  /** The number of features. */
  public int width() {
    return encoding == Encoding.ONE_HOT ? names.size() : 1;
  }
}
