package dev.kassei.plotting.render;

/** Sizes in pixels of what matplotlib measures in points, 100 pixels and 72 points to an inch. */
final class Sizes {
  static final double POINT = 100.0 / 72;
  static final double LABEL = 10 * POINT;
  static final double TITLE = 12 * POINT;
  static final double FIGURE_TITLE = 14 * POINT;
  static final double NOTE = 8 * POINT;
  static final double LINE = 0.8 * POINT;
  static final double MARGIN = 8;

  private Sizes() {}
}
