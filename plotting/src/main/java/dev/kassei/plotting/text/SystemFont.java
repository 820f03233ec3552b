package dev.kassei.plotting.text;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.text.Bidi;

/** The fonts of the system, for scripts that the bundled font does not hold. */
final class SystemFont {
  private static final int SIZE = 100;

  private SystemFont() {}

  /** A text, an em 1 high; in boxes of the bundled font where the system cannot draw text. */
  static Outline outline(String text, Typeface bundled) {
    try {
      return outline(text);
    } catch (RuntimeException | LinkageError | InternalError e) {
      // Java on a machine without fonts or font libraries
      return bundled.ownOutline(text);
    }
  }

  private static Outline outline(String text) {
    var font = new Font(Font.SANS_SERIF, Font.PLAIN, SIZE);
    var context = new FontRenderContext(new AffineTransform(), true, true);
    char[] characters = text.toCharArray();
    boolean leftToRight = new Bidi(text, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT).baseIsLeftToRight();
    int direction = leftToRight ? Font.LAYOUT_LEFT_TO_RIGHT : Font.LAYOUT_RIGHT_TO_LEFT;
    GlyphVector glyphs =
        font.layoutGlyphVector(context, characters, 0, characters.length, direction);
    var path = new Path2D.Double(glyphs.getOutline());
    double advance = glyphs.getGlyphPosition(glyphs.getNumGlyphs()).getX();
    path.transform(AffineTransform.getScaleInstance(1.0 / SIZE, 1.0 / SIZE));
    return new Outline(path, advance / SIZE);
  }
}
