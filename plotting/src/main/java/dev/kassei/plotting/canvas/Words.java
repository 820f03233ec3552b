package dev.kassei.plotting.canvas;

import dev.kassei.plotting.figure.Artist.Anchor;
import dev.kassei.plotting.figure.Color;
import dev.kassei.plotting.text.Typeface;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;

/**
 * A text at a place.
 *
 * @param x where its start, middle or end is
 * @param y where the middle of its capital letters is
 * @param size the height of an em, in pixels
 * @param angle by which it is turned clockwise around its place, in radians
 */
public record Words(
    String text, double x, double y, double size, Anchor anchor, double angle, Color color) {
  /** Black words that are not turned. */
  public static Words of(String text, double x, double y, double size, Anchor anchor) {
    return new Words(text, x, y, size, anchor, 0, Color.BLACK);
  }

  /** The width of the text, in pixels. */
  public double width() {
    return Typeface.bundled().width(text, size);
  }

  /** Moves the origin, at the start of the base line, to the place of the text. */
  AffineTransform placement() {
    var transform = AffineTransform.getTranslateInstance(x, y);
    transform.rotate(StrictMath.cos(angle), StrictMath.sin(angle));
    transform.translate(-width() * share(), size * Typeface.CAPITALS / 2);
    return transform;
  }

  private double share() {
    return switch (anchor) {
      case START -> 0;
      case MIDDLE -> 0.5;
      case END -> 1;
    };
  }

  /** What the text covers, from the depth of letters such as g to the height of capitals. */
  public Rectangle2D bounds() {
    var box =
        new Rectangle2D.Double(
            0, -size * Typeface.CAPITALS, width(), size * (Typeface.CAPITALS + 0.24));
    return placement().createTransformedShape(box).getBounds2D();
  }
}
