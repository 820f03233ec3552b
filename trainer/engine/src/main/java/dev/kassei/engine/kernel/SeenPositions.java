package dev.kassei.engine.kernel;

import dev.kassei.api.expr.Window;
import java.util.List;

/** Which position of an item each tap of a window sees at each of its places. */
final class SeenPositions {
  /** What a tap sees beyond the ends. */
  static final int NONE = -1;

  private final Window window;
  private final List<Integer> sizes;
  private final List<Integer> places;

  private SeenPositions(Window window, List<Integer> sizes) {
    this.window = window;
    this.sizes = sizes;
    this.places = window.places(sizes);
  }

  /**
   * The number of the position, or {@link #NONE}: places × taps.
   *
   * @param sizes the number of positions in each axis
   */
  static int[] of(Window window, List<Integer> sizes) {
    var seen = new SeenPositions(window, sizes);
    int count = seen.places.stream().reduce(1, Math::multiplyExact);
    int[] all = new int[Math.multiplyExact(count, window.taps())];
    for (int i = 0; i < all.length; i++) {
      all[i] = seen.position(i / window.taps(), i % window.taps());
    }
    return all;
  }

  private int position(int place, int tap) {
    int position = 0;
    int step = 1;
    int restOfPlace = place;
    int restOfTap = tap;
    for (int axis = window.axes() - 1; axis >= 0; axis--) {
      int at =
          restOfPlace % places.get(axis) * window.stride().get(axis)
              + restOfTap % window.kernel().get(axis) * window.dilation().get(axis)
              - window.before().get(axis);
      if (at < 0 || at >= sizes.get(axis)) {
        return NONE;
      }
      position += at * step;
      step *= sizes.get(axis);
      restOfPlace /= places.get(axis);
      restOfTap /= window.kernel().get(axis);
    }
    return position;
  }
}
