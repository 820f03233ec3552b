package dev.kassei.results;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kassei.results.record.BatchFiles;
import dev.kassei.results.record.SiteRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingSitesTest {
  @TempDir private Path folder;

  private TrainingSites read(String environment, String timings) throws IOException {
    Files.writeString(folder.resolve(BatchFiles.ENVIRONMENT), environment);
    Files.writeString(folder.resolve(BatchFiles.TIMINGS), timings);
    return TrainingSites.read(folder);
  }

  @Test
  void countsTrialsByProcessAndProcessor() throws IOException {
    TrainingSites sites =
        read(
            """
            {"site":"a","processor":"X","data":{"xor":"0"}}
            {"site":"b","processor":"Y","cores":"8"}
            {"site":"c","processor":"Y"}
            {"site":"d","processor":"Z"}
            """,
            """
            trial,seconds,processor,site
            1,0.5,X,a
            2,0.5,Y,b
            3,0.5,Y,c
            4,0.5,,
            5,0.5,,lost
            """);
    assertThat(sites.trials().values()).containsExactly(1, 1, 1);
    assertThat(sites.unknown()).isEqualTo(2);
    assertThat(sites.others()).extracting(SiteRecord::site).containsExactly("d");
    assertThat(sites.caution())
        .contains(
            "Times are comparable only between equal processors; these trials were trained on 2"
                + " kinds: 2 trials on Y, 1 trial on X.");
  }

  @Test
  void equalProcessorsNeedNoCaution() throws IOException {
    TrainingSites sites =
        read(
            """
            {"site":"a","processor":"","architecture":"aarch64"}
            {"site":"b","processor":"","architecture":"aarch64"}
            """,
            "trial,seconds,processor,site\n1,0.5,aarch64,a\n2,0.5,aarch64,b\n");
    assertThat(sites.processors()).containsEntry("aarch64", 2);
    assertThat(sites.caution()).isEmpty();
  }

  @Test
  void foldersOfOlderVersionsSayWhatTheyKnow() throws IOException {
    TrainingSites sites = read("{\"processor\":\"X\"}\n{\"proc", "trial,seconds\n1,0.5\n2,0.5\n");
    assertThat(sites.trials()).isEmpty();
    assertThat(sites.unknown()).isEqualTo(2);
    assertThat(sites.others()).extracting(SiteRecord::processor).containsExactly("X");
    assertThat(sites.caution()).isEmpty();
  }

  @Test
  void aFolderMaySayNothing() throws IOException {
    TrainingSites sites = TrainingSites.read(folder);
    assertThat(sites.trials()).isEmpty();
    assertThat(sites.others()).isEmpty();
  }
}
