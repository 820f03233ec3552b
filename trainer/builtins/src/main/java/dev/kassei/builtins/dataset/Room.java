package dev.kassei.builtins.dataset;

import dev.kassei.api.value.Requirements;

/** Refuses tables that memory cannot hold before they are made, which takes long. */
public final class Room {
  /** The data as it was read, its parts, and these scaled. */
  private static final int COPIES = 3;

  private Room() {}

  /**
   * Requires room for rows of features.
   *
   * @throws IllegalArgumentException if there is not enough
   */
  public static void require(long rows, long features) {
    long needed = Math.multiplyHigh(rows, features) == 0 ? rows * features : Long.MAX_VALUE;
    long most = Math.min(Integer.MAX_VALUE, available());
    Requirements.require(
        needed >= 0 && needed <= most,
        "%s rows of %s features are more numbers than there is room for, %s; take fewer%s",
        rows,
        features,
        most,
        most < Integer.MAX_VALUE ? ", or more memory (KASSEI_JAVA_OPTS=-Xmx…)" : "");
  }

  private static long available() {
    return Runtime.getRuntime().maxMemory() / (COPIES * Double.BYTES);
  }
}
