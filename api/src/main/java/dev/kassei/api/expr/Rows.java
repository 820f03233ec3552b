package dev.kassei.api.expr;

import static dev.kassei.api.value.Requirements.require;

import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;

/**
 * A number of rows: a fixed one, or one that is known only when a step runs, so many for each item
 * of the batch. The rows of an item are its positions in one or more axes, the last one fastest:
 * those of an image are its height and width, that of a sequence is its time. Fixed rows, which
 * belong to no item, have no axes of one position before their others.
 *
 * @param batched whether there are so many rows for each item of the batch
 * @param sizes the number of positions in each axis, each at least 1; none is one row
 */
@API(status = API.Status.STABLE, since = "0.1")
public record Rows(boolean batched, List<Integer> sizes) {
  /** One row for each item of the batch. */
  public static final Rows BATCH = new Rows(true, List.of());

  /** A single row. */
  public static final Rows ONE = new Rows(false, List.of());

  public Rows {
    long count = 1;
    for (int size : sizes) {
      require(size > 0, "a number of rows must be positive but was %s", size);
      count *= size;
      require(count <= Integer.MAX_VALUE, "%s are more rows than a matrix can have", sizes);
    }
    sizes = List.copyOf(batched ? sizes : withoutLeadingOnes(sizes));
  }

  private static List<Integer> withoutLeadingOnes(List<Integer> sizes) {
    int from = 0;
    while (from < sizes.size() && sizes.get(from) == 1) {
      from++;
    }
    return sizes.subList(from, sizes.size());
  }

  /** A number of rows that does not depend on the batch. */
  public static Rows fixed(int count) {
    return new Rows(false, List.of(count));
  }

  /** As many rows as these for each position of further axes, which are inside these. */
  public Rows times(Integer... inner) {
    var all = new ArrayList<>(sizes);
    all.addAll(List.of(inner));
    return new Rows(batched, all);
  }

  /** The number of rows, or of rows for each item of the batch. */
  public int count() {
    int count = 1;
    for (int i = 0; i < sizes.size(); i++) { // without an iterator per step
      count *= sizes.get(i);
    }
    return count;
  }

  /** Whether there is a last axis of positions; fixed rows always have one, if only of one row. */
  public boolean hasPositions() {
    return !batched || !sizes.isEmpty();
  }

  /** The number of positions in the last axis. */
  public int inner() {
    return sizes.isEmpty() ? 1 : sizes.get(sizes.size() - 1);
  }

  /** The rows without the last axis. */
  public Rows outer() {
    return sizes.isEmpty() ? this : new Rows(batched, sizes.subList(0, sizes.size() - 1));
  }

  /** Whether this is exactly one row, which can be repeated to any number. */
  public boolean isOne() {
    return !batched && count() == 1;
  }

  /** The number of rows for a batch of {@code batch} items. */
  public int actual(int batch) {
    return batched ? Math.multiplyExact(batch, count()) : count();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Rows rows && batched == rows.batched && sizes.equals(rows.sizes);
  }

  @Override
  public int hashCode() {
    return 31 * sizes.hashCode() + Boolean.hashCode(batched);
  }

  @Override
  public String toString() {
    var text = new StringBuilder(batched ? "batch" : "");
    for (int size : sizes) {
      text.append(text.isEmpty() ? "" : "·").append(size);
    }
    return text.isEmpty() ? "1" : text.toString();
  }
}
