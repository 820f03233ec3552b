package dev.kassei.plotting.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kassei.plotting.figure.Axes2D;
import dev.kassei.plotting.figure.ColorMap;
import dev.kassei.plotting.report.Report.Section;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReportWriterTest {
  private static final int MEGABYTE = 1 << 20;

  private static String page(Block... blocks) {
    return ReportWriter.html(new Report("Report", "", List.of(Section.of("", blocks))));
  }

  private static int size(String page) {
    return page.getBytes(StandardCharsets.UTF_8).length;
  }

  private static JsonNode data(String page) {
    var matcher = Pattern.compile("id=\"data\">(.*?)</script>", Pattern.DOTALL).matcher(page);
    assertThat(matcher.find()).isTrue();
    return new JsonMapper().readTree(matcher.group(1));
  }

  @Test
  void sixteenSurfacesFitIntoAMegabyte() {
    assertThat(size(page(Samples.gallery(16)))).isLessThan(MEGABYTE / 4);
  }

  @Test
  void twentyFramesFitIntoAMegabyte() {
    assertThat(size(page(Samples.growing()))).isLessThan(MEGABYTE / 4);
  }

  @Test
  void theSameReportIsTheSamePage() {
    assertThat(ReportWriter.html(Samples.everything()))
        .isEqualTo(ReportWriter.html(Samples.everything()));
  }

  @Test
  void nothingIsLoadedFromElsewhere() {
    assertThat(ReportWriter.html(Samples.everything()))
        .contains("content=\"default-src &#39;none&#39;; style-src &#39;sha256-")
        .doesNotContain("http:", "https:", "unsafe-inline", "@import", "url(", "style=\"");
  }

  @Test
  void markupInTextsIsEscaped() {
    String name = Samples.HOSTILE;
    String page = page(new Block.Verdict(name), new Block.Code(name, name));
    assertThat(page).doesNotContain("<img").contains("&lt;/script&gt;&lt;img src=x");
  }

  @Test
  void longTextsOfTablesFold() {
    var columns = List.of(Block.Column.text("Method"), Block.Column.text("Chosen"));
    String chosen = "learning_rate=0.1, hidden=[4] ×4; learning_rate=0.01, hidden=[8] ×1";
    var rows = List.of(List.of("relu", chosen), List.of("tanh", "0.1"));
    assertThat(page(new Block.Table("Losses", columns, rows)))
        .contains("<td class=\"long\">" + chosen, "<td>0.1</td>");
  }

  @Test
  void everyPictureHasWordsForThoseWhoDoNotSeeIt() {
    Axes2D axes = Samples.losses().withAlternative("the loss falls to \"0.002\"");
    assertThat(page(Block.Pictures.of("", List.of(Picture.of(axes)))))
        .contains("aria-label=\"the loss falls to &quot;0.002&quot;\">the loss falls to");
  }

  @Test
  void valuesThatAreNoNumbersAreHoles() {
    double inf = Double.POSITIVE_INFINITY;
    double[][] z = {{0, Double.NaN}, {-inf, inf}};
    Block block =
        Block.Pictures.of("", List.of(Picture.of(Samples.surface("s", z, ColorMap.VIRIDIS))));
    assertThat(data(page(block)).get("pictures").get(0).get("z").get(0).get("uint16").asString())
        .isEqualTo("AAD///////8=");
  }

  @Test
  void axesHaveRoomForAllFrames() {
    double[][] flat = {{0, 0}, {0, 0}};
    double[][] steep = {{0, 0}, {0, 48}};
    var picture = new Picture(Samples.surface("s", steep, ColorMap.VIRIDIS), List.of(steep, flat));
    JsonNode z =
        data(page(new Block.Pictures("", List.of("a", "b"), List.of(picture))))
            .at("/pictures/0/axes/2");
    assertThat(z.get("low").asDouble()).isEqualTo(-1);
    assertThat(z.get("high").asDouble()).isEqualTo(49);
  }

  @Test
  void aFileIsReplacedAsAWhole(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("report.html");
    Files.writeString(file, "old");
    ReportWriter.write(Samples.everything(), file);
    assertThat(Files.readString(file)).startsWith("<!doctype html>").endsWith("</html>\n");
    assertThat(folder).isDirectoryContaining(path -> path.equals(file));
    assertThat(folder.toFile().list()).hasSize(1);
  }

  @Test
  void aRowWithTooFewTextsIsRefused() {
    List<Block.Column> columns = List.of(Block.Column.text("name"), Block.Column.number("loss"));
    assertThatThrownBy(() -> new Block.Table("Losses", columns, List.of(List.of("relu"))))
        .hasMessage("a row of table 'Losses' needs 2 texts but has 1");
  }

  @Test
  void framesWithoutNamesAreRefused() {
    double[][] z = {{0, 1}, {2, 3}};
    var picture = new Picture(Samples.surface("xor", z, ColorMap.VIRIDIS), List.of(z, z));
    assertThatThrownBy(() -> new Block.Pictures("", List.of("epoch 1"), List.of(picture)))
        .hasMessage("the picture 'xor' has 2 frames, but there are 1 names of frames");
  }
}
