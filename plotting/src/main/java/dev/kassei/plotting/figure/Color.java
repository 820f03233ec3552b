package dev.kassei.plotting.figure;

import java.util.Locale;

/**
 * An opaque colour.
 *
 * @param rgb red · 65536 + green · 256 + blue, each from 0 to 255
 */
public record Color(int rgb) {
  public static final Color BLACK = new Color(0x000000);
  public static final Color WHITE = new Color(0xffffff);
  public static final Color GRAY = new Color(0x808080);

  public int red() {
    return rgb >> 16 & 0xff;
  }

  public int green() {
    return rgb >> 8 & 0xff;
  }

  public int blue() {
    return rgb & 0xff;
  }

  /** How bright the colour looks, from 0 to 1 (ITU-R BT.709, without gamma). */
  public double luminance() {
    return (0.2126 * red() + 0.7152 * green() + 0.0722 * blue()) / 255;
  }

  /** As in CSS, such as {@code #440154}. */
  public String hex() {
    return String.format(Locale.ROOT, "#%06x", rgb);
  }
}
