package dev.kassei.experiment.training;

import com.google.inject.AbstractModule;
import com.google.inject.CreationException;
import com.google.inject.Guice;
import com.google.inject.Provides;
import com.google.inject.ProvisionException;
import com.google.inject.Singleton;
import dev.kassei.api.LearningAlgorithm;
import dev.kassei.api.Loss;
import dev.kassei.api.Model;
import dev.kassei.api.Optimizer;
import dev.kassei.api.Precision;
import dev.kassei.api.Schedule;
import dev.kassei.api.Target;
import dev.kassei.api.value.Numbers;
import dev.kassei.experiment.config.EarlyStopping;
import dev.kassei.experiment.config.ExperimentConfig;
import dev.kassei.experiment.config.ExperimentException;
import dev.kassei.experiment.config.LayerStatistics;
import dev.kassei.experiment.config.LoadedConfig;
import dev.kassei.experiment.config.Training;
import dev.kassei.experiment.config.TrainingTarget;
import dev.kassei.experiment.config.ValidateEvery;
import dev.kassei.experiment.data.DataSplit;
import dev.kassei.experiment.data.SplitData;
import dev.kassei.experiment.plugin.PluginFailure;

/** Provides what the trials of an experiment have in common and what it is made of. */
final class TrainingModule extends AbstractModule {
  private static final String SCHEDULE = "training.schedule";

  private final LoadedConfig config;
  private final SplitData data;

  private TrainingModule(LoadedConfig config, SplitData data) {
    this.config = config;
    this.data = data;
  }

  /**
   * Wires what a configuration says.
   *
   * @throws ExperimentException if its parts do not fit together
   */
  static TrialTemplate template(LoadedConfig config, SplitData data) {
    try {
      return Guice.createInjector(new TrainingModule(config, data))
          .getInstance(TrialTemplate.class);
    } catch (ProvisionException | CreationException e) {
      throw unwrapped(e);
    }
  }

  /** What a part throws is told as its own, and what one refuses as the model's. */
  private static RuntimeException unwrapped(RuntimeException wrapped) {
    Throwable cause = wrapped.getCause();
    if (cause instanceof IllegalArgumentException refused && PluginFailure.of(refused).isEmpty()) {
      return new ExperimentException("model", refused);
    }
    if (cause instanceof Error error) {
      throw error;
    }
    return cause instanceof RuntimeException problem ? problem : wrapped;
  }

  @Override
  protected void configure() {
    binder().requireExplicitBindings();
    binder().disableCircularProxies();
    ExperimentConfig experiment = config.experiment();
    bind(Model.class).toInstance(experiment.model());
    bind(Loss.class).toInstance(experiment.loss());
    bind(LearningAlgorithm.class).toInstance(experiment.optimizer());
  }

  @Provides
  @Singleton
  Network network(Model model, Loss loss) {
    Network network = Network.of(model, loss, data);
    data.splits().values().forEach(part -> check(loss, data.target(), part));
    if (data.targetStandardizer().isPresent() && network.outputs() != data.target().columns()) {
      throw new ExperimentException(
          "dataset.target.standardize",
          "this loss asks for %s outputs for %s targets, which have no common scale; leave it out"
              .formatted(network.outputs(), data.target().columns()));
    }
    return data.isWeighted() ? network.weighted() : network;
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
  Metrics metrics() {
    return Metrics.of(config, data.target());
  }

  @Provides
  @Singleton
  TrialTemplate template(Network network, LearningAlgorithm algorithm, Metrics metrics) {
    ExperimentConfig experiment = config.experiment();
    Training training = experiment.training();
    Learner.of(algorithm)
        .formulas()
        .ifPresentOrElse(this::checkRate, () -> UpdateRules.requireNone(training));
    checkValidation(training);
    training.target().ifPresent(target -> check(target, metrics));
    training.schedule().ifPresent(schedule -> check(schedule, Learner.of(algorithm)));
    return TrialTemplate.of(
        network,
        algorithm,
        experiment.precision(),
        training,
        new InitialWeights(
            training.initialWeights().map(config.folder()::resolve), experiment.precision()),
        metrics,
        training.earlyStopping().map(stopping -> monitor(stopping, metrics)),
        experiment.layerStatistics().map(this::checked));
  }

  private LayerStatistics checked(LayerStatistics layers) {
    if (!data.splits().containsKey(layers.splitName())) {
      throw new ExperimentException(
          "layer_statistics.split",
          "there are no %1$s rows to measure layers on; give dataset.split.%1$s, such as 0.2, or choose train"
              .formatted(layers.splitName()));
    }
    return layers;
  }

  /** A rate that becomes 0 or infinite would be no one's wish. */
  private void checkRate(Optimizer optimizer) {
    double rate = optimizer.learningRate();
    float held = (float) rate;
    boolean isLost = (held == 0 && rate != 0) || Float.isInfinite(held);
    if (isLost && config.experiment().precision() == Precision.FLOAT32) {
      throw new ExperimentException(
          "optimizer.learning_rate",
          "%s is %s in float32; take a rate from 1e-45 to 3e38, or precision: float64"
              .formatted(Numbers.text(rate), held == 0 ? "0" : "infinite"));
    }
  }

  private void checkValidation(Training training) {
    boolean isAsked = !training.validateEvery().equals(new ValidateEvery());
    if (isAsked && !data.splits().containsKey(SplitData.VALIDATION)) {
      throw new ExperimentException(
          "training.validate_every",
          "there are no validation rows to measure; give dataset.split.validation, such as 0.2, or leave it out");
    }
  }

  private void check(Schedule schedule, Learner learner) {
    if (learner.formulas().isEmpty()) {
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

  private void check(TrainingTarget target, Metrics metrics) {
    try {
      metrics.check(target, data);
    } catch (IllegalArgumentException e) {
      throw new ExperimentException("training.target.monitor", e);
    }
  }

  private Monitor monitor(EarlyStopping stopping, Metrics metrics) {
    try {
      return metrics.monitor(stopping, data);
    } catch (IllegalArgumentException e) {
      throw new ExperimentException("training.early_stopping.monitor", e);
    }
  }
}
