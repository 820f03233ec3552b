package dev.kassei.batch.run;

import dev.kassei.batch.plan.BatchConfig;
import dev.kassei.batch.plan.FileLoader;
import dev.kassei.experiment.plugin.Plugins;
import dev.kassei.experiment.training.RunOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A batch that trains in no time, and what is trained of it. */
final class TinyBatch {
  private static final String EXPERIMENT =
      """
      name: tiny
      dataset: {type: moons, samples: 24, split: {validation: 0.25, test: 0.25}}
      model: {type: mlp, hidden: [3], activation: tanh}
      loss: binary_cross_entropy
      optimizer: {type: sgd, learning_rate: 0.1}
      training: {epochs: 4, batch_size: 5}
      """;

  private final Path folder;
  private final List<Path> plugins = new ArrayList<>();

  /** Lives in a folder, where its files are. */
  TinyBatch(Path folder) {
    this.folder = folder;
  }

  /** Where results are. */
  Path results() {
    return folder.resolve("results");
  }

  /** With plugins of a folder as it is now. */
  TinyBatch with(Path... classes) {
    plugins.clear();
    plugins.addAll(List.of(classes));
    return this;
  }

  /** What the batch is, by the part of its configuration under {@code batch}. */
  BatchConfig config(String batch, String... settings) throws IOException {
    Path file = folder.resolve("tiny.yaml");
    Files.writeString(file, EXPERIMENT + "batch: " + batch + "\n");
    return new FileLoader(Plugins.builtIn().and(plugins), plugins).batch(file, List.of(settings));
  }

  /** Trains on one thread, as many at once as is fastest. */
  Trained run(BatchConfig batch) throws IOException {
    return run(batch, results(), options(1, Optional.empty(), false), Integer.MAX_VALUE);
  }

  /** The same by a Kassei whose code has this hash. */
  Trained run(BatchConfig batch, String kassei) throws IOException {
    return run(batch, results(), options(1, Optional.empty(), false), Integer.MAX_VALUE, kassei);
  }

  static BatchOptions options(int threads, Optional<Integer> lanes, boolean failsFast) {
    return new BatchOptions(threads, lanes, RunOptions.Kernels.AUTO, failsFast, true);
  }

  /** Trains where nothing is kept for pictures. */
  Trained runWithoutPictures(BatchConfig batch) throws IOException {
    var options = new BatchOptions(1, Optional.empty(), RunOptions.Kernels.AUTO, false, false);
    return run(batch, results(), options, Integer.MAX_VALUE);
  }

  /** Trains until so many trials have ended, those of a tuning among them. */
  static Trained run(BatchConfig batch, Path results, BatchOptions options, int trials)
      throws IOException {
    return run(batch, results, options, trials, "1");
  }

  private static Trained run(
      BatchConfig batch, Path results, BatchOptions options, int trials, String kassei)
      throws IOException {
    var stop = new StopSignal();
    var ended = new ArrayList<TrialRecord>();
    var strange = new ArrayList<Integer>();
    BatchListener listener =
        new BatchListener() {
          @Override
          public void started(String what, long total, List<TrialResult> known) {}

          @Override
          public void noneIsKnown(int others) {
            strange.add(others);
          }

          @Override
          public void ended(List<TrialResult> together) {
            together.forEach(trial -> ended.add(trial.record()));
            if (ended.size() >= trials) {
              stop.request();
            }
          }

          @Override
          public void finished() {}
        };
    return new Trained(
        new BatchRunner(batch, new KasseiVersion("1", kassei), options, stop, listener)
            .run(results),
        ended,
        strange);
  }

  /**
   * What has come of it.
   *
   * @param records those of trials that were trained now, in the order in which they ended
   * @param strange how many trials the folder had, where it said that none was of the batch
   */
  record Trained(BatchRun run, List<TrialRecord> records, List<Integer> strange) {
    String digest() {
      return run.digest();
    }

    List<String> keys() {
      return records.stream().map(TrialRecord::key).toList();
    }
  }
}
