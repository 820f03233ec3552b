package dev.kassei.trainer.config;

import static dev.kassei.api.Requirements.require;

import dev.kassei.api.FilePath;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * How long and in which batches a network is trained.
 *
 * @param epochs how often all rows are seen
 * @param batchSize the number of rows in a step
 * @param dropLast whether a last batch of fewer rows is left out
 * @param shuffle whether each epoch has an order of its own
 * @param logEvery an epoch is printed whenever so many have passed; if empty, about ten are
 * @param clipNorm the greatest norm of the whole gradient; a longer one is scaled down to it
 * @param initialWeights a safetensors file to start from
 * @param earlyStopping when training ends before its last epoch
 */
public record Training(
    int epochs,
    BatchSize batchSize,
    boolean dropLast,
    boolean shuffle,
    OptionalInt logEvery,
    OptionalDouble clipNorm,
    @FilePath Optional<String> initialWeights,
    Optional<EarlyStopping> earlyStopping) {
  public Training {
    require(epochs >= 0, "epochs must not be negative but was %s", epochs);
    require(logEvery.orElse(1) > 0, "log_every must be positive but was %s", logEvery.orElse(1));
    require(clipNorm.orElse(1) > 0, "clip_norm must be positive but was %s", clipNorm.orElse(1));
  }

  /** 100 epochs in shuffled batches of 32 rows. */
  public Training() {
    this(
        100,
        BatchSize.rows(32),
        false,
        true,
        OptionalInt.empty(),
        OptionalDouble.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** The same training, whatever is printed of it. */
  Training quiet() {
    return new Training(
        epochs,
        batchSize,
        dropLast,
        shuffle,
        OptionalInt.empty(),
        clipNorm,
        initialWeights,
        earlyStopping);
  }
}
