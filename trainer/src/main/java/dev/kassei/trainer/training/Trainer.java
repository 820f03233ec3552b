package dev.kassei.trainer.training;

import dev.kassei.api.LearningAlgorithm;
import dev.kassei.api.Listener;
import dev.kassei.api.Minimizer;
import dev.kassei.api.Optimizer;
import dev.kassei.api.Precision;
import dev.kassei.trainer.config.ExperimentException;
import dev.kassei.trainer.config.Seeds;
import dev.kassei.trainer.config.Training;
import dev.kassei.trainer.dataset.Part;
import dev.kassei.trainer.dataset.SplitData;
import dev.kassei.trainer.engine.PlanObjective;
import dev.kassei.trainer.engine.Programs;
import dev.kassei.trainer.engine.plan.Entry;
import dev.kassei.trainer.engine.plan.Plan;
import dev.kassei.trainer.engine.plan.Program;
import dev.kassei.trainer.engine.random.CountedDraws;
import dev.kassei.trainer.engine.random.Permutation;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** Trains one network on one data set: epochs of shuffled batches, each a step. */
public final class Trainer {
  private final SplitData data;
  private final Network network;
  private final LearningAlgorithm algorithm;
  private final Precision precision;
  private final Training training;
  private final Seeds seeds;
  private final InitialWeights initialWeights;
  private final Metrics metrics;

  @Inject
  Trainer(
      SplitData data,
      Network network,
      LearningAlgorithm algorithm,
      Precision precision,
      Training training,
      Seeds seeds,
      InitialWeights initialWeights,
      Metrics metrics) {
    this.data = data;
    this.network = network;
    this.algorithm = algorithm;
    this.precision = precision;
    this.training = training;
    this.seeds = seeds;
    this.initialWeights = initialWeights;
    this.metrics = metrics;
  }

  /**
   * A plan with first weights, ready to train.
   *
   * @throws ExperimentException if the parts of the experiment do not fit together
   */
  public Plan plan() {
    Plan plan = new Plan(List.of(program()), precision, batchSize());
    plan.initialize(0, name -> CountedDraws.of(seeds.weights(), "weights", name, 0));
    plan.setNoiseSeed(0, seeds.noise());
    if (algorithm instanceof Optimizer optimizer) {
      plan.setRate(0, optimizer.learningRate());
    }
    initialWeights.load(plan, 0);
    return plan;
  }

  /** The floating-point operations of a step. */
  public long stepOperations() {
    return LayerTable.stepOperations(program(), batchSize());
  }

  private Program program() {
    Optional<Optimizer> optimizer =
        algorithm instanceof Optimizer formula ? Optional.of(formula) : Optional.empty();
    return Programs.training(network.response(), network.losses(), optimizer, training.clipNorm());
  }

  private int batchSize() {
    int rows = data.train().rows();
    boolean everyRow = training.batchSize().over(rows) == rows;
    if (algorithm instanceof Minimizer && !everyRow) {
      throw new ExperimentException(
          "training.batch_size", "this optimizer looks at all rows at once; write batch_size: all");
    }
    if (training.dropLast() && training.batchSize().rows().orElse(rows) > rows) {
      throw new ExperimentException(
          "training.drop_last",
          "no batch would be left: batch_size is %s but there are %s rows to train on"
              .formatted(training.batchSize(), rows));
    }
    return training.batchSize().over(rows);
  }

  /** Trains from first to last epoch, or until the loss is no longer a number. */
  public Outcome train(Plan plan, Listener listener) {
    var history = new History(data, network, metrics, listener);
    Optional<String> failure = Optional.empty();
    for (int epoch = 0; epoch < training.epochs() && failure.isEmpty(); epoch++) {
      long start = System.nanoTime();
      var loss = new MeanLoss();
      failure =
          algorithm instanceof Minimizer minimizer
              ? minimize(plan, minimizer, loss)
              : descend(plan, epoch, loss);
      if (failure.isEmpty()) {
        history.epoch(epoch, loss.mean(), plan, (System.nanoTime() - start) * 1e-9);
      }
    }
    return history.outcome(plan, failure);
  }

  private Optional<String> descend(Plan plan, int epoch, MeanLoss loss) {
    Part train = data.train();
    int size = plan.capacity();
    int last = training.dropLast() ? train.rows() / size * size : train.rows();
    int[] order = order(epoch, train.rows());
    for (int from = 0; from < last; from += size) {
      int rows = Math.min(size, last - from);
      Batches.fill(plan, 0, train, order, from, rows);
      plan.run(Entry.GRADIENT, rows);
      double batchLoss = plan.scalar(Programs.LOSS, 0);
      if (!Double.isFinite(batchLoss)) {
        return Optional.of(diverged(plan, order, from, rows));
      }
      loss.add(batchLoss, rows);
      plan.run(Entry.UPDATE, rows);
    }
    return Optional.empty();
  }

  private int[] order(int epoch, int rows) {
    int[] order = new int[rows];
    for (int i = 0; i < rows; i++) {
      order[i] = i;
    }
    if (training.shuffle()) {
      Permutation.shuffle(order, CountedDraws.key(seeds.order(), "order", "", epoch));
    }
    return order;
  }

  private Optional<String> minimize(Plan plan, Minimizer minimizer, MeanLoss loss) {
    Part train = data.train();
    Batches.fill(plan, 0, train, 0, train.rows());
    var objective = new PlanObjective(plan, train.rows());
    double before = objective.loss();
    if (!Double.isFinite(before)) {
      return Optional.of(diverged(plan, order(0, train.rows()), 0, train.rows()));
    }
    loss.add(before, train.rows());
    minimizer.step(objective);
    plan.setStep(0, plan.step(0) + 1);
    return Optional.empty();
  }

  private String diverged(Plan plan, int[] order, int from, int rows) {
    var batch = new Plan(List.of(Programs.layers(network.losses())), precision, rows);
    batch.initialize(0, name -> CountedDraws.of(0, "weights", name, 0));
    batch.setNoiseSeed(0, seeds.noise());
    batch.setStep(0, plan.step(0));
    batch.tensorNames().forEach(name -> batch.write(name, 0, plan.read(name, 0)));
    Batches.fill(batch, 0, data.train(), order, from, rows);
    batch.run(Entry.GRADIENT, rows);
    return Divergence.describe(batch, rows, plan.step(0) + 1);
  }

  /** The mean over the rows of an epoch, summed in float64 in the order of the batches. */
  private static final class MeanLoss {
    private double sum;
    private long rows;

    void add(double mean, int count) {
      sum += mean * count;
      rows += count;
    }

    double mean() {
      return sum / rows;
    }
  }
}
