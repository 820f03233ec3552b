package dev.kassei.batch.plan;

import java.util.List;

/**
 * Axes that move together: trial by trial all take their value of the same number.
 *
 * @param axes at least one, all of the same number of values
 * @param origin where the values come from
 */
record Dimension(List<Axis> axes, Origin origin) {
  /** Where values come from. */
  enum Origin {
    /** They are given. */
    LISTED,
    /** They are drawn at random, and stand for others that might have been. */
    DRAWN
  }

  Dimension {
    axes = List.copyOf(axes);
  }

  Dimension(List<Axis> axes) {
    this(axes, Origin.LISTED);
  }

  int size() {
    return axes.get(0).values().size();
  }

  boolean isSeed() {
    return axes.stream().allMatch(Axis::isSeed);
  }
}
