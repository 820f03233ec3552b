package dev.kassei.plotting.figure;

import java.util.List;

/**
 * Colours for up to eight series that people with any kind of colour vision tell apart (Okabe and
 * Ito 2008, https://jfly.uni-koeln.de/color/), the darker first; more series change the style of
 * the line.
 */
public final class Palette {
  private static final List<Color> COLORS =
      List.of(
          new Color(0x0072b2),
          new Color(0xd55e00),
          new Color(0x009e73),
          new Color(0xcc79a7),
          new Color(0xe69f00),
          new Color(0x56b4e9),
          new Color(0x000000),
          new Color(0xf0e442));

  private Palette() {}

  /** The colour of a series, counted from 0. */
  public static Color color(int series) {
    return COLORS.get(series % COLORS.size());
  }

  /** The style of line of a series, counted from 0. */
  public static LineStyle style(int series) {
    LineStyle[] styles = LineStyle.values();
    return styles[series / COLORS.size() % styles.length];
  }
}
