package dev.kassei.experiment.inference;

import dev.kassei.results.RunFolder;
import dev.kassei.results.Tensor;
import dev.kassei.results.record.BestRecord;
import dev.kassei.results.record.RunFiles;
import java.io.IOException;
import java.util.List;
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
    String file = file(folder);
    folder.requireUnchanged(List.of(file));
    return folder.weights(file);
  }

  /** The file that holds them. */
  private String file(RunFolder folder) throws IOException {
    String other = this == BEST ? RunFiles.BEST_WEIGHTS : RunFiles.LAST_WEIGHTS;
    // what is the result has no file of its own
    boolean isOther = this != RESULT && folder.hasWritten(other);
    return isOther ? other : RunFiles.WEIGHTS;
  }
}
