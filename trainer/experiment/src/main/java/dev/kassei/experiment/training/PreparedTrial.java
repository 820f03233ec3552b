package dev.kassei.experiment.training;

import dev.kassei.api.Precision;
import dev.kassei.engine.graph.Node;
import dev.kassei.engine.graph.Work;
import dev.kassei.engine.plan.Plan;
import dev.kassei.engine.plan.Program;
import dev.kassei.engine.random.CountedDraws;
import dev.kassei.engine.random.Purpose;
import dev.kassei.experiment.config.ExperimentException;
import dev.kassei.experiment.config.Measured;
import dev.kassei.experiment.config.Plots;
import dev.kassei.experiment.config.Seeds;
import dev.kassei.experiment.config.Training;
import dev.kassei.experiment.data.SplitData;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/** An experiment that is ready to train: its data, its program, and its seeds. */
public final class PreparedTrial {
  private final TrialTemplate template;
  private final SplitData data;
  private final Seeds seeds;
  private final Optional<Plots> plots;

  /**
   * @param plots what is saved for pictures; empty if nothing is
   */
  PreparedTrial(TrialTemplate template, SplitData data, Seeds seeds, Optional<Plots> plots) {
    this.template = template;
    this.data = data;
    this.seeds = seeds;
    this.plots = plots;
  }

  /** The same trial with other random numbers. */
  PreparedTrial with(Seeds others) {
    return new PreparedTrial(template, data, others, plots);
  }

  /** The same trial, which also saves what pictures of it are drawn from. */
  public PreparedTrial recorded(Plots wanted) {
    return new PreparedTrial(template, data, seeds, Optional.of(wanted));
  }

  TrialTemplate template() {
    return template;
  }

  Seeds seeds() {
    return seeds;
  }

  Optional<Plots> plots() {
    return plots;
  }

  Training training() {
    return template.training();
  }

  /** The data. */
  public SplitData data() {
    return data;
  }

  /** The network's formulas. */
  public Network network() {
    return template.network();
  }

  /** What is computed; the same object for trials that differ in their seeds alone. */
  public Program program() {
    return template.program();
  }

  /** The format of its numbers. */
  public Precision precision() {
    return template.precision();
  }

  /** What is measured beside the loss, whether the configuration names it or not. */
  public Metrics metrics() {
    return template.metrics();
  }

  /** All that has a value at the end of training. */
  public Measured measured() {
    return metrics()
        .measured(
            data, Measured.others(template.layers().map(watch -> watch.settings()), training()));
  }

  /** The floating-point operations of a training step. */
  public long stepOperations() {
    return LayerTable.stepOperations(program(), batchSize());
  }

  /** What its surface over two inputs takes in a file, in bytes beside the header. */
  public long bytes(Plots.Surface surface) {
    return Surfaces.bytes(this, surface);
  }

  /**
   * What trials must agree in, beside the structure of their programs, to be trained side by side.
   *
   * @param rows the number of rows that an epoch trains on
   * @param rowsPerStep the number of rows whose gradients make one step
   * @param splits the names of those that there are
   * @param runsSolo whether it is trained by plain Java, which sees one trial
   */
  public record LaneCompatibility(
      Precision precision,
      int batchSize,
      int rows,
      int rowsPerStep,
      int epochs,
      List<String> splits,
      boolean runsSolo) {}

  /** What others must agree in to be trained beside this one. */
  public LaneCompatibility laneCompatibility() {
    return new LaneCompatibility(
        precision(),
        batchSize(),
        rowsPerEpoch(),
        rowsPerStep(),
        training().epochs(),
        List.copyOf(data.splits().keySet()),
        template.learner().runsSolo());
  }

  /** Whether there are rows to evaluate after each epoch. */
  boolean hasValidation() {
    return data.splits().containsKey(SplitData.VALIDATION);
  }

  /** The number of rows in a step. */
  public int batchSize() {
    int rows = data.train().rows();
    Training training = training();
    boolean everyRow = training.batchSize().of(rows) >= rows;
    if (template.learner().runsSolo() && !everyRow) {
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

  /** The number of rows of a step that is no epoch's last. */
  int rowsPerStep() {
    return (int) Math.min((long) batchSize() * training().accumulate(), rowsPerEpoch());
  }

  /** The number of steps of an epoch. */
  int stepsPerEpoch() {
    return 1 + (rowsPerEpoch() - 1) / rowsPerStep();
  }

  /** Sets a lane's first weights, rate and noise. */
  void start(Plan plan, int lane) {
    plan.initialize(lane, name -> CountedDraws.of(seeds.weights(), Purpose.WEIGHTS, name, 0));
    plan.setNoiseSeed(lane, seeds.noise());
    template
        .learner()
        .formulas()
        .ifPresent(optimizer -> plan.setRate(lane, optimizer.learningRate()));
    template.initialWeights().load(plan, lane);
  }
}
