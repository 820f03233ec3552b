package dev.kassei.plotting.canvas;

import dev.kassei.plotting.figure.Color;
import dev.kassei.plotting.text.Typeface;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.state.PDExtendedGraphicsState;
import org.apache.pdfbox.util.Matrix;

/**
 * A picture as a page of PDF. Text is text in the bundled font, of which the glyphs that occur are
 * embedded; what that font does not hold is drawn as outlines.
 */
public final class PdfCanvas implements Canvas, AutoCloseable {
  private static final double POINTS_PER_PIXEL = 0.72;

  private final PDDocument document = new PDDocument();
  private final PDPageContentStream page;
  private final PDType0Font font;

  /**
   * An empty page.
   *
   * @param title in the properties of the document
   */
  public PdfCanvas(int width, int height, String title) {
    float pointsWide = (float) (width * POINTS_PER_PIXEL);
    float pointsHigh = (float) (height * POINTS_PER_PIXEL);
    try {
      var sheet = new PDPage(new PDRectangle(pointsWide, pointsHigh));
      document.addPage(sheet);
      document.getDocumentInformation().setTitle(title);
      font = PDType0Font.load(document, new ByteArrayInputStream(Typeface.file()), true);
      page = new PDPageContentStream(document, sheet);
      float scale = (float) POINTS_PER_PIXEL;
      page.transform(new Matrix(scale, 0, 0, -scale, 0, pointsHigh));
      page.setLineJoinStyle(1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void fill(Shape shape, Color color, double opacity) {
    draw(
        () -> {
          page.saveGraphicsState();
          var state = new PDExtendedGraphicsState();
          state.setNonStrokingAlphaConstant((float) opacity);
          page.setGraphicsStateParameters(state);
          fillColor(color);
          outline(shape);
          page.fill();
          page.restoreGraphicsState();
        });
  }

  @Override
  public void stroke(Shape shape, Pen pen) {
    draw(
        () -> {
          strokeColor(pen.color());
          page.setLineWidth((float) pen.width());
          page.setLineDashPattern(pen.dashes(), 0);
          outline(shape);
          page.stroke();
        });
  }

  @Override
  public void mosaic(List<Tile> tiles) {
    draw(
        () -> {
          page.setLineWidth((float) Tile.SEAM);
          page.setLineDashPattern(new float[0], 0);
          for (Tile tile : tiles) {
            fillColor(tile.color());
            strokeColor(tile.color());
            outline(tile.path());
            page.fillAndStroke();
          }
        });
  }

  @Override
  public void write(Words words) {
    if (!Typeface.bundled().holds(words.text())) {
      Shape outline = Typeface.bundled().outline(words.text(), words.size()).path();
      fill(words.placement().createTransformedShape(outline), words.color(), 1);
      return;
    }
    AffineTransform upright = words.placement();
    upright.scale(1, -1);
    draw(
        () -> {
          page.beginText();
          fillColor(words.color());
          page.setFont(font, (float) words.size());
          page.setTextMatrix(new Matrix(upright));
          page.showText(words.text());
          page.endText();
        });
  }

  @Override
  public void clip(Rectangle2D area, Runnable drawing) {
    draw(
        () -> {
          page.saveGraphicsState();
          outline(area);
          page.clip();
        });
    drawing.run();
    draw(page::restoreGraphicsState);
  }

  private void fillColor(Color color) throws IOException {
    page.setNonStrokingColor(part(color.red()), part(color.green()), part(color.blue()));
  }

  private void strokeColor(Color color) throws IOException {
    page.setStrokingColor(part(color.red()), part(color.green()), part(color.blue()));
  }

  private static float part(int value) {
    return value / 255f;
  }

  private void outline(Shape shape) throws IOException {
    float[] p = new float[6];
    float x = 0;
    float y = 0;
    for (PathIterator path = shape.getPathIterator(null); !path.isDone(); path.next()) {
      switch (path.currentSegment(p)) {
        case PathIterator.SEG_MOVETO -> page.moveTo(p[0], p[1]);
        case PathIterator.SEG_LINETO -> page.lineTo(p[0], p[1]);
        case PathIterator.SEG_QUADTO -> {
          page.curveTo(
              (x + 2 * p[0]) / 3,
              (y + 2 * p[1]) / 3,
              (p[2] + 2 * p[0]) / 3,
              (p[3] + 2 * p[1]) / 3,
              p[2],
              p[3]);
          p[0] = p[2];
          p[1] = p[3];
        }
        case PathIterator.SEG_CUBICTO -> {
          page.curveTo(p[0], p[1], p[2], p[3], p[4], p[5]);
          p[0] = p[4];
          p[1] = p[5];
        }
        default -> page.closePath();
      }
      x = p[0];
      y = p[1];
    }
  }

  /** The finished file. */
  public byte[] pdf() {
    var out = new ByteArrayOutputStream();
    draw(
        () -> {
          page.close();
          document.save(out);
        });
    return out.toByteArray();
  }

  @Override
  public void close() {
    draw(document::close);
  }

  private interface Drawing {
    void run() throws IOException;
  }

  private static void draw(Drawing drawing) {
    try {
      drawing.run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
