package dev.kassei.experiment.training;

import dev.kassei.api.Activation;
import dev.kassei.api.Loss;
import dev.kassei.api.Precision;
import dev.kassei.builtins.initializer.Initializers;
import dev.kassei.builtins.model.Mlp;
import dev.kassei.builtins.optimizer.Sgd;
import dev.kassei.experiment.config.BatchSize;
import dev.kassei.experiment.config.LayerStatistics;
import dev.kassei.experiment.config.Seeds;
import dev.kassei.experiment.config.Training;
import dev.kassei.experiment.config.ValidateEvery;
import dev.kassei.experiment.data.SplitData;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Trials of one hidden layer with four units, mini-batches of four rows and momentum. */
final class TinyTrial {
  private TinyTrial() {}

  static PreparedTrial of(
      SplitData data, Loss loss, Activation activation, int epochs, double rate, long seed) {
    return of(data, loss, activation, epochs, rate, seed, Optional.empty());
  }

  static PreparedTrial of(
      SplitData data,
      Loss loss,
      Activation activation,
      int epochs,
      double rate,
      long seed,
      Optional<LayerStatistics> layers) {
    var model = new Mlp(List.of(4), List.of(activation), Optional.empty(), new Initializers());
    var training =
        new Training(
            epochs,
            OptionalLong.empty(),
            Optional.empty(),
            BatchSize.rows(4),
            false,
            true,
            Optional.empty(),
            new ValidateEvery(),
            false,
            OptionalInt.empty(),
            1,
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            Optional.empty(),
            List.of(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of());
    Network network = Network.of(model, loss, data.width(), data.target());
    TrialTemplate template =
        TrialTemplate.of(
            data.isWeighted() ? network.weighted() : network,
            new Sgd(rate, 0.9, 0, false, 0),
            Precision.FLOAT32,
            training,
            new InitialWeights(Optional.empty(), Precision.FLOAT64),
            new Metrics(Map.of()),
            Optional.empty(),
            layers);
    return new PreparedTrial(template, data, Seeds.all(seed), Optional.empty());
  }

  /** Trains them side by side on one thread. */
  static List<Outcome> train(List<PreparedTrial> trials, RunOptions.Kernels kernels) {
    return new TrainingLoop(
            trials,
            Collections.nCopies(trials.size(), Optional.empty()),
            new Plans(new RunOptions(1, 1, kernels, false)),
            () -> false)
        .train();
  }
}
