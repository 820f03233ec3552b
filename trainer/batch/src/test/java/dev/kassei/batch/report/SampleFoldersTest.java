package dev.kassei.batch.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kassei.batch.history.Inputs;
import dev.kassei.batch.history.PlanLog;
import dev.kassei.batch.plan.BatchConfig;
import dev.kassei.batch.plan.FileLoader;
import dev.kassei.batch.run.BatchDigest;
import dev.kassei.batch.run.BatchResults;
import dev.kassei.batch.run.Looks;
import dev.kassei.experiment.plugin.Plugins;
import dev.kassei.results.record.BatchFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The folders in {@code src/test/resources/batches} are what is written today. Other modules draw
 * and compare them, too. If a change is meant, the new ones in {@code target/batches} take their
 * place.
 */
class SampleFoldersTest {
  private static final Path SAMPLES = Path.of("src/test/resources/batches");
  private static final Path WRITTEN = Path.of("target/batches");

  @ParameterizedTest
  @CsvSource({"one-dataset, 35, 38", "many-datasets, 15, 34"})
  void foldersAreAsTheSamples(String name, int diverged, int failed) throws IOException {
    Path written = Files.createDirectories(WRITTEN.resolve(name));
    BatchConfig batch =
        new FileLoader(Plugins.builtIn()).batch(SAMPLES.resolve(name + ".yaml"), List.of());
    Files.writeString(written.resolve(BatchFiles.CONFIG), batch.effective());

    var clock = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
    Files.deleteIfExists(written.resolve(BatchFiles.PLAN_LOG));
    PlanLog.read(written, clock).note(batch, new Inputs("kassei", Map.of(), "keys"), 0);
    String log = Files.readString(written.resolve(BatchFiles.PLAN_LOG));
    Files.writeString(
        written.resolve(BatchFiles.PLAN_LOG),
        log.replaceAll("\"place\":\"[0-9a-f]*\"", "\"place\":\"anywhere\""));

    Files.writeString(written.resolve(BatchFiles.ENVIRONMENT), SampleBatch.environment());
    BatchResults results = new SampleBatch(batch, Set.of(diverged), Set.of(failed)).results();
    BatchReporter.write(written, batch, results, BatchDigest.of(results.trials()), "1.0.0");
    int trials = batch.trials().size();
    PlanLog.read(written, clock)
        .look(
            "run",
            batch.plan(),
            trials,
            trials,
            Looks.seeds(batch.trials(), results.trials()),
            List.of());

    for (Path file : files(written)) {
      assertThat(SAMPLES.resolve(name).resolve(file.getFileName())).hasSameTextualContentAs(file);
    }
    assertThat(files(SAMPLES.resolve(name))).hasSameSizeAs(files(written));
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }
}
