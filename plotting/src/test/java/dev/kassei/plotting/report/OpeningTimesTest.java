package dev.kassei.plotting.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kassei.plotting.batch.BatchPictures;
import dev.kassei.plotting.batch.ManyTrials;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * How long pages of 50,000 trials take to open in Chromium, added to the file of {@code
 * -Dopening.report=FILE} as rows of a table. Without it nothing is measured: times are for readers,
 * not for tests.
 */
@EnabledIfSystemProperty(named = "opening.report", matches = ".+")
class OpeningTimesTest {
  @RegisterExtension static final Browser BROWSER = new Browser();

  private static final int MEGABYTE = 1_000_000;

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({"1, 5, 10000", "1, 1000, 50", "50, 10, 100", "500, 10, 10"})
  void pageOf(int settings, int methods, int seeds) throws IOException {
    ManyTrials.write(folder, settings, methods, seeds);
    List<Path> files = BatchPictures.write(folder, List.of());
    Path file = files.get(files.size() - 1);
    assertThat(Files.size(file)).isLessThan(10 * MEGABYTE);
    Page page = BROWSER.open(file, 1200, 900);
    double milliseconds = page.number("performance.getEntriesByType('navigation')[0].loadEventEnd");
    String row =
        String.format(
            Locale.ROOT,
            "| %,d | %,d | %,d | %.1f MB | %d | %.2f s |%n",
            settings,
            methods,
            seeds,
            Files.size(file) / (double) MEGABYTE,
            page.canvases(),
            milliseconds / 1000);
    Files.writeString(
        Path.of(System.getProperty("opening.report")),
        row,
        UTF_8,
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }
}
