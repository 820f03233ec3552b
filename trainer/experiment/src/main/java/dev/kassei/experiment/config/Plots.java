package dev.kassei.experiment.config;

import static dev.kassei.api.value.Requirements.require;

import dev.kassei.api.Shorthand;
import java.util.List;
import java.util.Optional;

/**
 * The pictures of a run.
 *
 * @param draw whether there are any
 * @param surface what a network of two inputs predicts, as a surface over them; if empty, there is
 *     none
 */
public record Plots(boolean draw, Optional<Surface> surface) {
  /** All pictures. */
  public Plots() {
    this(true, Optional.of(new Surface()));
  }

  /** All pictures, or none. */
  @Shorthand
  public static Plots of(boolean draw) {
    return new Plots(draw, new Plots().surface());
  }

  /**
   * The prediction over a rectangle.
   *
   * @param range the least and the greatest value of both inputs, in the units of the data; if
   *     empty, each input has the range of its data and a margin
   * @param points the number of values of each input
   */
  public record Surface(Optional<List<Double>> range, int points) {
    private static final int MOST_POINTS = 1000;

    public Surface {
      range.ifPresent(Surface::check);
      require(
          2 <= points && points <= MOST_POINTS,
          "points must be between 2 and %s but was %s",
          MOST_POINTS,
          points);
      range = range.map(List::copyOf);
    }

    /** 100 × 100 points over the range of the data. */
    public Surface() {
      this(Optional.empty(), 100);
    }

    private static void check(List<Double> range) {
      require(
          range.size() == 2
              && range.get(0) < range.get(1)
              && range.stream().allMatch(Double::isFinite),
          "range must be two finite numbers, the smaller first, but was %s",
          range);
    }
  }
}
