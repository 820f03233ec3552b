package dev.kassei.experiment.inference;

import dev.kassei.api.Predictions;
import dev.kassei.engine.Programs;
import dev.kassei.engine.plan.Entry;
import dev.kassei.engine.plan.Plan;
import dev.kassei.engine.plan.PlanOptions;
import dev.kassei.engine.plan.Program;
import dev.kassei.experiment.config.ExperimentException;
import dev.kassei.experiment.data.Standardizer;
import dev.kassei.experiment.plugin.PluginFailure;
import dev.kassei.experiment.training.Network;
import dev.kassei.experiment.training.Weights;
import dev.kassei.results.Tensor;
import dev.kassei.results.record.Preparation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Computes what a saved model says about rows, to the bits of its run. For one thread; a second one
 * makes a predictor of its own.
 */
public final class Predictor {
  /** So many rows are computed at once, which bounds the memory that large networks need. */
  public static final int ROWS = 128;

  private final SavedModel model;
  private final Plan plan;
  private final Optional<Standardizer> features;
  private final Optional<Standardizer> targets;

  /**
   * Makes the plan of a model's predictions.
   *
   * @throws ExperimentException if its weights are not those of its network, or its network is
   *     random in inference, too
   */
  public Predictor(SavedModel model) {
    this.model = model;
    Network network = model.network();
    Program program = Programs.inference(network.response(), network.losses());
    program.noisePath().ifPresent(Predictor::refuseNoise);
    this.plan = new Plan(List.of(program), PlanOptions.of(model.precision(), ROWS));
    List<String> problems = Weights.write(used(model.weights(), plan), plan, 0);
    if (!problems.isEmpty()) {
      throw new ExperimentException(
          "model", "the saved weights do not fit: " + String.join("; ", problems));
    }
    Preparation preparation = model.preparation();
    this.features =
        preparation
            .means()
            .map(
                means ->
                    Standardizer.of(
                        preparation.featureNames(), means, preparation.deviations().orElseThrow()));
    this.targets =
        preparation
            .targetMeans()
            .map(
                means ->
                    Standardizer.of(
                        preparation.target().names(),
                        means,
                        preparation.targetDeviations().orElseThrow()));
  }

  /** Which rows of a run drew which numbers is not known for others. */
  private static void refuseNoise(String path) {
    throw new ExperimentException(
        "model",
        "%s draws random numbers in inference, too, so one row has many predictions; if that is not meant, end the layer with byMode, which leaves noise to training, and train it again"
            .formatted(path.isEmpty() ? "the network" : "'" + path + "'"));
  }

  /** Without what training alone uses, such as the scale of noise. */
  private static Map<String, Tensor> used(Map<String, Tensor> weights, Plan plan) {
    var used = new LinkedHashMap<>(weights);
    used.keySet().retainAll(plan.tensors().names());
    return used;
  }

  /** The number of predicted columns. */
  public int outputs() {
    return model.network().outputs();
  }

  /**
   * What the model says: probabilities of classes, or numbers in the unit of the targets.
   *
   * @param rows rows × features, row by row, without gaps and before they are scaled; not modified
   * @return rows × outputs, row by row
   */
  public double[] responses(double[] rows) {
    double[] scaled = features.map(each -> each.apply(rows)).orElse(rows);
    double[] responses = new double[count(rows) * outputs()];
    for (int from = 0; from < count(rows); from += ROWS) {
      int size = Math.min(ROWS, count(rows) - from);
      fill(scaled, from, size);
      run(Entry.PREDICT, size);
      copy(Programs.RESPONSE, responses, from * outputs(), size);
    }
    return targets.map(each -> each.invert(responses)).orElse(responses);
  }

  private int count(double[] rows) {
    return rows.length / model.preparation().width();
  }

  /** A model may ignore its features. */
  private void fill(double[] scaled, int from, int size) {
    if (plan.hasInput(Network.FEATURES)) {
      plan.inputs(Network.FEATURES, 0, scaled, from, size);
    }
  }

  private void run(Entry entry, int rows) {
    try {
      plan.run(entry, rows);
    } catch (IllegalArgumentException e) {
      throw PluginFailure.of(e).isPresent() ? e : new ExperimentException("model", e);
    }
  }

  /**
   * What the model says about rows whose targets are known.
   *
   * @param responses rows × outputs, row by row
   * @param losses the loss of each row
   */
  record Evaluated(double[] responses, double[] losses) {}

  /**
   * The same as {@link #responses}, beside the loss of each row.
   *
   * @param known rows × target columns, row by row, before they are scaled; not modified
   */
  Evaluated evaluate(double[] rows, double[] known) {
    double[] scaled = features.map(each -> each.apply(rows)).orElse(rows);
    double[] wanted = targets.map(each -> each.apply(known)).orElse(known);
    check(wanted);
    double[] responses = new double[count(rows) * outputs()];
    double[] losses = new double[count(rows)];
    for (int from = 0; from < losses.length; from += ROWS) {
      int size = Math.min(ROWS, losses.length - from);
      fill(scaled, from, size);
      if (plan.hasInput(Network.TARGETS)) {
        plan.inputs(Network.TARGETS, 0, wanted, from, size);
      }
      run(Entry.EVALUATE, size);
      copy(Programs.RESPONSE, responses, from * outputs(), size);
      copy(Programs.LOSSES, losses, from, size);
    }
    return new Evaluated(targets.map(each -> each.invert(responses)).orElse(responses), losses);
  }

  private void check(double[] wanted) {
    try {
      model.config().experiment().loss().check(model.preparation().target(), wanted.clone());
    } catch (IllegalArgumentException e) {
      throw new ExperimentException("loss", e);
    }
  }

  private void copy(String output, double[] into, int from, int rows) {
    double[] block = plan.output(output, 0, rows);
    System.arraycopy(block, 0, into, from, block.length);
  }

  /** The same beside targets that are not known, 0, from which nothing is to be computed. */
  public Predictions predictions(double[] rows) {
    int columns = model.preparation().target().columns();
    return new Predictions(
        model.preparation().target(),
        outputs(),
        responses(rows),
        new double[count(rows) * columns]);
  }
}
