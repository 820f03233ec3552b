package dev.kassei.plotting.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kassei.plotting.figure.Axes2D;
import dev.kassei.plotting.figure.Axis;
import dev.kassei.plotting.report.Report.Section;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a page is on paper. */
@Tag("slow")
class PaperTest {
  @RegisterExtension static final Browser BROWSER = new Browser();

  private static byte[] pdf(Block... blocks) {
    return pdf(new Report("Report", "", List.of(Section.of("Section", blocks))));
  }

  private static byte[] pdf(Report report) {
    return BROWSER.open(report, 1200, 900).pdf();
  }

  private static String text(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document);
    }
  }

  private static List<String> cells(String prefix, int count) {
    return IntStream.range(0, count).mapToObj(i -> prefix + i).toList();
  }

  private static Block table(int columns, int rows) {
    return new Block.Table(
        "Table",
        cells("c", columns).stream().map(Block.Column::number).toList(),
        IntStream.range(0, rows).mapToObj(row -> cells("r" + row + "x", columns)).toList());
  }

  @Test
  void wideAndLongTablesAreWhole() throws IOException {
    byte[] pdf = pdf(table(9, 150), table(20, 5), table(30, 5));
    String text = text(pdf).replaceAll("\\s", "");
    assertThat(text).contains("r149x0", "r149x8", "r0x19", "r4x29");
    assertThat(outside(pdf)).isEmpty();
  }

  @Test
  void longLinesOfCodeAreWhole() throws IOException {
    String line = "a_long_name ".repeat(40) + "last_word" + "x".repeat(300) + "end";
    byte[] pdf = pdf(new Block.Code("Configuration", line + "\n" + "line\n".repeat(120) + "final"));
    assertThat(text(pdf).replaceAll("\\s", "")).contains("last_wordx", "xend", "linefinal");
    assertThat(outside(pdf)).isEmpty();
  }

  /** Letters whose places are beyond the borders of their page. */
  private static List<String> outside(byte[] pdf) throws IOException {
    List<String> letters = new ArrayList<>();
    var stripper =
        new PDFTextStripper() {
          @Override
          protected void processTextPosition(TextPosition text) {
            float end = text.getXDirAdj() + text.getWidthDirAdj();
            if (text.getXDirAdj() < 0
                || end > text.getPageWidth()
                || text.getYDirAdj() > text.getPageHeight()) {
              letters.add(text.getUnicode());
            }
            super.processTextPosition(text);
          }
        };
    try (PDDocument document = Loader.loadPDF(pdf)) {
      stripper.getText(document);
    }
    return letters;
  }

  @Test
  void picturesLongerThanAPageAreMadeSmaller() throws IOException {
    String[] names = IntStream.range(0, 1_500).mapToObj(i -> "method " + i).toArray(String[]::new);
    Axes2D axes = Axes2D.of("Scores", Axis.linear("x"), Axis.category("", names), List.of());
    Block pictures = Block.Pictures.of("", List.of(Picture.of(axes)));
    Page page =
        BROWSER.open(new Report("Report", "", List.of(Section.of("", pictures))), 1200, 900);
    page.value("dispatchEvent(new Event('beforeprint'))");
    assertThat(page.number(Page.canvas(0) + ".height")).isLessThanOrEqualTo(32_000);
    page.value("dispatchEvent(new Event('afterprint'))");
    try (PDDocument document = Loader.loadPDF(page.pdf())) {
      assertThat(document.getNumberOfPages()).isLessThanOrEqualTo(2);
    }
  }

  @Test
  void controlsAreNotPrinted() throws IOException {
    assertThat(text(pdf(Samples.everything())))
        .contains("Activations on two moons", "Effective configuration", "validation")
        .doesNotContain("Copy", "Dark", "Reset view", "Turn together", "Drag or arrow keys");
  }

  @Test
  void darkPagesArePrintedLight() throws IOException {
    Page page = BROWSER.open(Samples.everything(), 1200, 900);
    page.call(
        "Emulation.setEmulatedMedia",
        Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", "dark"))));
    page.settle();
    assertThat(dark(page.pdf())).isLessThan(0.1);
    page.value("document.documentElement.dataset.theme = 'dark'");
    assertThat(dark(page.pdf())).isLessThan(0.1);
  }

  /** The share of the pixels of the first page that are dark. */
  private static double dark(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      BufferedImage image = new PDFRenderer(document).renderImage(0, 0.5f);
      long count =
          IntStream.range(0, image.getWidth() * image.getHeight())
              .map(i -> image.getRGB(i % image.getWidth(), i / image.getWidth()))
              .filter(rgb -> new Color(rgb).getGreen() < 100)
              .count();
      return count / (double) (image.getWidth() * image.getHeight());
    }
  }

  @Test
  void picturesAreDrawnForPaperAndForTheScreenAgain() {
    Page page =
        BROWSER.open(
            new Report("Report", "", List.of(Section.of("", Samples.gallery(2)))), 1200, 900);
    String before = page.picture(0);
    page.value("dispatchEvent(new Event('beforeprint'))");
    assertThat(page.number(Page.canvas(0) + ".width")).isEqualTo(3 * 320);
    page.value("dispatchEvent(new Event('afterprint'))");
    assertThat(page.picture(0)).isEqualTo(before);
  }
}
