package dev.kassei.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kassei.batch.run.StopSignal;
import dev.kassei.cli.Invocation;
import dev.kassei.experiment.checkpoint.Checkpoint;
import dev.kassei.experiment.checkpoint.RunCheckpoint;
import dev.kassei.experiment.config.ConfigLoader;
import dev.kassei.experiment.plugin.Plugins;
import dev.kassei.experiment.training.RunOptions;
import dev.kassei.results.RunFolder;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InterruptedRunTest {
  private static final String EXPERIMENT =
      """
      name: stopped
      dataset: {type: csv, path: rows.csv, label: kind, header: true, split: {validation: 0.25}}
      model: {type: mlp, hidden: [4], activation: tanh}
      loss: binary_cross_entropy
      optimizer: adam
      training: {epochs: 30, batch_size: 3, log_every: 1, early_stopping: {patience: 30}}
      plots: {surface: {points: 5}}
      """;

  @TempDir private Path temporary;
  private Path file = Path.of("");
  private Path runs = Path.of("");

  @BeforeEach
  void write() throws IOException {
    file = Files.writeString(temporary.resolve("stopped.yaml"), EXPERIMENT);
    runs = temporary.resolve("runs");
    var rows = new StringBuilder("a,b,kind\n");
    for (int i = 0; i < 20; i++) {
      rows.append(i * 7 % 20)
          .append(',')
          .append(i * 3 % 11)
          .append(i % 2 == 0 ? ",no\n" : ",yes\n");
    }
    Files.writeString(temporary.resolve("rows.csv"), rows);
  }

  /** Asks to stop when a line is printed. */
  private static final class StoppingWriter extends PrintWriter {
    private final StopSignal stop;
    private final String line;

    StoppingWriter(StopSignal stop, String line) {
      super(new StringWriter());
      this.stop = stop;
      this.line = line;
    }

    @Override
    public void println(String text) {
      super.println(text);
      if (text.startsWith(line)) {
        stop.request();
      }
    }
  }

  private record Stopped(int code, String err, Path folder) {}

  private Stopped stoppedAfter(int epoch) throws IOException {
    return stoppedAfter(epoch, false);
  }

  private Stopped stoppedAfter(int epoch, boolean draws) throws IOException {
    var stop = new StopSignal();
    var err = new StringWriter();
    var training =
        new RunTraining(
            new StoppingWriter(stop, "Epoch " + epoch + ","),
            new PrintWriter(err, true),
            new RunOptions(),
            draws,
            new Checkpoint(0, 0),
            stop);
    var config = new ConfigLoader(Plugins.builtIn()).load(file, List.of());
    int code = training.run(config, RunPlace.newest(runs, "stopped"), file, Optional.empty());
    Path folder = RunFolder.newest(runs, "stopped").orElseThrow().path();
    return new Stopped(code, err.toString().replace("\r\n", "\n"), folder);
  }

  private static Invocation run(Object... arguments) {
    return Invocation.of(
        Stream.concat(Stream.of("run", "--no-plots"), Stream.of(arguments)).toArray());
  }

  private Path undisturbed() {
    return run(file, "--out", temporary.resolve("whole")).done().folder();
  }

  private static void assertSame(Path folder, Path whole) throws IOException {
    assertSame(folder, whole, "run.json", "metrics.csv", "predictions.csv", "weights.safetensors");
    assertThat(folder.resolve("checkpoint")).doesNotExist();
    assertThat(Files.readAllLines(folder.resolve("timings.csv"))).hasSize(31);
  }

  private static void assertSame(Path folder, Path whole, String... names) {
    for (String name : names) {
      assertThat(folder.resolve(name)).as(name).hasSameBinaryContentAs(whole.resolve(name));
    }
  }

  @Test
  @Tag("slow")
  void whatPicturesAreDrawnFromIsTheSame() throws IOException {
    Path folder = stoppedAfter(6, true).folder();
    Invocation.of("run", folder).done();
    Path whole = Invocation.of("run", file, "--out", temporary.resolve("whole")).done().folder();
    assertSame(folder, whole, "surfaces.safetensors", "histograms.csv");
  }

  @Test
  void anInterruptedRunSavesWhatItCameTo() throws IOException {
    Stopped stopped = stoppedAfter(6);
    assertThat(stopped.code()).isEqualTo(130);
    assertThat(stopped.err())
        .startsWith("Interrupted at step 35, after 7 epochs. The best validation.loss was that of")
        .endsWith("what it came to is saved; continue with: kassei run " + stopped.folder() + "\n");
    assertThat(stopped.folder().resolve("run.json"))
        .content()
        .contains("\"status\" : \"interrupted\"", "\"ended_by\" : \"interrupt\"");
    assertThat(Files.readAllLines(stopped.folder().resolve("metrics.csv"))).hasSize(8);
    Invocation.of("plot", stopped.folder()).done();
    assertThat(stopped.folder().resolve("report.html"))
        .content()
        .contains("Interrupted at step 35");
  }

  @Test
  void itsFolderContinuesToTheSameBits() throws IOException {
    Path folder = stoppedAfter(6).folder();
    Invocation resumed = run(folder).done();
    assertThat(resumed.out()).contains("Resumes at step 35, after 7 epochs\n");
    assertThat(resumed.folder()).isEqualTo(folder);
    assertSame(folder, undisturbed());
  }

  @Test
  void aWatchedRunHasEachEpochOnceInItsEvents() throws IOException {
    String watched = EXPERIMENT.replace("log_every: 1,", "log_every: 1, listeners: [tensorboard],");
    Files.writeString(file, watched);
    Path folder = stoppedAfter(6).folder();
    run(folder).done();
    assertSame(folder, undisturbed());
    Path file = folder.resolve("tensorboard/events.out.tfevents.kassei");
    String events = Files.readString(file, StandardCharsets.ISO_8859_1);
    assertThat(events.split("train/running_loss", -1)).hasSize(30 + 1);
    assertThat(events.split("final/train.loss", -1)).hasSize(1 + 1);
  }

  @Test
  void itsFileContinuesToTheSameBits() throws IOException {
    stoppedAfter(2);
    Path folder = stoppedAfter(20).folder();
    assertThat(run(file, "--resume", "--out", runs, "--lanes", 2).done().folder())
        .isEqualTo(folder);
    assertSame(folder, undisturbed());
  }

  @Test
  void aRunThatHasEndedIsNotContinued() {
    Path whole = undisturbed();
    run(file, "--resume", "--out", whole.getParent())
        .refused(
            "%s: --resume: the run in '%s' has ended, there is nothing to continue; train another without --resume, for more epochs from its weights with training.initial_weights"
                .formatted(file, whole));
  }

  @Test
  void theFolderOfARunThatHasEndedIsNotTrainedAnew() throws IOException {
    Path whole = undisturbed();
    Path config = whole.resolve("config.yaml");
    for (String option : List.of("--no-plots", "--resume")) {
      Invocation.of("run", whole, option)
          .refused(
              "the run in '%s' has ended; train it anew with 'kassei run %s', or for more epochs from its weights with training.initial_weights"
                  .formatted(whole, config));
    }
    assertSame(run(config, "--out", runs).done().folder(), whole);
  }

  @Test
  void aRunThatFailsBeforeItsFirstStepLeavesNoFolder() throws IOException {
    String embedding =
        EXPERIMENT
            .replace("split: {validation: 0.25}", "standardize: false")
            .replace(", early_stopping: {patience: 30}", "")
            .replace(
                "{type: mlp, hidden: [4], activation: tanh}",
                "{type: sequential, layers: [relu, {type: embedding, num_embeddings: 3, embedding_dim: 2},"
                    + " {type: dense, units: 1}]}");
    Files.writeString(file, embedding);
    Invocation refused = run(file, "--out", runs);
    assertThat(refused.err()).startsWith(file + ": model: a row number from 0 to 2 expected");
    assertThat(refused.code()).isEqualTo(2);
    assertThat(runs).isEmptyDirectory();
  }

  @Test
  void whereThereIsNoRunItBegins() throws IOException {
    Path begun = run(file, "--resume", "--out", runs).done().folder();
    assertSame(begun, undisturbed());
  }

  private void assertRefused(Path folder, String reason, String... options) throws IOException {
    Path state = folder.resolve("checkpoint/state.safetensors");
    byte[] before = Files.readAllBytes(state);
    Invocation refused = run(Stream.concat(Stream.of(folder), Stream.of(options)).toArray());
    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.err())
        .isEqualTo(
            "%s: --resume: the run cannot continue from '%s': %s; or start anew from the file of the experiment\n"
                .formatted(folder.resolve("config.yaml"), state, reason));
    assertThat(state).hasBinaryContent(before);
    assertThat(folder.resolve("run.json")).content().contains("interrupted");
  }

  @Test
  void anEditedConfigurationIsRefused() throws IOException {
    Path folder = stoppedAfter(6).folder();
    Path config = folder.resolve("config.yaml");
    Files.writeString(config, Files.readString(config).replace("[4]", "[5]"));
    assertRefused(
        folder,
        "it belongs to another experiment: the configuration, a file that it names or a plugin has"
            + " changed since; put back what it was; more epochs are for when it has ended, by another"
            + " run with its weights in training.initial_weights");
  }

  @Test
  void otherDataAreRefused() throws IOException {
    Path folder = stoppedAfter(6).folder();
    Path rows = folder.resolve("rows.csv");
    Files.writeString(rows, Files.readString(rows).replace("7,3", "7,4"));
    assertRefused(folder, "the data have changed since; put back what they were");
  }

  @Test
  void anotherSeedIsNamed() throws IOException {
    Path folder = stoppedAfter(6).folder();
    assertRefused(
        folder, "it was trained with another seed; resume with that one", "--set", "seed=2");
  }

  @Test
  void aDamagedStateIsRefused() throws IOException {
    Path folder = stoppedAfter(6).folder();
    Path state = folder.resolve("checkpoint/state.safetensors");
    byte[] bytes = Files.readAllBytes(state);
    bytes[bytes.length / 2] ^= 1;
    Files.write(state, bytes);
    assertRefused(folder, "its check sum is wrong: it is damaged, or an older version's");
  }

  @Test
  void oneProcessAloneContinues() throws IOException {
    Path folder = stoppedAfter(6).folder();
    try (RunCheckpoint held = RunCheckpoint.open(new RunFolder(folder))) {
      assertThat(held).isNotNull();
      run(folder)
          .refused(
              "%s: --resume: '%s' is in use: another process trains this run"
                  .formatted(folder.resolve("config.yaml"), folder));
    }
    run(folder).done();
  }

  @Test
  void aRunThatWasKilledBeforeItsFirstStateBeginsInItsFolder() throws IOException {
    Path folder = stoppedAfter(6).folder();
    Files.delete(folder.resolve("run.json"));
    Files.delete(folder.resolve("checkpoint/state.safetensors"));
    assertThat(run(folder).done().folder()).isEqualTo(folder);
    assertSame(folder, undisturbed());
  }

  @Test
  void aStateThatCannotBeWrittenIsSaidOnceAndTheOneBeforeStays() throws IOException {
    Path folder = stoppedAfter(6).folder();
    Path state = folder.resolve("checkpoint/state.safetensors");
    byte[] before = Files.readAllBytes(state);
    String draft =
        "state.safetensors.%s-%s.tmp"
            .formatted(ProcessHandle.current().pid(), Thread.currentThread().getId());
    Path inTheWay = Files.createDirectories(state.resolveSibling(draft).resolve("in the way"));
    Invocation refused = run(folder, "--checkpoint", "0.0000001");
    assertThat(refused.code()).isEqualTo(75);
    assertThat(refused.err()).startsWith("results cannot be written to '").hasLineCount(1);
    assertThat(state).hasBinaryContent(before);
    Files.delete(inTheWay);
    Files.delete(inTheWay.getParent());
    run(folder).done();
  }
}
