package dev.kassei.experiment.inference;

import static dev.kassei.api.value.Requirements.require;

import dev.kassei.api.Predictions;
import dev.kassei.api.Target;
import dev.kassei.api.value.Numbers;
import dev.kassei.experiment.training.Metrics;
import dev.kassei.results.text.Heading;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Measures a model on rows whose targets are known, block by block. Mutable, for one thread. */
public final class ModelEvaluation {
  private static final String LOSS = "loss";

  private final SavedModel model;
  private final Predictor predictor;
  private final List<double[]> responses = new ArrayList<>();
  private final List<double[]> targets = new ArrayList<>();
  private final List<double[]> weights = new ArrayList<>();
  private double loss;
  private int rows;

  public ModelEvaluation(SavedModel model) {
    this.model = model;
    this.predictor = new Predictor(model);
  }

  /**
   * Adds rows; no array is modified.
   *
   * @param features rows × features, row by row, without gaps and before they are scaled
   * @param known rows × target columns, row by row: numbers of classes, or numbers in the unit of
   *     the data
   * @param own how much each row counts in the loss, beside its class
   */
  public void add(double[] features, double[] known, double[] own) {
    Predictor.Evaluated block = predictor.evaluate(features, known);
    double[] counting = counting(known, own);
    responses.add(block.responses());
    targets.add(known);
    weights.add(counting);
    // in the order of the rows, as a run does
    for (int i = 0; i < counting.length; i++) {
      loss += block.losses()[i] * counting[i];
    }
    rows += counting.length;
  }

  private double[] counting(double[] known, double[] own) {
    return model
        .preparation()
        .classWeights()
        .map(
            ofClasses ->
                IntStream.range(0, own.length)
                    .mapToDouble(i -> own[i] * ofClasses.get((int) known[i]))
                    .toArray())
        .orElse(own);
  }

  /** The number of rows so far. */
  public int rows() {
    return rows;
  }

  /**
   * What came out.
   *
   * @throws IllegalArgumentException if no row counts
   */
  public Result result() {
    double all = Arrays.stream(joined(weights)).sum();
    require(all > 0, "expected a row that counts in the loss, but the weights of all are 0");
    var metrics = new LinkedHashMap<String, Double>();
    metrics.put(LOSS, loss / all);
    Target target = model.preparation().target();
    var predictions =
        new Predictions(target, predictor.outputs(), joined(responses), joined(targets));
    metrics.putAll(Metrics.of(model.config(), target).values(predictions));
    return new Result(metrics, remarks(metrics, predictions));
  }

  /**
   * What a model is worth.
   *
   * @param metrics the loss and the metrics of the experiment, by name; NaN where one is not
   *     defined
   * @param remarks why metrics are not defined, in sentences
   */
  public record Result(Map<String, Double> metrics, List<String> remarks) {}

  private static List<String> remarks(Map<String, Double> metrics, Predictions predictions) {
    String names =
        metrics.keySet().stream()
            .filter(name -> metrics.get(name).isNaN())
            .map(Heading::of)
            .collect(Collectors.joining(", "));
    if (names.isEmpty() || metrics.get(LOSS).isNaN()) {
      return List.of();
    }
    if (predictions.target().isClasses() && isUndecided(predictions)) {
      return List.of(
          "%s: undecided, since no prediction is more than %s away from a tie"
              .formatted(names, Numbers.text(Predictions.UNDECIDED)));
    }
    return areEqual(predictions)
        ? List.of("%s: not defined, since %s".formatted(names, equality(predictions)))
        : List.of();
  }

  private static boolean isUndecided(Predictions predictions) {
    return IntStream.range(0, predictions.rows()).allMatch(predictions::isTied);
  }

  private static boolean areEqual(Predictions predictions) {
    double[] known = predictions.targets();
    int columns = predictions.target().columns();
    return IntStream.range(0, known.length).allMatch(i -> known[i] == known[i % columns]);
  }

  private static String equality(Predictions predictions) {
    Target target = predictions.target();
    return target.isClasses()
        ? "all rows are of the class '%s'"
            .formatted(target.classes().get((int) predictions.targets()[0]))
        : "all targets are equal";
  }

  private static double[] joined(List<double[]> blocks) {
    return blocks.stream().flatMapToDouble(Arrays::stream).toArray();
  }
}
