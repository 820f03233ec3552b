package dev.kassei.plotting.canvas;

import dev.kassei.plotting.figure.Artist.Anchor;
import dev.kassei.plotting.figure.Color;
import dev.kassei.plotting.text.Typeface;
import java.awt.Shape;
import java.awt.geom.Rectangle2D;
import java.util.List;

/** A picture in SVG 1.1 with text that can be read, searched and copied. */
public final class SvgCanvas implements Canvas {
  /** Verdana has the widths of DejaVu Sans. */
  private static final String FONTS = "DejaVu Sans,Verdana,sans-serif";

  private final StringBuilder svg = new StringBuilder(1 << 16);
  private int clips;

  /**
   * An empty white picture.
   *
   * @param title what it is called
   * @param description what it shows, in words
   */
  public SvgCanvas(int width, int height, String title, String description) {
    svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" width=\"").append(width);
    svg.append("\" height=\"").append(height).append("\" viewBox=\"0 0 ").append(width);
    svg.append(' ').append(height).append("\" font-family=\"").append(FONTS);
    svg.append("\" stroke-linejoin=\"round\">\n<title>").append(Xml.escaped(title));
    svg.append("</title>\n<desc>").append(Xml.escaped(description));
    svg.append("</desc>\n<path fill=\"#fff\" d=\"M0 0H").append(width);
    svg.append('V').append(height).append("H0z\"/>\n");
  }

  @Override
  public void fill(Shape shape, Color color, double opacity) {
    svg.append("<path fill=\"").append(color.hex());
    if (opacity < 1) {
      svg.append("\" fill-opacity=\"");
      SvgPath.number(svg, opacity);
    }
    svg.append("\" d=\"");
    SvgPath.append(svg, shape);
    svg.append("\"/>\n");
  }

  @Override
  public void stroke(Shape shape, Pen pen) {
    svg.append("<path fill=\"none\" stroke=\"").append(pen.color().hex());
    svg.append("\" stroke-width=\"");
    SvgPath.number(svg, pen.width());
    dashes(pen.dashes());
    svg.append("\" d=\"");
    SvgPath.append(svg, shape);
    svg.append("\"/>\n");
  }

  private void dashes(float[] lengths) {
    for (int i = 0; i < lengths.length; i++) {
      svg.append(i == 0 ? "\" stroke-dasharray=\"" : " ");
      SvgPath.number(svg, lengths[i]);
    }
  }

  @Override
  public void mosaic(List<Tile> tiles) {
    svg.append("<g stroke-width=\"");
    SvgPath.number(svg, Tile.SEAM);
    svg.append("\">\n");
    for (Tile tile : tiles) {
      String color = tile.color().hex();
      svg.append("<path fill=\"").append(color).append("\" stroke=\"").append(color);
      svg.append("\" d=\"");
      SvgPath.append(svg, tile.path());
      svg.append("\"/>\n");
    }
    svg.append("</g>\n");
  }

  @Override
  public void write(Words words) {
    svg.append("<text font-size=\"");
    SvgPath.number(svg, words.size());
    if (words.anchor() != Anchor.START) {
      svg.append("\" text-anchor=\"");
      svg.append(words.anchor() == Anchor.MIDDLE ? "middle" : "end");
    }
    if (!words.color().equals(Color.BLACK)) {
      svg.append("\" fill=\"").append(words.color().hex());
    }
    place(words);
    svg.append("\">").append(Xml.escaped(words.text())).append("</text>\n");
  }

  private void place(Words words) {
    double drop = words.size() * Typeface.CAPITALS / 2;
    if (words.angle() == 0) {
      attribute("x", words.x());
      attribute("y", words.y() + drop);
      return;
    }
    attribute("y", drop);
    svg.append("\" transform=\"translate(");
    SvgPath.number(svg, words.x());
    svg.append(' ');
    SvgPath.number(svg, words.y());
    svg.append(")rotate(");
    SvgPath.number(svg, words.angle() * 180 / Math.PI);
    svg.append(')');
  }

  private void attribute(String name, double value) {
    svg.append("\" ").append(name).append("=\"");
    SvgPath.number(svg, value);
  }

  @Override
  public void clip(Rectangle2D area, Runnable drawing) {
    clips++;
    svg.append("<clipPath id=\"clip").append(clips).append("\"><path d=\"");
    SvgPath.append(svg, area);
    svg.append("\"/></clipPath>\n<g clip-path=\"url(#clip").append(clips).append(")\">\n");
    drawing.run();
    svg.append("</g>\n");
  }

  /** The picture as an SVG file. */
  public String svg() {
    return svg + "</svg>\n";
  }
}
