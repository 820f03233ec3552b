package dev.kassei.experiment.inference;

import dev.kassei.api.Predictions;
import dev.kassei.experiment.config.ExperimentException;
import dev.kassei.experiment.training.Metrics;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a model is worth on the rows of a file that says what is right.
 *
 * @param rows their number
 * @param metrics the loss and the metrics of the experiment, by name
 * @param unused the names of the columns of the file that were not used
 */
public record FileEvaluation(int rows, Map<String, Double> metrics, List<String> unused) {
  /**
   * Evaluates a model.
   *
   * @param data a file as for {@link FilePredictions}, with the columns that were learned
   * @throws PredictionException if the file is not what the model needs
   * @throws ExperimentException if the loss is not defined for its targets
   */
  public static FileEvaluation of(SavedModel model, Path data) throws IOException {
    return PredictionException.reporting(() -> evaluated(model, data));
  }

  private static FileEvaluation evaluated(SavedModel model, Path data) throws IOException {
    try (RowFile file = RowFile.open(model, data)) {
      var labels = new RowLabels(model.preparation(), file.columns(), file.problems());
      file.problems().report();
      var predictor = new Predictor(model);
      var sums = new Sums();
      for (var block = file.next(); !block.rows().isEmpty(); block = file.next()) {
        double[] targets = labels.targets(block.rows());
        double[] weights = labels.weights(block.rows(), targets);
        file.problems().report();
        sums.add(predictor.evaluate(block.features(), targets), targets, weights);
      }
      if (sums.count == 0) {
        throw file.problems()
            .failure("expected rows to evaluate but there is only the line of names");
      }
      return sums.evaluation(model, predictor.outputs(), file.columns().unused());
    }
  }

  /** What is known of the rows so far. Mutable. */
  private static final class Sums {
    private final List<double[]> responses = new ArrayList<>();
    private final List<double[]> targets = new ArrayList<>();
    private final List<double[]> weights = new ArrayList<>();
    private double loss;
    private int count;

    void add(Predictor.Evaluated block, double[] right, double[] counting) {
      responses.add(block.responses());
      targets.add(right);
      weights.add(counting);
      // in the order of the rows, as a run does
      for (int i = 0; i < counting.length; i++) {
        loss += block.losses()[i] * counting[i];
      }
      count += counting.length;
    }

    FileEvaluation evaluation(SavedModel model, int outputs, List<String> unused) {
      var predictions =
          new Predictions(
              model.preparation().target(), outputs, joined(responses), joined(targets));
      var metrics = new LinkedHashMap<String, Double>();
      metrics.put("loss", loss / Arrays.stream(joined(weights)).sum());
      metrics.putAll(Metrics.of(model.config(), model.preparation().target()).values(predictions));
      return new FileEvaluation(count, metrics, unused);
    }

    private static double[] joined(List<double[]> blocks) {
      return blocks.stream().flatMapToDouble(Arrays::stream).toArray();
    }
  }
}
