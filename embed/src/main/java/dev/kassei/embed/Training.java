package dev.kassei.embed;

import dev.kassei.api.Epoch;
import dev.kassei.api.Listener;
import dev.kassei.experiment.config.LoadedConfig;
import dev.kassei.experiment.training.ExperimentCache;
import dev.kassei.experiment.training.LaneTrainer;
import dev.kassei.experiment.training.Outcome;
import dev.kassei.experiment.training.PreparedTrial;
import dev.kassei.experiment.training.RunOptions;
import java.io.IOException;

/** Trains one experiment. */
final class Training {
  private static final String EPOCHS = "epochs";

  private final Means means;

  Training(Means means) {
    this.means = means;
  }

  TrainedModel run(Experiment experiment) throws IOException {
    LoadedConfig config = means.loader(experiment).load(experiment.source(), experiment.settings());
    PreparedTrial trial = new ExperimentCache().prepare(config);
    var options = new RunOptions(means.threads(), 1, RunOptions.Kernels.AUTO, false);
    try (var trainer = new LaneTrainer(options, this::isStopped)) {
      Outcome outcome = trainer.prepare(trial, listener(config)).train();
      return new TrainedRun(config, experiment.plugins().data(), trial, outcome).model();
    }
  }

  private boolean isStopped() {
    return means.watch().stop().getAsBoolean() || Thread.currentThread().isInterrupted();
  }

  private Listener listener(LoadedConfig config) {
    int epochs = config.experiment().training().epochs();
    Watch watch = means.watch();
    return new Listener() {
      @Override
      public void epochEnded(Epoch epoch) {
        watch.onEpoch().accept(epoch);
        watch.onProgress().accept(new Progress(EPOCHS, epoch.epoch() + 1, epochs));
      }
    };
  }
}
