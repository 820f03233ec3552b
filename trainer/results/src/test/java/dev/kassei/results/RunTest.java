package dev.kassei.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.kassei.api.Precision;
import dev.kassei.fixtures.RunSample;
import dev.kassei.results.file.FolderException;
import dev.kassei.results.record.HistogramBin;
import dev.kassei.results.record.RunFiles;
import dev.kassei.results.record.RunStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunTest {
  @TempDir private Path path;

  private static Run read(RunSample folder) throws IOException {
    return Run.read(folder.path());
  }

  private static void refuses(RunSample folder, String file, String reason) {
    assertThatExceptionOfType(FolderException.class)
        .isThrownBy(() -> read(folder))
        .withMessageContaining(file)
        .withMessageContaining(reason);
  }

  @Test
  void aFolderIsReadAsItWasWritten() throws IOException {
    Run run = read(RunSample.ofClasses(path));
    assertThat(run.record().status()).isEqualTo(RunStatus.COMPLETED);
    assertThat(run.record().precision()).isEqualTo(Precision.FLOAT32);
    assertThat(run.record().data().splits()).containsEntry("train", 3).containsEntry("test", 1);
    assertThat(run.record().data().target().classes()).containsExactly("no", "yes");
    assertThat(run.record().metrics().get("train.accuracy")).isNaN();
    assertThat(run.metrics().numbers("train.running_loss")).containsExactly(1.5, 0.7, 0.01);
    assertThat(run.predictions().texts("predicted")).containsExactly("no", "no", "yes", "");
    assertThat(run.histograms())
        .contains(new HistogramBin(HistogramBin.Kind.WEIGHT, "output.weight", 0, 1, 3))
        .hasSize(4);
    assertThat(run.surfaces().orElseThrow().x1()).containsExactly(-1, 0, 1);
    assertThat(run.surfaces().orElseThrow().surfaces().get(0).values())
        .containsExactly(1, 2, 3, 4, 5, Double.NaN);
  }

  @Test
  void surfacesAndHistogramsMayBeMissing() throws IOException {
    Run run = read(RunSample.ofNumbers(path));
    assertThat(run.surfaces()).isEmpty();
    assertThat(run.histograms()).isEmpty();
  }

  @Test
  void filesThatEachRunHasMayNotBeMissing() throws IOException {
    refuses(RunSample.ofNumbers(path).without(RunFiles.METRICS), "metrics.csv", "no such file");
    refuses(RunSample.ofNumbers(path).without(RunFiles.CONFIG), "config.yaml", "no such file");
    refuses(RunSample.ofNumbers(path).without(RunFiles.RUN), path.toString(), "no run.json");
  }

  @Test
  void recordsOfLaterVersionsAreRefused() throws IOException {
    String record = RunSample.NUMBERS.replace("\"format\": 1", "\"format\": 2");
    refuses(RunSample.ofNumbers(path).with(RunFiles.RUN, record), "run.json", "format is 2 but");
  }

  @Test
  void recordsOfAnotherShapeAreRefused() throws IOException {
    RunSample folder = RunSample.ofNumbers(path);
    refuses(folder.with(RunFiles.RUN, "[]"), "run.json", "not a JSON object");
    refuses(folder.with(RunFiles.RUN, "{} {}"), "run.json", "goes on after its end");
    refuses(folder.with(RunFiles.RUN, ""), "run.json", "it is empty");
    String record = RunSample.NUMBERS;
    refuses(
        folder.with(RunFiles.RUN, record.replace("completed", "dreamt")), "run.json", "'dreamt'");
    refuses(
        folder.with(RunFiles.RUN, record.replace("\"epochs\": 3", "\"epochs\": \"x\"")),
        "run.json",
        "'epochs' is not a number: x");
    refuses(
        folder.with(RunFiles.RUN, record.replace("[\"price\"]", "[]")),
        "run.json",
        "at least one column");
    refuses(
        folder.with(RunFiles.RUN, record.replace("digest", "indigestion")),
        "run.json",
        "it has no 'digest'");
  }

  @Test
  void tablesThatAreTornAreRefused() throws IOException {
    RunSample folder = RunSample.ofNumbers(path);
    refuses(folder.with(RunFiles.METRICS, ""), "metrics.csv", "it is empty");
    refuses(
        folder.with(RunFiles.METRICS, "epoch,train.running_loss\n0\n"),
        "metrics.csv",
        "line 2 has 1 cells but there are 2 columns");
    refuses(folder.with(RunFiles.METRICS, "epic\n0\n"), "metrics.csv", "'epoch' is missing");
  }

  @Test
  void histogramsOfUnknownKindsAreRefused() throws IOException {
    refuses(
        RunSample.ofClasses(path)
            .with(RunFiles.HISTOGRAMS, "kind,name,lower,upper,count\ndream,a,0,1,2\n"),
        "histograms.csv",
        "'dream' is neither weight nor activation");
  }

  @Test
  void filesOfOtherEncodingsAreRefused() throws IOException {
    RunSample folder = RunSample.ofNumbers(path);
    Files.write(path.resolve(RunFiles.CONFIG), new byte[] {'a', (byte) 0xff});
    refuses(folder, "config.yaml", "not UTF-8");
  }
}
