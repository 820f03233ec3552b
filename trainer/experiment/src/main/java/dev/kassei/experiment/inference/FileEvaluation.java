package dev.kassei.experiment.inference;

import dev.kassei.experiment.config.ExperimentException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What a model is worth on the rows of a file that says what is right.
 *
 * @param rows their number
 * @param metrics the loss and the metrics of the experiment, by name; NaN where one is not defined
 * @param remarks why metrics are not defined, in sentences
 * @param unused the names of the columns of the file that were not used
 */
public record FileEvaluation(
    int rows, Map<String, Double> metrics, List<String> remarks, List<String> unused) {
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
      var evaluation = new ModelEvaluation(model);
      for (var block = file.next(); !block.rows().isEmpty(); block = file.next()) {
        double[] targets = labels.targets(block.rows());
        double[] weights = labels.weights(block.rows());
        file.problems().report();
        evaluation.add(block.features(), targets, weights);
      }
      if (evaluation.rows() == 0) {
        throw file.problems()
            .failure("expected rows to evaluate but there is only the line of names");
      }
      ModelEvaluation.Result result = evaluation.result();
      return new FileEvaluation(
          evaluation.rows(), result.metrics(), result.remarks(), file.columns().unused());
    }
  }
}
