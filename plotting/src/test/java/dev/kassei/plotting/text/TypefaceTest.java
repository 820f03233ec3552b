package dev.kassei.plotting.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.io.ByteArrayInputStream;
import org.junit.jupiter.api.Test;

class TypefaceTest {
  private static final String MIXED = "Δ−1.5 ÄÅé Ж ½×10⁻⁹ fi";

  private final Typeface typeface = Typeface.bundled();

  /** Java's own reader of the same file. */
  private static Rectangle2D javaOutline(String text) throws Exception {
    var file = new ByteArrayInputStream(Typeface.file());
    Font font = Font.createFont(Font.TRUETYPE_FONT, file).deriveFont(100f);
    var context = new FontRenderContext(new AffineTransform(), true, true);
    return font.createGlyphVector(context, text).getOutline().getBounds2D();
  }

  @Test
  void outlinesAreThoseThatJavaReads() throws Exception {
    Rectangle2D expected = javaOutline(MIXED);
    Rectangle2D actual = typeface.outline(MIXED, 100).path().getBounds2D();
    assertThat(actual.getX()).isCloseTo(expected.getX(), offset(0.5));
    assertThat(actual.getWidth()).isCloseTo(expected.getWidth(), offset(1.0));
    assertThat(actual.getY()).isCloseTo(expected.getY(), offset(0.5));
    assertThat(actual.getHeight()).isCloseTo(expected.getHeight(), offset(0.5));
  }

  @Test
  void widthsAreTheFontsOwn() {
    // 1401 and 1303 of 2048 units, from the font's table hmtx
    assertThat(typeface.width("A", 2048)).isEqualTo(1401);
    assertThat(typeface.width("1", 2048)).isEqualTo(1303);
    assertThat(typeface.width("A1", 2048)).isEqualTo(2704);
  }

  @Test
  void capitalsAreAsHighAsSaid() {
    Rectangle2D bounds = typeface.outline("H", 1000).path().getBounds2D();
    assertThat(bounds.getHeight()).isCloseTo(1000 * Typeface.CAPITALS, offset(0.5));
    assertThat(bounds.getMaxY()).isEqualTo(0);
  }

  @Test
  void scriptsThatItDoesNotHoldAreDrawnAllTheSame() {
    assertThat(typeface.holds("活性")).isFalse();
    assertThat(typeface.holds("activation")).isTrue();
    for (String text : new String[] {"活性 mish", "العربية", "हिन्दी", "😀", "\uD800", "\u0000\n"}) {
      Outline outline = typeface.outline(text, 10);
      assertThat(outline.advance()).isFinite().isNotNegative();
      assertThat(typeface.width(text, 10)).isEqualTo(outline.advance());
    }
  }

  @Test
  void nothingIsAsWideAsNothing() {
    assertThat(typeface.width("", 10)).isZero();
    assertThat(typeface.outline("", 10).path().getCurrentPoint()).isNull();
  }
}
