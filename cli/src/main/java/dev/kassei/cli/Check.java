package dev.kassei.cli;

import dev.kassei.api.Listener;
import dev.kassei.trainer.config.BatchConfig;
import dev.kassei.trainer.config.Loaded;
import dev.kassei.trainer.config.LoadedConfig;
import dev.kassei.trainer.training.Experiment;
import dev.kassei.trainer.training.RunOptions;
import java.io.PrintWriter;
import java.nio.file.Path;

/** Everything that is checked before a training, without the training. */
final class Check {
  private final PrintWriter out;
  private final PrintWriter err;

  Check(PrintWriter out, PrintWriter err) {
    this.out = out;
    this.err = err;
  }

  /** Prints that a file is in order, and the plan of a batch. */
  void of(Loaded loaded, Path file) {
    prepare(loaded);
    out.println(file + ": ok");
    if (loaded instanceof BatchConfig batch) {
      new BatchPlan(out, err).print(batch);
    }
    out.flush();
  }

  /** Prints the effective configuration. */
  void effective(Loaded loaded) {
    prepare(loaded);
    out.print(
        loaded instanceof BatchConfig batch ? batch.effective() : effective((LoadedConfig) loaded));
    out.flush();
  }

  private static String effective(LoadedConfig config) {
    return config.effective();
  }

  private static void prepare(Loaded loaded) {
    if (loaded instanceof LoadedConfig config) {
      Experiment.of(config).prepare(new Listener() {}, new RunOptions());
    }
  }
}
