package dev.kassei.experiment.config;

import static dev.kassei.api.value.Requirements.require;

import dev.kassei.api.Shorthand;
import dev.kassei.experiment.config.tree.Words;
import java.util.OptionalInt;

/**
 * The number of rows in a training step.
 *
 * @param rows at least 1; empty for all rows at once
 */
public record BatchSize(OptionalInt rows) {
  private static final String ALL = "all";

  public BatchSize {
    require(
        rows.orElse(1) > 0,
        "expected a number of rows from 1 to 999999999, or 'all', but was %s",
        rows.orElse(1));
  }

  /** A fixed number of rows. */
  public static BatchSize rows(int rows) {
    return new BatchSize(OptionalInt.of(rows));
  }

  /** All rows at once. */
  public static BatchSize all() {
    return new BatchSize(OptionalInt.empty());
  }

  /** Reads a number or {@code all}. */
  @Shorthand
  public static BatchSize parse(String text) {
    if (text.equals(ALL)) {
      return all();
    }
    require(
        text.matches("[+]?[0-9]{1,9}"),
        "expected a number of rows from 1 to 999999999, or 'all', but was %s",
        Words.quoted(text));
    return rows(Integer.parseInt(text));
  }

  /** The number of rows in a step over {@code all} rows; it may be more than there are. */
  public int of(int all) {
    return rows.orElse(all);
  }

  @Override
  public String toString() {
    return rows.isPresent() ? Integer.toString(rows.getAsInt()) : ALL;
  }
}
