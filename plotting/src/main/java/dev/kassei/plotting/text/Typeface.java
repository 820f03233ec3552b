package dev.kassei.plotting.text;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The font of all pictures: DejaVu Sans, bundled, so that pictures are the same everywhere. Scripts
 * that it does not hold, or that join their letters, are drawn with the fonts of the system.
 */
public final class Typeface {
  private static final String FILE = "DejaVuSans.ttf";

  /** The height of capital letters, in ems. */
  public static final double CAPITALS = 0.729;

  private static final Typeface BUNDLED = new Typeface(new TrueType(file()));

  private final TrueType font;

  private Typeface(TrueType font) {
    this.font = font;
  }

  /** The bundled font. */
  public static Typeface bundled() {
    return BUNDLED;
  }

  /** The bundled font's file. */
  public static byte[] file() {
    try (InputStream in = Typeface.class.getResourceAsStream(FILE)) {
      return Objects.requireNonNull(in, FILE).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(FILE + " cannot be read: " + e, e);
    }
  }

  /** Whether the bundled font alone draws this text. */
  public boolean holds(String text) {
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      if (!holds(text.codePointAt(i))) {
        return false;
      }
    }
    return true;
  }

  private boolean holds(int codePoint) {
    if (codePoint < ' ' || codePoint > '~') {
      return isDrawn(codePoint);
    }
    return true;
  }

  private boolean isDrawn(int codePoint) {
    return switch (UnicodeScript.of(codePoint)) {
      case LATIN, GREEK, CYRILLIC, COMMON, INHERITED, ARMENIAN, GEORGIAN ->
          font.glyph(codePoint) != 0;
      default -> false;
    };
  }

  /** The width of a text in the unit of {@code size}, the height of an em. */
  public double width(String text, double size) {
    double width = 0;
    for (String run : runs(text)) {
      width += holds(run) ? advance(run) : SystemFont.outline(run, this).advance();
    }
    return width * size;
  }

  private double advance(String text) {
    double advance = 0;
    for (int codePoint : text.codePoints().toArray()) {
      advance += font.advance(font.glyph(codePoint));
    }
    return advance;
  }

  /** The shape of a text, an em {@code size} high. */
  public Outline outline(String text, double size) {
    var path = new Path2D.Double(Path2D.WIND_NON_ZERO);
    double x = 0;
    for (String run : runs(text)) {
      Outline part = holds(run) ? ownOutline(run) : SystemFont.outline(run, this);
      path.append(part.path().getPathIterator(AffineTransform.getTranslateInstance(x, 0)), false);
      x += part.advance();
    }
    path.transform(AffineTransform.getScaleInstance(size, size));
    return new Outline(path, x * size);
  }

  /** A text in glyphs of this font, an em 1 high; a box for what is missing. */
  Outline ownOutline(String text) {
    var path = new Path2D.Double(Path2D.WIND_NON_ZERO);
    double x = 0;
    for (int codePoint : text.codePoints().toArray()) {
      int glyph = font.glyph(codePoint);
      var place = new AffineTransform(1, 0, 0, -1, x, 0);
      path.append(font.outline(glyph).getPathIterator(place), false);
      x += font.advance(glyph);
    }
    return new Outline(path, x);
  }

  /** Splits a text where the font changes. */
  private List<String> runs(String text) {
    var runs = new ArrayList<String>();
    int start = 0;
    for (int i = 0; i < text.length(); ) {
      int length = Character.charCount(text.codePointAt(i));
      int next = i + length;
      if (next == text.length() || holds(text.codePointAt(i)) != holds(text.codePointAt(next))) {
        runs.add(text.substring(start, next));
        start = next;
      }
      i = next;
    }
    return runs;
  }
}
