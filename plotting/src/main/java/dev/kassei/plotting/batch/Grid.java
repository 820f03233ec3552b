package dev.kassei.plotting.batch;

import dev.kassei.plotting.figure.Figure;
import dev.kassei.plotting.figure.Panel;
import java.util.List;

/** Lays panels of one size out. */
final class Grid {
  /** More panels than this are not looked at; the tables have the rest. */
  static final int MAX_PANELS = 12;

  /** More rows than this would make a panel higher than a screen. */
  private static final int MANY = 40;

  private Grid() {}

  /** Panels of a size in pixels, at most so many side by side. */
  static Figure of(List<? extends Panel> panels, int mostColumns, int width, int height) {
    int columns = Math.min(mostColumns, panels.size());
    int rows = (panels.size() + columns - 1) / columns;
    return new Figure("", columns * width, rows * height, columns, List.copyOf(panels));
  }

  /** The height of a panel with a row for each name, in pixels; many stand closer together. */
  static int height(int names) {
    int row = names > MANY ? 16 : 26;
    return Math.max(220, 110 + row * names);
  }
}
