package dev.kassei.api.expr;

import static dev.kassei.api.value.Requirements.require;

/**
 * A number of rows: a multiple of the batch size, known only when a step runs, or fixed.
 *
 * @param batched whether the batch size is a factor
 * @param count the other factor, at least 1
 */
public record Rows(boolean batched, int count) {
  /** One row for each row of the batch. */
  public static final Rows BATCH = new Rows(true, 1);

  /** A single row. */
  public static final Rows ONE = new Rows(false, 1);

  public Rows {
    require(count > 0, "a number of rows must be positive but was %s", count);
  }

  /** A number of rows that does not depend on the batch. */
  public static Rows fixed(int count) {
    return new Rows(false, count);
  }

  /** Whether this is exactly one row, which can be repeated to any number. */
  public boolean isOne() {
    return !batched && count == 1;
  }

  /** The number of rows for a batch of {@code batch} rows. */
  public int actual(int batch) {
    return batched ? Math.multiplyExact(batch, count) : count;
  }

  @Override
  public String toString() {
    if (!batched) {
      return Integer.toString(count);
    }
    return count == 1 ? "batch" : "batch·" + count;
  }
}
