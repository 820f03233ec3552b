package dev.kassei.engine.kernel;

import dev.kassei.api.expr.Shape;
import dev.kassei.api.expr.Window;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the numbers that a window sees lie in an item with its padding around it: the number of a
 * place, plus the number of what it sees there. In an item with padding every tap sees a position.
 */
public final class WindowGrid {
  private final Window window;
  private final List<Integer> sizes;
  private final List<Integer> padded;
  private final int columns;

  /**
   * A grid.
   *
   * @param positions the shape of what the window slides over
   * @param lanes the number of trials side by side
   */
  public WindowGrid(Window window, Shape positions, int lanes) {
    this.window = window;
    this.sizes = positions.rows().sizes();
    this.columns = positions.columns() * lanes;
    var all = new ArrayList<Integer>();
    for (int axis = 0; axis < sizes.size(); axis++) {
      all.add(window.before().get(axis) + sizes.get(axis) + window.after().get(axis));
    }
    padded = List.copyOf(all);
  }

  /** Whether there is anything around the item. */
  public boolean isPadded() {
    return !padded.equals(sizes);
  }

  /** The numbers of an item: positions × columns × lanes. */
  public int size() {
    return product(sizes) * columns;
  }

  /** The numbers of an item with its padding. */
  public int paddedSize() {
    return Math.multiplyExact(product(padded), columns);
  }

  /** The numbers of a line, an item's positions along the last axis. */
  public int line() {
    return sizes.get(sizes.size() - 1) * columns;
  }

  /** Where each line of an item lies in the padded item. */
  public int[] lines() {
    int axes = sizes.size() - 1;
    List<Integer> outer = sizes.subList(0, axes);
    int[] at = new int[product(outer)];
    for (int i = 0; i < at.length; i++) {
      at[i] = window.before().get(axes);
      int rest = i;
      int step = padded.get(axes);
      for (int axis = axes - 1; axis >= 0; axis--) {
        at[i] += (rest % outer.get(axis) + window.before().get(axis)) * step;
        rest /= outer.get(axis);
        step *= padded.get(axis);
      }
      at[i] *= columns;
    }
    return at;
  }

  /** The number of places of an item. */
  public int placeCount() {
    return product(window.places(sizes));
  }

  /** Where each place of so many items, one after the other, begins. */
  public int[] places(int items) {
    int[] one = combinations(window.places(sizes), window.stride());
    int[] all = new int[Math.multiplyExact(items, one.length)];
    for (int i = 0; i < all.length; i++) {
      all[i] = i / one.length * paddedSize() + one[i % one.length];
    }
    return all;
  }

  /** Where each tap is, from the place on. */
  public int[] taps() {
    return combinations(window.kernel(), window.dilation());
  }

  /** Where each run of neighbours in memory begins, from the place on. */
  public int[] runs() {
    int[] taps = taps();
    int perRun = tapsPerRun();
    int[] runs = new int[taps.length / perRun];
    for (int i = 0; i < runs.length; i++) {
      runs[i] = taps[i * perRun];
    }
    return runs;
  }

  /** The numbers of a run. */
  public int run() {
    return tapsPerRun() * columns;
  }

  private int tapsPerRun() {
    int last = window.axes() - 1;
    return window.dilation().get(last) == 1 ? window.kernel().get(last) : 1;
  }

  /** The numbers of a position: columns × lanes. */
  public int columns() {
    return columns;
  }

  /** All indices of some counts, each times its step, as numbers of the padded item. */
  private int[] combinations(List<Integer> counts, List<Integer> steps) {
    int[] all = new int[product(counts)];
    for (int i = 0; i < all.length; i++) {
      int rest = i;
      int factor = columns;
      for (int axis = counts.size() - 1; axis >= 0; axis--) {
        all[i] += rest % counts.get(axis) * steps.get(axis) * factor;
        rest /= counts.get(axis);
        factor *= padded.get(axis);
      }
    }
    return all;
  }

  private static int product(List<Integer> numbers) {
    return numbers.stream().reduce(1, Math::multiplyExact);
  }
}
