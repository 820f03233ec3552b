package dev.kassei.experiment.inference;

import dev.kassei.results.RunFolder;
import dev.kassei.results.Tensor;
import dev.kassei.results.record.BestRecord;
import dev.kassei.results.record.RunFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.Optional;

/** Which of the weights that a run saved. */
public enum SavedWeights {
  /** Those of {@code predictions.csv} and of the final metrics. */
  RESULT,
  /** Those of the best epoch. */
  BEST,
  /** Those of the last epoch. */
  LAST;

  /**
   * Reads them.
   *
   * @throws PredictionException if the best are asked for and nobody looked for them
   */
  Map<String, Tensor> read(RunFolder folder, Optional<BestRecord> best) throws IOException {
    if (this == BEST && best.isEmpty()) {
      throw PredictionException.of(
          "'%s' has no best weights, since training.early_stopping did not look for them; use the last"
              .formatted(folder.path()));
    }
    String other = this == BEST ? RunFiles.BEST_WEIGHTS : RunFiles.LAST_WEIGHTS;
    // what is the result has no file of its own
    boolean isOther = this != RESULT && Files.exists(folder.file(other));
    return folder.weights(isOther ? other : RunFiles.WEIGHTS);
  }
}
