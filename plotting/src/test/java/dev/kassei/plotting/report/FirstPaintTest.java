package dev.kassei.plotting.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Pictures are there as soon as the page is, whether or not anybody looks. */
@Tag("slow")
class FirstPaintTest {
  @RegisterExtension static final Browser BROWSER = new Browser();

  @TempDir private Path folder;

  @Test
  void noPictureWaitsForAFrame() {
    Page page = BROWSER.openWithoutFrames(Samples.everything(), 1200, 900);
    assertThat(page.canvases()).isEqualTo(19);
    for (int i = 0; i < page.canvases(); i++) {
      assertThat(page.ink(i)).as("picture %s", i).isGreaterThan(0.005);
    }
    assertThat(page.number("legendKeys.filter(key => key.stale).length")).isZero();
  }

  @Test
  void theScriptDrawsBeforeTheFirstPaintAndAfterTheTexts() {
    String page = ReportWriter.html(Samples.everything());
    assertThat(page).contains("<link rel=\"expect\" href=\"#drawn\" blocking=\"render\">");
    assertThat(page.indexOf("<script>"))
        .isBetween(page.indexOf("gelu learned best."), page.indexOf("id=\"drawn\""));
  }

  /** The plane's lines and the surface's tiles; the page has nothing else that is coloured. */
  @Test
  void aScreenshotOfAHeadlessBrowserShowsThePictures() throws Exception {
    BufferedImage shot = screenshot(new Report("All", "", Samples.everything().sections()));
    assertThat(colored(shot)).isGreaterThan(50_000);
  }

  private BufferedImage screenshot(Report report) throws IOException, InterruptedException {
    Path page = ReportWriter.write(report, folder.resolve("report.html"));
    Path shot = folder.resolve("shot.png");
    Process process =
        new ProcessBuilder(
                Chromium.find().orElseThrow().toString(),
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--disable-background-networking",
                "--user-data-dir=" + folder.resolve("profile"),
                "--window-size=1200,4000",
                "--screenshot=" + shot,
                page.toUri().toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("chromium.log").toFile())
            .start();
    assumeThat(process.waitFor(60, TimeUnit.SECONDS)).as("Chromium ends").isTrue();
    return ImageIO.read(shot.toFile());
  }

  private static long colored(BufferedImage image) {
    return IntStream.range(0, image.getWidth() * image.getHeight())
        .map(i -> image.getRGB(i % image.getWidth(), i / image.getWidth()))
        .filter(FirstPaintTest::isColored)
        .count();
  }

  private static boolean isColored(int rgb) {
    var color = new Color(rgb);
    return Color.RGBtoHSB(color.getRed(), color.getGreen(), color.getBlue(), null)[1] > 0.5;
  }
}
