package dev.kassei.batch.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kassei.batch.plan.BatchConfig;
import dev.kassei.results.record.BatchFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PowerCutTest {
  private static final BatchOptions OPTIONS = TinyBatch.options(1, Optional.of(1), false);

  @TempDir private Path temporary;

  @ParameterizedTest
  @ValueSource(ints = {0, 2})
  @Tag("slow")
  void noTrialThatWasToldOfIsLostWheneverThePowerIsCut(int epochs) throws IOException {
    var tiny = new TinyBatch(temporary);
    BatchConfig batch =
        tiny.config("{grid: {seed: [1, 2, 3]}, checkpoint: {epochs: %s}}".formatted(epochs));
    String undisturbed = tiny.run(batch).digest();
    boolean isWhole = false;
    int resumed = 0;
    for (int syncs = 0; !isWhole; syncs++) {
      Path folder = temporary.resolve("cut-%s-%s".formatted(epochs, syncs));
      var disk = new PowerCut(syncs);
      List<String> told = train(batch, disk, folder);
      isWhole = disk.isOn();
      disk.restore(folder);

      assertThat(keys(folder)).as("after %s syncs", syncs).containsAll(told);
      resumed += states(folder);
      assertThat(TinyBatch.run(batch, folder, OPTIONS, 99).digest())
          .as("after %s syncs", syncs)
          .isEqualTo(undisturbed);
    }
    assertThat(resumed > 0).isEqualTo(epochs > 0);
  }

  /** The trials that were told of before the power was cut, or all. */
  private static List<String> train(BatchConfig batch, PowerCut disk, Path folder)
      throws IOException {
    List<String> told = new ArrayList<>();
    BatchListener listener =
        new BatchListener() {
          @Override
          public void started(String what, long total, List<TrialResult> known) {}

          @Override
          public void noneIsKnown(int others) {}

          @Override
          public void ended(List<TrialResult> trials) {
            trials.forEach(trial -> told.add(trial.record().key()));
          }

          @Override
          public void finished() {}
        };
    try {
      new BatchRunner(batch, new KasseiVersion("1", "1"), OPTIONS, new StopSignal(), listener, disk)
          .run(folder);
    } catch (IOException e) {
      assertThat(disk.isOn()).isFalse();
    }
    return told;
  }

  private static List<String> keys(Path folder) throws IOException {
    Path journal = folder.resolve(BatchFiles.JOURNAL);
    List<String> keys = new ArrayList<>();
    if (Files.exists(journal)) {
      Journal.read(journal, record -> keys.add(record.key()));
    }
    return keys;
  }

  private static int states(Path folder) throws IOException {
    Path states = folder.resolve(BatchFiles.CHECKPOINTS);
    if (Files.notExists(states)) {
      return 0;
    }
    try (var files = Files.list(states)) {
      return (int) files.filter(file -> file.toString().endsWith(".safetensors")).count();
    }
  }
}
