package dev.kassei.plotting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kassei.plotting.figure.Figure;
import dev.kassei.plotting.figure.Panel;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

class FormatTest {
  private static final List<String> TITLES =
      List.of("Samples <of all>", "Saddle", "Learning", "Bars", "Boxes", "Map", "Weights");

  private static final String NOTE = "1 value ≤ 0 not shown on the logarithmic axis";

  private static Document svg(Figure figure) throws Exception {
    var bytes = new ByteArrayInputStream(Format.SVG.draw(figure));
    return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(bytes);
  }

  private static List<String> texts(Document svg) {
    NodeList nodes = svg.getElementsByTagName("text");
    var texts = new ArrayList<String>();
    for (int i = 0; i < nodes.getLength(); i++) {
      texts.add(nodes.item(i).getTextContent());
    }
    return texts;
  }

  @Test
  void anSvgFileHoldsItsTitlesAndLabelsAsText() throws Exception {
    Document svg = svg(Samples.figure());
    assertThat(texts(svg))
        .containsAll(TITLES)
        .contains("Input 1", "x2", "Output", "train", "validation", "a longer name", "95 %", NOTE);
    assertThat(svg.getElementsByTagName("title").item(0).getTextContent())
        .isEqualTo("Samples <of all>");
    assertThat(svg.getElementsByTagName("desc").item(0).getTextContent())
        .contains("Saddle: surface of Output over Input 1 and x2");
  }

  @Test
  void aSurfaceInSvgIsOnePathForEachQuadrilateral() {
    byte[] svg = Format.SVG.draw(Figure.of(Samples.surface("", 100)));
    Matcher outlined =
        Pattern.compile("<path fill=\"(#[0-9a-f]{6})\" stroke=\"\\1\"")
            .matcher(new String(svg, StandardCharsets.UTF_8));
    assertThat(outlined.results()).hasSize(50 * 50);
  }

  @Test
  void sixteenSurfacesAreLessThanFourMegabytesOfSvg() {
    List<Panel> panels = new ArrayList<>();
    for (int i = 0; i < 16; i++) {
      panels.add(Samples.surface("Surface " + i, 100));
    }
    byte[] svg = Format.SVG.draw(new Figure("", 1800, 1800, 4, panels));
    assertThat(svg.length).isLessThan(4_000_000);
  }

  @Test
  void aPdfFileEmbedsItsFontsAndHoldsText() throws Exception {
    try (PDDocument pdf = Loader.loadPDF(Format.PDF.draw(Samples.figure()))) {
      PDResources resources = pdf.getPage(0).getResources();
      assertThat(resources.getFontNames()).isNotEmpty();
      for (COSName name : resources.getFontNames()) {
        assertThat(resources.getFont(name).isEmbedded()).isTrue();
      }
      assertThat(new PDFTextStripper().getText(pdf)).contains(TITLES).contains(NOTE);
      // 1080 × 640 pixels, 100 an inch, in points
      assertThat(pdf.getPage(0).getMediaBox().getWidth()).isEqualTo(777.6f);
      assertThat(pdf.getPage(0).getMediaBox().getHeight()).isEqualTo(460.8f);
    }
  }

  @Test
  void textInOtherScriptsIsDrawnInEveryFormat() throws Exception {
    Figure figure = Figure.of(Samples.surface("活性化 😀 العربية \u0001", 5));
    assertThat(ImageIO.read(new ByteArrayInputStream(Format.PNG.draw(figure)))).isNotNull();
    assertThat(texts(svg(figure))).contains("活性化 😀 العربية \uFFFD");
    Loader.loadPDF(Format.PDF.draw(figure)).close();
  }

  /**
   * The picture as it was when last looked at. Where it changes on purpose, look at the new one,
   * which the failure names, and store it.
   */
  @Test
  void aPngFileLooksAsBefore() throws IOException {
    byte[] png = Format.PNG.draw(Samples.figure());
    Path drawn = Files.write(Path.of("target", "samples.png"), png);
    BufferedImage actual = ImageIO.read(new ByteArrayInputStream(png));
    try (InputStream in = FormatTest.class.getResourceAsStream("samples.png")) {
      BufferedImage expected = ImageIO.read(Objects.requireNonNull(in, "samples.png"));
      assertThat(actual.getWidth()).isEqualTo(expected.getWidth());
      assertThat(actual.getHeight()).isEqualTo(expected.getHeight());
      assertThat(differing(actual, expected)).as("see %s", drawn).isLessThan(50);
    }
  }

  /** The number of pixels that anyone would see differ; a tick label is some 60 pixels. */
  private static int differing(BufferedImage a, BufferedImage b) {
    int count = 0;
    for (int y = 0; y < a.getHeight(); y++) {
      for (int x = 0; x < a.getWidth(); x++) {
        int first = a.getRGB(x, y);
        int second = b.getRGB(x, y);
        count += distance(first, second) > 24 ? 1 : 0;
      }
    }
    return count;
  }

  private static int distance(int a, int b) {
    int red = Math.abs((a >> 16 & 0xff) - (b >> 16 & 0xff));
    int green = Math.abs((a >> 8 & 0xff) - (b >> 8 & 0xff));
    int blue = Math.abs((a & 0xff) - (b & 0xff));
    return Math.max(red, Math.max(green, blue));
  }

  @Test
  void drawingTwiceMakesTheSameBytes() {
    assertThat(Format.PNG.draw(Samples.figure())).isEqualTo(Format.PNG.draw(Samples.figure()));
    assertThat(new String(Format.SVG.draw(Samples.figure()), StandardCharsets.UTF_8))
        .isEqualTo(new String(Format.SVG.draw(Samples.figure()), StandardCharsets.UTF_8));
  }
}
