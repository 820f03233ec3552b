package dev.kassei.experiment.config;

import static dev.kassei.api.value.Requirements.require;

import dev.kassei.api.FilePath;
import dev.kassei.api.Listener;
import dev.kassei.api.Schedule;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * How long and in which batches a network is trained.
 *
 * @param epochs how often all rows are seen
 * @param maxSteps training ends at this step at the latest, also within an epoch
 * @param timeBudget training ends with the first step after so much time, also within an epoch
 * @param batchSize the number of rows in a step
 * @param dropLast whether a last batch of fewer rows is left out
 * @param shuffle whether each epoch has an order of its own
 * @param classWeights how much rows of each class count in the loss; if empty, all alike
 * @param validateEvery how often the validation split is measured
 * @param trainMetrics whether the training split is measured after each epoch, which costs a pass
 * @param logEvery an epoch is printed whenever so many have passed; if empty, about ten are
 * @param accumulate the number of batches whose gradients make one step together
 * @param clipValue the greatest absolute value of an element of the gradient; greater ones are set
 *     to it
 * @param clipNorm the greatest norm of the whole gradient; a longer one is scaled down to it
 * @param sharpnessAware where the gradients of a step are taken; if empty, at the weights
 * @param excludeFromDecay which parameters have no weight decay: {@code bias}, {@code norm}, or
 *     paths of layers
 * @param layerRates the learning rates of layers that have others; the last that fits counts
 * @param schedule how the learning rate changes; if empty, it does not
 * @param initialWeights a safetensors file to start from
 * @param earlyStopping when training ends before its last epoch
 * @param target a value whose first epoch is noted
 * @param listeners what watches a single run, but not the trials of a batch
 */
public record Training(
    int epochs,
    OptionalLong maxSteps,
    Optional<TimeBudget> timeBudget,
    BatchSize batchSize,
    boolean dropLast,
    boolean shuffle,
    Optional<ClassWeights> classWeights,
    ValidateEvery validateEvery,
    boolean trainMetrics,
    OptionalInt logEvery,
    int accumulate,
    OptionalDouble clipValue,
    OptionalDouble clipNorm,
    Optional<SharpnessAware> sharpnessAware,
    List<String> excludeFromDecay,
    List<LayerRate> layerRates,
    Optional<Schedule> schedule,
    @FilePath Optional<String> initialWeights,
    Optional<EarlyStopping> earlyStopping,
    Optional<TrainingTarget> target,
    List<Listener> listeners) {
  public Training {
    require(epochs >= 0, "epochs must not be negative but was %s", epochs);
    require(maxSteps.orElse(1) > 0, "max_steps must be positive but was %s", maxSteps.orElse(1));
    require(logEvery.orElse(1) > 0, "log_every must be positive but was %s", logEvery.orElse(1));
    require(accumulate > 0, "accumulate must be positive but was %s", accumulate);
    require(clipValue.orElse(1) > 0, "clip_value must be positive but was %s", clipValue.orElse(1));
    require(clipNorm.orElse(1) > 0, "clip_norm must be positive but was %s", clipNorm.orElse(1));
    excludeFromDecay = List.copyOf(excludeFromDecay);
    layerRates = List.copyOf(layerRates);
    listeners = List.copyOf(listeners);
  }

  /** 100 epochs in shuffled batches of 32 rows. */
  public Training() {
    this(
        100,
        OptionalLong.empty(),
        Optional.empty(),
        BatchSize.rows(32),
        false,
        true,
        Optional.empty(),
        new ValidateEvery(),
        false,
        OptionalInt.empty(),
        1,
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        Optional.empty(),
        List.of(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of());
  }

  /** The same training, whoever watches and whatever is printed of it. */
  Training quiet() {
    return new Training(
        epochs,
        maxSteps,
        timeBudget,
        batchSize,
        dropLast,
        shuffle,
        classWeights,
        validateEvery,
        trainMetrics,
        OptionalInt.empty(),
        accumulate,
        clipValue,
        clipNorm,
        sharpnessAware,
        excludeFromDecay,
        layerRates,
        schedule,
        initialWeights,
        earlyStopping,
        target,
        List.of());
  }
}
