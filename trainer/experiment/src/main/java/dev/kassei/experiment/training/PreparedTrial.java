package dev.kassei.experiment.training;

import dev.kassei.api.LearningAlgorithm;
import dev.kassei.api.Metric;
import dev.kassei.api.Minimizer;
import dev.kassei.api.Precision;
import dev.kassei.engine.plan.Program;
import dev.kassei.experiment.config.Measured;
import dev.kassei.experiment.config.Plots;
import dev.kassei.experiment.data.SplitData;
import java.util.List;
import java.util.Map;

/** An experiment that is ready to train. */
public final class PreparedTrial {
  private final Trial trial;

  PreparedTrial(Trial trial) {
    this.trial = trial;
  }

  Trial trial() {
    return trial;
  }

  /** The data. */
  public SplitData data() {
    return trial.data();
  }

  /** What is computed; the same object for trials that differ in their seeds alone. */
  public Program program() {
    return trial.program();
  }

  /** The format of its numbers. */
  public Precision precision() {
    return trial.precision();
  }

  /** The learning algorithm. */
  public LearningAlgorithm algorithm() {
    return trial.algorithm();
  }

  /** What is measured beside the loss, by name, whether the configuration names it or not. */
  public Map<String, Metric> metrics() {
    return trial.metrics().metrics();
  }

  /** Whether higher values of a metric such as {@code validation.accuracy} are better. */
  public boolean higherIsBetter(String metric) {
    return trial.metrics().higherIsBetter(metric);
  }

  /** What its surface over two inputs takes in a file, in bytes beside the header. */
  public long bytes(Plots.Surface surface) {
    return Surfaces.bytes(trial, surface);
  }

  /** What is measured. */
  public Measured measured() {
    return trial.metrics().measured(trial.data());
  }

  /** What a trial is worth that completed without a value of a metric. */
  public double undecided(String metric, int classes) {
    return trial.metrics().undecided(metric, classes);
  }

  /** The number of rows in a step. */
  public int batchSize() {
    return trial.batchSize();
  }

  /**
   * What trials must agree in, beside the structure of their programs, to be trained side by side.
   *
   * @param rows the number of rows that an epoch trains on
   * @param parts the splits that there are
   * @param runsSolo whether it is trained by plain Java, which sees one trial
   */
  public record LaneCompatibility(
      Precision precision,
      int batchSize,
      int rows,
      int epochs,
      List<String> parts,
      boolean runsSolo) {}

  /** What others must agree in to be trained beside this one. */
  public LaneCompatibility laneCompatibility() {
    return new LaneCompatibility(
        trial.precision(),
        trial.batchSize(),
        trial.rowsPerEpoch(),
        trial.training().epochs(),
        List.copyOf(trial.data().splits().keySet()),
        trial.algorithm() instanceof Minimizer);
  }
}
