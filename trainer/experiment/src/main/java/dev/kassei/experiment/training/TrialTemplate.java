package dev.kassei.experiment.training;

import dev.kassei.api.LearningAlgorithm;
import dev.kassei.api.Precision;
import dev.kassei.engine.Programs;
import dev.kassei.engine.plan.Program;
import dev.kassei.experiment.config.Training;
import java.util.Optional;

/**
 * What trials that differ in their seeds alone have in common. For use by several threads.
 *
 * @param monitor what tells the best epoch; empty if nobody asks for it
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
    Program program) {

  /** Makes the program. */
  static TrialTemplate of(
      Network network,
      LearningAlgorithm algorithm,
      Precision precision,
      Training training,
      InitialWeights initialWeights,
      Metrics metrics,
      Optional<Monitor> monitor) {
    Learner learner = Learner.of(algorithm);
    return new TrialTemplate(
        network,
        learner,
        precision,
        training,
        initialWeights,
        metrics,
        monitor,
        Programs.training(
            network.response(), network.losses(), learner.formulas(), training.clipNorm()));
  }

  /** The same, in which the best epoch is found too. */
  TrialTemplate monitored(Monitor best) {
    return new TrialTemplate(
        network, learner, precision, training, initialWeights, metrics, Optional.of(best), program);
  }
}
