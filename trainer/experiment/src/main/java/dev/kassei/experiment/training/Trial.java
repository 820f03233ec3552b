package dev.kassei.experiment.training;

import dev.kassei.api.LearningAlgorithm;
import dev.kassei.api.Minimizer;
import dev.kassei.api.Optimizer;
import dev.kassei.api.Precision;
import dev.kassei.engine.graph.Node;
import dev.kassei.engine.graph.Work;
import dev.kassei.engine.plan.Plan;
import dev.kassei.engine.plan.Program;
import dev.kassei.engine.random.CountedDraws;
import dev.kassei.engine.random.Purpose;
import dev.kassei.experiment.config.ExperimentException;
import dev.kassei.experiment.config.Plots;
import dev.kassei.experiment.config.Seeds;
import dev.kassei.experiment.config.Training;
import dev.kassei.experiment.data.SplitData;
import java.math.BigInteger;
import java.util.Optional;

/**
 * All that one training run is made of.
 *
 * @param plots what is saved for pictures; empty if nothing is
 */
record Trial(TrialTemplate template, SplitData data, Seeds seeds, Optional<Plots> plots) {
  /** The same trial with other random numbers. */
  Trial with(Seeds others) {
    return new Trial(template, data, others, plots);
  }

  /** The same trial, which also saves what pictures of it are drawn from. */
  Trial recorded(Plots wanted) {
    return new Trial(template, data, seeds, Optional.of(wanted));
  }

  Network network() {
    return template.network();
  }

  LearningAlgorithm algorithm() {
    return template.algorithm();
  }

  Precision precision() {
    return template.precision();
  }

  Training training() {
    return template.training();
  }

  Metrics metrics() {
    return template.metrics();
  }

  Optional<Monitor> monitor() {
    return template.monitor();
  }

  Program program() {
    return template.program();
  }

  /** Whether there are rows to look at after each epoch. */
  boolean hasValidation() {
    return data.splits().containsKey(SplitData.VALIDATION);
  }

  /** The number of rows in a step. */
  int batchSize() {
    int rows = data.train().rows();
    Training training = training();
    boolean everyRow = training.batchSize().of(rows) >= rows;
    if (algorithm() instanceof Minimizer && !everyRow) {
      throw new ExperimentException(
          "training.batch_size", "this optimizer looks at all rows at once; write batch_size: all");
    }
    if (training.dropLast() && training.batchSize().of(rows) > rows) {
      throw new ExperimentException(
          "training.drop_last",
          "no batch would be left: batch_size is %s but there are %s rows to train on"
              .formatted(training.batchSize(), rows));
    }
    return Math.min(training.batchSize().of(rows), rows);
  }

  /**
   * Refuses a network that exists on no machine.
   *
   * @throws ExperimentException if a matrix of it has more numbers than an array can hold
   */
  void requireArrays() {
    int batch = batchSize();
    program().beyondArrays(batch).ifPresent(node -> refuse(node, Work.size(node.shape(), batch)));
  }

  private void refuse(Node node, long numbers) {
    int bytes = precision() == Precision.FLOAT64 ? Double.BYTES : Float.BYTES;
    throw new ExperimentException(
        "model",
        "a matrix of %s is %s, which is %s numbers or %s bytes, where an array holds no more than %s numbers; take fewer units, or a smaller training.batch_size"
            .formatted(
                node.path().isEmpty() ? "the network" : "'" + node.path() + "'",
                node.shape(),
                numbers,
                BigInteger.valueOf(numbers).multiply(BigInteger.valueOf(bytes)),
                Program.MAX_NUMBERS));
  }

  /** The number of rows that an epoch trains on. */
  int rowsPerEpoch() {
    int rows = data.train().rows();
    return training().dropLast() ? rows / batchSize() * batchSize() : rows;
  }

  /** Sets a lane's first weights, rate and noise. */
  void start(Plan plan, int lane) {
    plan.initialize(lane, name -> CountedDraws.of(seeds.weights(), Purpose.WEIGHTS, name, 0));
    plan.setNoiseSeed(lane, seeds.noise());
    if (algorithm() instanceof Optimizer optimizer) {
      plan.setRate(lane, optimizer.learningRate());
    }
    template.initialWeights().load(plan, lane);
  }
}
