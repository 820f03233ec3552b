package dev.kassei.experiment.training;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import dev.kassei.api.LearningAlgorithm;
import dev.kassei.api.Loss;
import dev.kassei.api.Minimizer;
import dev.kassei.api.Model;
import dev.kassei.api.Schedule;
import dev.kassei.api.Target;
import dev.kassei.experiment.config.EarlyStopping;
import dev.kassei.experiment.config.ExperimentConfig;
import dev.kassei.experiment.config.ExperimentException;
import dev.kassei.experiment.config.LoadedConfig;
import dev.kassei.experiment.config.Training;
import dev.kassei.experiment.data.DataSplit;
import dev.kassei.experiment.data.SplitData;
import java.util.Optional;

/** Provides the trainer of an experiment and what it is made of. */
final class TrainingModule extends AbstractModule {
  private static final String SCHEDULE = "training.schedule";

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
  }

  @Provides
  @Singleton
  Network network(Model model, Loss loss, SplitData data) {
    Network network = Network.of(model, loss, data.width(), data.target());
    data.splits().values().forEach(part -> check(loss, data.target(), part));
    return network;
  }

  private static void check(Loss loss, Target target, DataSplit part) {
    try {
      loss.check(target, part.targets().clone());
    } catch (IllegalArgumentException e) {
      throw new ExperimentException("loss", e);
    }
  }

  @Provides
  @Singleton
  Metrics metrics(SplitData data) {
    return Metrics.of(config, data.target());
  }

  @Provides
  @Singleton
  TrialTemplate template(
      SplitData data, Network network, LearningAlgorithm algorithm, Metrics metrics) {
    ExperimentConfig experiment = config.experiment();
    Training training = experiment.training();
    training.schedule().ifPresent(schedule -> check(schedule, algorithm, data));
    return TrialTemplate.of(
        network,
        algorithm,
        experiment.precision(),
        training,
        new InitialWeights(training.initialWeights().map(config.folder()::resolve)),
        metrics,
        training.earlyStopping().map(stopping -> monitor(stopping, metrics, data)));
  }

  private static void check(Schedule schedule, LearningAlgorithm algorithm, SplitData data) {
    if (algorithm instanceof Minimizer) {
      throw new ExperimentException(
          SCHEDULE,
          "this optimizer has no learning rate that a schedule could change; leave it out");
    }
    if (schedule.needsValidation() && !data.splits().containsKey(SplitData.VALIDATION)) {
      throw new ExperimentException(
          SCHEDULE,
          "this schedule goes by the validation loss, but there are no validation rows; give"
              + " dataset.split.validation, such as 0.2");
    }
  }

  @Provides
  @Singleton
  Trial trial(TrialTemplate template, SplitData data) {
    var trial = new Trial(template, data, config.experiment().seed(), Optional.empty());
    trial.requireArrays();
    return trial;
  }

  private static Monitor monitor(EarlyStopping stopping, Metrics metrics, SplitData data) {
    try {
      return metrics.monitor(stopping, data);
    } catch (IllegalArgumentException e) {
      throw new ExperimentException("training.early_stopping.monitor", e);
    }
  }
}
