package dev.kassei.cli.command;

import dev.kassei.api.Listener;
import dev.kassei.batch.plan.BatchConfig;
import dev.kassei.batch.plan.Loaded;
import dev.kassei.batch.run.BatchCheck;
import dev.kassei.cli.sheet.BatchPlan;
import dev.kassei.cli.sheet.DataNotes;
import dev.kassei.experiment.config.LoadedConfig;
import dev.kassei.experiment.data.SplitData;
import dev.kassei.experiment.training.ExperimentCache;
import dev.kassei.experiment.training.LaneTrainer;
import dev.kassei.experiment.training.PreparedTrial;
import dev.kassei.experiment.training.RunOptions;
import java.io.PrintWriter;
import java.nio.file.Path;

/** Everything that is checked before training, without the training. */
final class Check {
  private final PrintWriter out;
  private final PrintWriter err;

  Check(PrintWriter out, PrintWriter err) {
    this.out = out;
    this.err = err;
  }

  /** Prints that a file is in order, and the plan of a batch. */
  void print(Loaded loaded, Path file) {
    if (loaded instanceof BatchConfig batch) {
      BatchCheck.check(batch, Version.code());
      out.println(file + ": ok");
      DataNotes data = DataNotes.of(batch);
      data.printReadings(out);
      data.printTasks(out);
      new BatchPlan(out, err).print(batch);
    } else {
      SplitData data = prepared(((Loaded.Single) loaded).config());
      out.println(file + ": ok, " + DataNotes.task(data.target()));
      DataNotes.print(data, out);
    }
    out.flush();
  }

  /** Prints the effective configuration. */
  void printEffective(Loaded loaded) {
    if (loaded instanceof BatchConfig batch) {
      BatchCheck.check(batch, Version.code());
      out.print(batch.effective());
    } else {
      prepared(((Loaded.Single) loaded).config());
      out.print(((Loaded.Single) loaded).config().effective());
    }
    out.flush();
  }

  private static SplitData prepared(LoadedConfig config) {
    PreparedTrial trial = new ExperimentCache().prepare(config);
    try (var trainer = new LaneTrainer(new RunOptions())) {
      trainer.prepare(trial, new Listener() {});
    }
    return trial.data();
  }
}
