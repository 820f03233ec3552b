package dev.kassei.trainer.config;

import static dev.kassei.api.Requirements.require;

import java.util.List;
import java.util.Optional;

/**
 * The pictures drawn of a run beside those that are always drawn.
 *
 * @param surface the prediction as a surface over two features
 */
public record Plots(Optional<Surface> surface) {
  /** Nothing beside what is always drawn. */
  public Plots() {
    this(Optional.empty());
  }

  /**
   * The prediction over a square.
   *
   * @param range the least and the greatest value of both features
   */
  public record Surface(List<Double> range) {
    public Surface {
      range = List.copyOf(range);
      require(
          range.size() == 2 && range.get(0) < range.get(1) && isFinite(range),
          "range must be two finite numbers, the smaller first, but was %s",
          range);
    }

    /** From -1 to 1. */
    public Surface() {
      this(List.of(-1.0, 1.0));
    }

    private static boolean isFinite(List<Double> values) {
      return values.stream().allMatch(Double::isFinite);
    }
  }
}
