package dev.kassei.experiment.training;

import dev.kassei.api.LearningAlgorithm;
import dev.kassei.api.Precision;
import dev.kassei.engine.LayerProgram;
import dev.kassei.engine.Programs;
import dev.kassei.engine.plan.Program;
import dev.kassei.experiment.config.LayerStatistics;
import dev.kassei.experiment.config.Training;
import java.util.Optional;

/**
 * What trials that differ in their seeds alone have in common. For use by several threads.
 *
 * @param monitor what tells the best epoch; empty if nobody asks for it
 * @param layers what is measured of layers; empty if nothing is
 * @param program what is computed
 */
record TrialTemplate(
    Network network,
    Learner learner,
    Precision precision,
    Training training,
    InitialWeights initialWeights,
    Metrics metrics,
    Optional<Monitor> monitor,
    Optional<LayerWatch> layers,
    Program program) {

  /** Makes the program. */
  static TrialTemplate of(
      Network network,
      LearningAlgorithm algorithm,
      Precision precision,
      Training training,
      InitialWeights initialWeights,
      Metrics metrics,
      Optional<Monitor> monitor,
      Optional<LayerStatistics> layers) {
    Learner learner = Learner.of(algorithm);
    return new TrialTemplate(
        network,
        learner,
        precision,
        training,
        initialWeights,
        metrics,
        monitor,
        layers.map(settings -> new LayerWatch(settings, LayerProgram.of(network.losses()))),
        Programs.training(
            network.response(),
            network.losses(),
            learner.formulas().map(optimizer -> UpdateRules.of(optimizer, training, network))));
  }

  /** The same, in which the best epoch is found too. */
  TrialTemplate monitored(Monitor best) {
    return new TrialTemplate(
        network,
        learner,
        precision,
        training,
        initialWeights,
        metrics,
        Optional.of(best),
        layers,
        program);
  }
}
