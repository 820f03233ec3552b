package dev.kassei.plotting.figure;

/** How a line is drawn. */
public enum LineStyle {
  SOLID,
  DASHED,
  DASH_DOT,
  DOTTED
}
