package dev.kassei.engine.kernel;

import static dev.kassei.api.value.Requirements.require;

/**
 * One thread's share of the outputs of a step. Outputs are split, never sums, so that shares change
 * no bit.
 *
 * @param index which share, from 0
 * @param count how many there are
 */
public record Share(int index, int count) {
  /** All outputs. */
  public static final Share ALL = new Share(0, 1);

  public Share {
    require(0 <= index && index < count, "expected a share of %s but was %s", count, index);
  }

  /** The first output of this share, of {@code size} outputs in whole units. */
  public int from(int size, int unit) {
    return border(index, size, unit);
  }

  /** The first output after this share. */
  public int to(int size, int unit) {
    return border(index + 1, size, unit);
  }

  private int border(int share, int size, int unit) {
    long units = (size + unit - 1L) / unit;
    return (int) Math.min(size, units * share / count * unit);
  }
}
