package dev.kassei.plotting.canvas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import dev.kassei.plotting.figure.Artist.Anchor;
import dev.kassei.plotting.figure.Color;
import dev.kassei.plotting.figure.LineStyle;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class SvgCanvasTest {
  private final SvgCanvas canvas = new SvgCanvas(100, 50, "T", "D");

  @Test
  void polygonsAreOneShortPathEach() {
    canvas.mosaic(List.of(new Tile(new double[] {1, 2, 3.456, 2, 3, 1.5}, new Color(0x440154))));
    assertThat(canvas.svg())
        .contains("<path fill=\"#440154\" stroke=\"#440154\" d=\"m1 2 2.46 0-.46-.5z\"/>");
  }

  @Test
  void roundingErrorsDoNotAddUp() {
    double[] corners = new double[2002];
    for (int i = 0; i < corners.length; i++) {
      corners[i] = Math.floorDiv(i, 2) * 0.004;
    }
    canvas.mosaic(List.of(new Tile(corners, Color.BLACK)));
    String path = canvas.svg().replaceAll("(?s).*d=\"m(.*)z\".*", "$1");
    double sum = 0;
    var numbers = Pattern.compile("-?[0-9.]+").matcher(path);
    for (int i = 0; numbers.find(); i++) {
      sum += i % 2 == 0 ? Double.parseDouble(numbers.group()) : 0;
    }
    assertThat(sum).isCloseTo(4, offset(0.006));
  }

  @Test
  void textIsText() {
    canvas.write(Words.of("a < b & \"c\"\u0001", 10, 20, 10, Anchor.END));
    assertThat(canvas.svg())
        .contains(
            "text-anchor=\"end\" x=\"10\" y=\"23.65\">a &lt; b &amp; &quot;c&quot;\uFFFD</text>");
  }

  @Test
  void aScriptInATitleIsText() {
    String svg = new SvgCanvas(1, 1, "</title><script>", "<img onerror=x>").svg();
    assertThat(svg).doesNotContain("<script", "<img").contains("&lt;/title&gt;&lt;script&gt;");
  }

  @Test
  void dashesAndClips() {
    var area = new Rectangle2D.Double(0, 0, 10, 10);
    canvas.clip(area, () -> canvas.stroke(area, new Pen(Color.GRAY, 2, LineStyle.DASHED)));
    assertThat(canvas.svg()).contains("clip-path=\"url(#clip1)\"", "stroke-dasharray=\"7.4 3.2\"");
  }
}
