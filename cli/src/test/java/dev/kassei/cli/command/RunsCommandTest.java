package dev.kassei.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kassei.cli.Configs;
import dev.kassei.cli.Invocation;
import dev.kassei.cli.JsonText;
import dev.kassei.results.record.BatchFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunsCommandTest {
  @TempDir private Path runs;

  private Path run(String name, String time) throws IOException {
    Path folder =
        Invocation.of(
                "run",
                Configs.MLP,
                "--epochs",
                2,
                "--no-plots",
                "--out",
                runs,
                "--set",
                "name=" + name)
            .done()
            .folder();
    touch(folder.resolve("run.json"), time);
    return folder;
  }

  private static void touch(Path file, String time) throws IOException {
    Files.setLastModifiedTime(file, FileTime.from(Instant.parse(time)));
  }

  private Path batch(String time) throws IOException {
    Path file =
        Files.writeString(
            runs.resolve("batch.yaml"),
            """
            dataset: xor
            model: {type: mlp, hidden: [8], activation: relu}
            loss: mse
            optimizer: adam
            training: {epochs: 2}
            batch:
              grid: {model.activation: [relu, mish], seed.weights: {from: 1, count: 2}}
              compare: {metric: train.loss}
              keep: none
            """);
    Path folder = Path.of(Invocation.of("run", file, "--no-plots", "--out", runs).lastLine());
    touch(folder.resolve("statistics.json"), time);
    return folder;
  }

  @Test
  void runsAndBatchesAreListedTheNewestFirst() throws IOException {
    run("older", "2026-01-01T12:00:00Z");
    batch("2026-01-02T12:00:00Z");
    run("newer", "2026-01-03T12:00:00Z");
    Files.createDirectories(runs.resolve("killed/checkpoint"));
    touch(runs.resolve("killed/checkpoint"), "2026-01-04T12:00:00Z");
    Files.createDirectories(runs.resolve("something else"));
    List<String> lines = Invocation.of("runs", runs).done().outLines();
    assertThat(lines).hasSize(5);
    assertThat(lines.get(0)).matches("name +kind +status +metric +ended +trained");
    assertThat(lines.get(1)).matches("killed +run +unfinished +2026-01-0\\d \\d\\d:00");
    assertThat(lines.get(2))
        .matches(
            "newer +run +completed +train.accuracy [01]\\.\\d{4} +2026-01-0\\d \\d\\d:00 +1 s");
    assertThat(lines.get(3))
        .matches(
            "batch +batch +completed, 4 trials +(relu|mish) train.loss \\d\\.\\d{4} +2026-01-0\\d"
                + " \\d\\d:00 +1 s");
    assertThat(lines.get(4)).startsWith("older ");
  }

  @Test
  void aBatchOverSeveralDataSetsHasItsBestMeanRank() throws IOException {
    Path folder = Files.createDirectories(runs.resolve("many"));
    Files.createFile(folder.resolve(BatchFiles.JOURNAL));
    Files.createFile(folder.resolve(BatchFiles.RESULTS));
    Files.copy(
        Path.of("../trainer/batch/src/test/resources/batches/many-datasets/statistics.json"),
        folder.resolve(BatchFiles.STATISTICS));

    assertThat(Invocation.of("runs", runs).done().lastLine()).contains(" mish mean rank 1.2083");
  }

  @Test
  void programsReadThemAsJson() throws IOException {
    Path folder = run("only", "2026-01-01T12:00:00Z");
    Object all = JsonText.read(Invocation.of("runs", runs, "--json").done().out());
    assertThat(JsonText.at(((List<?>) all).get(0), "folder")).isEqualTo(folder.toString());
    assertThat(JsonText.map(((List<?>) all).get(0)))
        .containsKeys("value", "seconds")
        .containsEntry("name", "only")
        .containsEntry("kind", "run")
        .containsEntry("status", "completed")
        .containsEntry("metric", "train.accuracy")
        .containsEntry("ended", "2026-01-01T12:00:00Z");
  }

  @Test
  void whatCannotBeReadIsListedAsSuch() throws IOException {
    Path folder = run("broken", "2026-01-01T12:00:00Z");
    Files.writeString(folder.resolve("run.json"), "{");
    assertThat(Invocation.of("runs", runs).done().lastLine()).matches("broken +run +damaged +.*");
  }

  @Test
  void aFolderWithoutRunsIsSaidToBeOne() {
    Invocation none = Invocation.of("runs", runs);
    assertThat(none.err()).isEqualTo("there are no runs in '%s'\n".formatted(runs));
    assertThat(none.code()).isZero();
    Path missing = runs.resolve("missing");
    Invocation.of("runs", missing)
        .refused(
            "there is no folder '%s'; 'kassei run FILE' makes it, and --out chooses another"
                .formatted(missing));
  }
}
