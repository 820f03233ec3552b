package dev.kassei.builtins.dataset;

import dev.kassei.api.value.Requirements;

/** Refuses tables that memory cannot hold before they are made, which takes long. */
public final class Room {
  /** The data as it was read, its parts, and these scaled. */
  private static final int COPIES = 3;

  /** Label, targets and order of a row. */
  private static final int BYTES_PER_ROW = 72;

  /** How much of the heap data may take, which leaves room for the rest. */
  private static final double SHARE = 0.8;

  private static final double MEBIBYTE = 1 << 20;

  private Room() {}

  /**
   * Requires room for rows of features.
   *
   * @throws IllegalArgumentException if there is not enough
   */
  public static void require(long rows, long features) {
    requireArray(rows, features);
    double heap = Runtime.getRuntime().maxMemory();
    double needed = rows * (double) (features * COPIES * Double.BYTES + BYTES_PER_ROW);
    Requirements.require(
        needed <= SHARE * heap,
        "%s rows of %s features are more numbers than there is room for, about %.0f MiB of the %.0f that Java may use; take fewer, or more memory: KASSEI_JAVA_OPTS=-Xmx%.0fm",
        rows,
        features,
        needed / MEBIBYTE,
        heap / MEBIBYTE,
        Math.max(2 * heap, Math.ceil(needed / SHARE)) / MEBIBYTE);
  }

  private static void requireArray(long rows, long features) {
    long most = Integer.MAX_VALUE;
    Requirements.require(
        rows <= most && features <= most && rows * features <= most,
        "%s rows of %s features are more numbers than there is room for, %s in one table; take fewer",
        rows,
        features,
        most);
  }
}
