package dev.kassei.trainer.training;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import dev.kassei.api.LearningAlgorithm;
import dev.kassei.api.Loss;
import dev.kassei.api.Model;
import dev.kassei.api.Precision;
import dev.kassei.trainer.config.ExperimentConfig;
import dev.kassei.trainer.config.LoadedConfig;
import dev.kassei.trainer.config.Seeds;
import dev.kassei.trainer.config.Training;
import dev.kassei.trainer.dataset.SplitData;

/** Provides the trainer of an experiment and what it is made of. */
final class TrainingModule extends AbstractModule {
  private final LoadedConfig config;

  TrainingModule(LoadedConfig config) {
    this.config = config;
  }

  @Override
  protected void configure() {
    ExperimentConfig experiment = config.experiment();
    bind(Model.class).toInstance(experiment.model());
    bind(Loss.class).toInstance(experiment.loss());
    bind(LearningAlgorithm.class).toInstance(experiment.optimizer());
    bind(Precision.class).toInstance(experiment.precision());
    bind(Seeds.class).toInstance(experiment.seed());
    bind(Training.class).toInstance(experiment.training());
    bind(InitialWeights.class)
        .toInstance(
            new InitialWeights(experiment.training().initialWeights().map(config.folder()::resolve)));
    bind(Trainer.class);
  }

  @Provides
  @Singleton
  Network network(Model model, Loss loss, SplitData data) {
    return Network.of(model, loss, data.width(), data.target());
  }

  @Provides
  @Singleton
  Metrics metrics(SplitData data) {
    return Metrics.of(config, data.target());
  }
}
