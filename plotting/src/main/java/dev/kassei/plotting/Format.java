package dev.kassei.plotting;

import dev.kassei.plotting.canvas.PdfCanvas;
import dev.kassei.plotting.canvas.RasterCanvas;
import dev.kassei.plotting.canvas.SvgCanvas;
import dev.kassei.plotting.figure.Figure;
import dev.kassei.plotting.render.FigurePainter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/** The formats that figures are drawn in. */
public enum Format {
  PNG {
    @Override
    public byte[] draw(Figure figure) {
      var canvas = new RasterCanvas(figure.width(), figure.height());
      new FigurePainter(canvas).paint(figure);
      return canvas.png();
    }
  },
  SVG {
    @Override
    public byte[] draw(Figure figure) {
      var canvas =
          new SvgCanvas(figure.width(), figure.height(), figure.name(), figure.alternative());
      new FigurePainter(canvas).paint(figure);
      return canvas.svg().getBytes(StandardCharsets.UTF_8);
    }
  },
  /** Its library is loaded when the first PDF is drawn. */
  PDF {
    @Override
    public byte[] draw(Figure figure) {
      try (var canvas = new PdfCanvas(figure.width(), figure.height(), figure.name())) {
        new FigurePainter(canvas).paint(figure);
        return canvas.pdf();
      }
    }
  };

  /** The figure as a file of this format. */
  public abstract byte[] draw(Figure figure);

  /**
   * The format of a file, by how its name ends.
   *
   * @throws IllegalArgumentException if that is none of them
   */
  public static Format of(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    return Arrays.stream(values())
        .filter(format -> name.endsWith("." + format.extension()))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "expected a file that ends with .png, .svg or .pdf but was '%s'"
                        .formatted(file)));
  }

  /** How the names of files end, without the point. */
  public String extension() {
    return name().toLowerCase(Locale.ROOT);
  }
}
