package dev.kassei.plotting.canvas;

import dev.kassei.plotting.figure.Color;
import dev.kassei.plotting.text.Typeface;
import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.List;

/**
 * A picture of pixels, painted by Java2D. Text is filled outlines, so no font of Java is loaded.
 */
public final class RasterCanvas implements Canvas {
  private static final int OPAQUE = 255;

  private final BufferedImage image;
  private final Graphics2D graphics;

  /** An empty white picture. */
  public RasterCanvas(int width, int height) {
    image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    graphics.setColor(java.awt.Color.WHITE);
    graphics.fillRect(0, 0, width, height);
  }

  @Override
  public void fill(Shape shape, Color color, double opacity) {
    int alpha = (int) Math.rint(OPAQUE * opacity);
    graphics.setColor(new java.awt.Color(color.red(), color.green(), color.blue(), alpha));
    graphics.fill(shape);
  }

  @Override
  public void stroke(Shape shape, Pen pen) {
    float[] dashes = pen.dashes();
    graphics.setColor(new java.awt.Color(pen.color().rgb()));
    graphics.setStroke(
        new BasicStroke(
            (float) pen.width(),
            BasicStroke.CAP_BUTT,
            BasicStroke.JOIN_ROUND,
            1,
            dashes.length == 0 ? null : dashes,
            0));
    graphics.draw(shape);
  }

  @Override
  public void mosaic(List<Tile> tiles) {
    graphics.setStroke(
        new BasicStroke((float) Tile.SEAM, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND));
    for (Tile tile : tiles) {
      Shape path = tile.path();
      graphics.setColor(new java.awt.Color(tile.color().rgb()));
      graphics.fill(path);
      graphics.draw(path);
    }
  }

  @Override
  public void write(Words words) {
    Shape outline = Typeface.bundled().outline(words.text(), words.size()).path();
    fill(words.placement().createTransformedShape(outline), words.color(), 1);
  }

  @Override
  public void clip(Rectangle2D area, Runnable drawing) {
    Shape before = graphics.getClip();
    graphics.clip(area);
    drawing.run();
    graphics.setClip(before);
  }

  /** The picture as a PNG file. */
  public byte[] png() {
    int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    return Png.of(pixels, image.getWidth());
  }
}
