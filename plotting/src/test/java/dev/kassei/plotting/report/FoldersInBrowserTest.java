package dev.kassei.plotting.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kassei.fixtures.RunSample;
import dev.kassei.fixtures.SurfaceBytes;
import dev.kassei.plotting.batch.BatchFolder;
import dev.kassei.plotting.batch.BatchPictures;
import dev.kassei.plotting.run.RunPictures;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Opens the pages of runs and of batches; the browser checks that they complain of nothing. */
@Tag("slow")
class FoldersInBrowserTest {
  @RegisterExtension static final Browser BROWSER = new Browser();

  @TempDir private Path path;

  private static Page open(List<Path> files) throws IOException {
    return BROWSER.open(files.get(files.size() - 1), 1200, 900);
  }

  /** Scrolls to each picture and requires that it is drawn. */
  private static void requireDrawn(Page page, int pictures) {
    assertThat(page.canvases()).isEqualTo(pictures);
    for (int i = 0; i < pictures; i++) {
      page.middle(Page.canvas(i));
      assertThat(page.ink(i)).as("picture %s", i).isGreaterThan(0.003);
    }
  }

  @Test
  void thePageOfARunOverTwoInputsIsDrawn() throws IOException {
    Page page = open(RunPictures.write(RunSample.ofClasses(path).path(), List.of()));
    // loss, surface, decision map, confusion of two parts, two histograms
    requireDrawn(page, 7);
  }

  @Test
  void thePageOfARunOfNumbersIsDrawn() throws IOException {
    requireDrawn(open(RunPictures.write(RunSample.ofNumbers(path).path(), List.of())), 3);
  }

  @Test
  void thePageOfATunedBatchIsDrawn() throws IOException {
    BatchFolder folder =
        BatchFolder.oneDataset(path).withSurface(1, SurfaceBytes.of(0, 1, 2, 3, 4, 5));
    Page page = open(BatchPictures.write(folder.path(), List.of()));
    // improvements, scores, curves of accuracy and loss, tuning, surface
    requireDrawn(page, 6);
    assertThat(page.text("document.querySelector('.verdict').textContent"))
        .contains("On iris by test.accuracy: mish beats relu;");
  }

  @Test
  void thePageOfABatchOverManyDatasetsIsDrawn() throws IOException {
    Page page = open(BatchPictures.write(BatchFolder.manyDatasets(path).path(), List.of()));
    requireDrawn(page, 3 + 3 * 12);
  }

  @Test
  void theVerdictAndTheRankingAreOnTheFirstScreen() throws IOException {
    Page page = open(BatchPictures.write(BatchFolder.manyDatasets(path).path(), List.of()));
    assertThat(page.number("document.querySelector('table').getBoundingClientRect().bottom"))
        .isLessThan(900);
  }
}
