package dev.kassei.trainer.config;

import java.util.List;

/**
 * Axes that move together: trial by trial all take their value of the same number.
 *
 * @param axes at least one, all of the same number of values
 */
record Dimension(List<Axis> axes) {
  Dimension {
    axes = List.copyOf(axes);
  }

  int size() {
    return axes.get(0).values().size();
  }

  boolean isSeed() {
    return axes.stream().allMatch(Axis::isSeed);
  }
}
