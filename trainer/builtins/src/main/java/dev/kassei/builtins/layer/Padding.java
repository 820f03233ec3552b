package dev.kassei.builtins.layer;

import static dev.kassei.api.value.Requirements.require;

import dev.kassei.api.Shorthand;
import java.util.OptionalInt;

/**
 * How many positions a window may see beyond both ends of an axis.
 *
 * @param size the number of positions; empty for as many as leave one place for each position, or
 *     for each stride of positions
 */
public record Padding(OptionalInt size) {
  /** As many places as positions. */
  public static final Padding SAME = new Padding(OptionalInt.empty());

  private static final String WORD = "same";

  public Padding {
    require(size.orElse(0) >= 0, "padding must not be negative but was %s", size.orElse(0));
  }

  /** So many positions at both ends. */
  public static Padding of(int size) {
    return new Padding(OptionalInt.of(size));
  }

  /** Reads a number or {@code same}. */
  @Shorthand
  public static Padding parse(String text) {
    if (text.equals(WORD)) {
      return SAME;
    }
    require(
        text.matches("[0-9]{1,9}"),
        "expected 'same' or a number of positions from 0 to 999999999 but was '%s'",
        text);
    return of(Integer.parseInt(text));
  }

  /**
   * How many positions both ends have together.
   *
   * @param positions in the axis
   * @param span how many of them the window covers
   */
  int total(int positions, int span, int stride) {
    if (size.isPresent()) {
      return Math.multiplyExact(2, size.getAsInt());
    }
    int places = 1 + (positions - 1) / stride;
    return Math.max(0, Math.addExact((places - 1) * stride, span - positions));
  }

  @Override
  public String toString() {
    return size.isPresent() ? Integer.toString(size.getAsInt()) : WORD;
  }
}
