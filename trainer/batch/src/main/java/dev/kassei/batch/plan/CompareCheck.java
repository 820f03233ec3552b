package dev.kassei.batch.plan;

import dev.kassei.experiment.config.EarlyStopping;
import dev.kassei.experiment.config.Measure;
import dev.kassei.experiment.config.Measured;
import dev.kassei.experiment.config.Training;
import java.util.Optional;

/** Says why an experiment will not have what is compared. */
public final class CompareCheck {
  private final Compare compare;
  private final Measured measured;
  private final Training training;

  private CompareCheck(Compare compare, Measured measured, Training training) {
    this.compare = compare;
    this.measured = measured;
    this.training = training;
  }

  /**
   * What is wrong.
   *
   * @param key the key of {@code batch.compare} to look at
   * @param message what was expected, what came and what to do
   */
  public record Finding(String key, String message) {}

  /** The first thing that is wrong; empty if the experiment will have what is compared. */
  public static Optional<Finding> of(Compare compare, Measured measured, Training training) {
    var check = new CompareCheck(compare, measured, training);
    return switch (compare.epoch().kind()) {
      case LAST -> check.metric();
      case BEST -> check.ofWholeTraining().or(check::best).or(check::metric);
      case NUMBER -> check.number(compare.epoch().number().orElseThrow());
    };
  }

  private Optional<Finding> metric() {
    return compare
        .measure()
        .flatMap(measured::missing)
        .map(message -> new Finding(BatchKeys.METRIC, message));
  }

  private Optional<Finding> ofWholeTraining() {
    return compare
        .measure()
        .filter(Measure::isEpochsToTarget)
        .flatMap(measure -> epoch(measure + " is of the whole training; compare the last epoch"));
  }

  private Optional<Finding> best() {
    return measured.hasValidation() || training.earlyStopping().isPresent()
        ? Optional.empty()
        : epoch(
            "the best epoch is chosen on validation rows, and there are none; give"
                + " dataset.split.validation, such as 0.2, or compare the last epoch");
  }

  private Optional<Finding> number(int epoch) {
    int epochs = training.epochs();
    if (epoch >= epochs) {
      return epoch(
          "there is no epoch %s: training.epochs is %s, and epochs count from 0"
              .formatted(epoch, epochs));
    }
    if (!SavedEpochs.has(epoch, epochs)) {
      return epoch(
          "epoch %s of %s is not saved; the nearest are %s"
              .formatted(epoch, epochs, SavedEpochs.beside(epoch, epochs)));
    }
    if (training.earlyStopping().filter(stopping -> mayEndBefore(epoch, stopping)).isPresent()) {
      return epoch(
          "training.early_stopping may end a trial before epoch %s; compare the best or the last"
                  .formatted(epoch)
              + " epoch");
    }
    return compare
        .measure()
        .flatMap(measure -> measured.missingFromEpochs(measure.toString()))
        .map(message -> new Finding(BatchKeys.METRIC, message + "; or compare the last epoch"));
  }

  /** Which epochs are saved of more than can be depends on when a trial ends. */
  private boolean mayEndBefore(int epoch, EarlyStopping stopping) {
    boolean areAllSaved = training.epochs() <= SavedEpochs.MAX_EPOCHS;
    return epoch > 0 && !(areAllSaved && epoch < stopping.patience());
  }

  private static Optional<Finding> epoch(String message) {
    return Optional.of(new Finding(BatchKeys.EPOCH, message));
  }
}
