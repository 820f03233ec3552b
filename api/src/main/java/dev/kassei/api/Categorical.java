package dev.kassei.api;

import dev.kassei.api.value.Requirements;
import java.util.List;
import java.util.Objects;
import org.apiguardian.api.API;

/** Features that say which of several categories a row has. */
@API(status = API.Status.STABLE, since = "0.1")
public final class Categorical {
  /** How a category is written as numbers. */
  public enum Encoding {
    /** One feature for each category: 1 for the row's own, 0 for all others. */
    ONE_HOT,
    /** One feature: the number of the category, from 0; made for an embedding layer. */
    ORDINAL
  }

  private final int first;
  private final List<String> names;
  private final Encoding encoding;

  /**
   * Categories of rows.
   *
   * @param first the index of the first of the features
   * @param names the categories in order
   * @param encoding how a category is written
   */
  public Categorical(int first, List<String> names, Encoding encoding) {
    Requirements.require(
        first >= 0 && !names.isEmpty(),
        "categories begin at a feature from 0 and have names, but begin at %s with names %s",
        first,
        names);
    this.first = first;
    this.names = List.copyOf(names);
    this.encoding = encoding;
  }

  /** The index of the first of the features. */
  public int first() {
    return first;
  }

  /** The categories in order. */
  public List<String> names() {
    return names;
  }

  /** How a category is written. */
  public Encoding encoding() {
    return encoding;
  }

  /** The number of features. */
  public int width() {
    return encoding == Encoding.ONE_HOT ? names.size() : 1;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Categorical that
        && first == that.first
        && names.equals(that.names)
        && encoding == that.encoding;
  }

  @Override
  public int hashCode() {
    return Objects.hash(first, names, encoding);
  }

  @Override
  public String toString() {
    return encoding + " from feature " + first + ": " + names;
  }
}
