package dev.kassei.cli;

import dev.kassei.api.Listener;
import dev.kassei.trainer.batch.BatchRunner;
import dev.kassei.trainer.config.BatchConfig;
import dev.kassei.trainer.config.Loaded;
import dev.kassei.trainer.config.LoadedConfig;
import dev.kassei.trainer.dataset.SplitData;
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
    if (loaded instanceof BatchConfig batch) {
      BatchRunner.check(batch, Version.code());
      out.println(file + ": ok");
      DataNotes data = DataNotes.of(batch);
      data.printReadings(out);
      data.printTasks(out);
      new BatchPlan(out, err).print(batch);
    } else {
      SplitData data = prepared((LoadedConfig) loaded);
      out.println(file + ": ok, " + DataNotes.task(data.target()));
      DataNotes.print(data, out);
    }
    out.flush();
  }

  /** Prints the effective configuration. */
  void effective(Loaded loaded) {
    if (loaded instanceof BatchConfig batch) {
      BatchRunner.check(batch, Version.code());
      out.print(batch.effective());
    } else {
      prepared((LoadedConfig) loaded);
      out.print(((LoadedConfig) loaded).effective());
    }
    out.flush();
  }

  private static SplitData prepared(LoadedConfig config) {
    Experiment experiment = Experiment.of(config);
    experiment.prepare(new Listener() {}, new RunOptions());
    return experiment.data();
  }
}
