package dev.kassei.experiment.config;

import static dev.kassei.api.value.Requirements.require;

import dev.kassei.api.FilePath;
import dev.kassei.api.value.Numbers;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * How rows are divided into splits: as fractions of all rows; or into folds, of which one is the
 * test split and the others train; or as a file says.
 *
 * @param train the split for training; if empty, what the others leave
 * @param validation the split on which settings are compared; with folds or a file, the share of
 *     the rows that are not for the test
 * @param test the split for the final judgement
 * @param stratify whether each split has the classes in the same proportions; if empty, it is so
 *     with folds or a file
 * @param folds the number of folds of a cross-validation
 * @param fold the fold that is the test split, from 0
 * @param file a file of folds: two lines each, the numbers of the training rows and of the test
 *     rows, from 0
 */
public record Split(
    OptionalDouble train,
    double validation,
    double test,
    Optional<Boolean> stratify,
    OptionalInt folds,
    OptionalInt fold,
    @FilePath Optional<String> file) {
  private static final double ROUNDING = 1e-9;

  /** From here on a share can only be meant in percent. */
  private static final double LEAST_PERCENT = 2;

  public Split {
    requireFraction("train", train.orElse(0));
    requireFraction("validation", validation);
    requireFraction("test", test);
    double sum = train.orElse(0) + validation + test;
    require(
        sum <= 1 + ROUNDING && (train.isEmpty() || sum >= 1 - ROUNDING),
        "train, validation and test must sum to 1 but sum to %s%s",
        sum,
        sum < 1 ? "; leave out train, which is what the others leave" : "");
    requireFolds(folds, fold, file);
    boolean isFolded = folds.isPresent() || file.isPresent();
    require(
        !isFolded || (test == 0 && train.isEmpty()),
        "%s cannot stand beside folds or file, which say what is for the test; validation can",
        test == 0 ? "train" : "test");
    require(!isFolded || validation < 1, "validation must be below 1, to leave rows for training");
  }

  /** All rows for training. */
  public Split() {
    this(OptionalDouble.empty(), 0, 0, false);
  }

  /** Splits as fractions. */
  public Split(OptionalDouble train, double validation, double test, boolean stratify) {
    this(
        train,
        validation,
        test,
        stratify ? Optional.of(true) : Optional.empty(),
        OptionalInt.empty(),
        OptionalInt.empty(),
        Optional.empty());
  }

  private static void requireFraction(String name, double value) {
    require(
        value >= 0 && value <= 1,
        "%s must be between 0 and 1 but was %s%s",
        name,
        value,
        value >= LEAST_PERCENT && value <= 100
            ? "; for %s %% write %s".formatted(Numbers.text(value), Numbers.text(value / 100))
            : "");
  }

  private static void requireFolds(OptionalInt folds, OptionalInt fold, Optional<String> file) {
    require(
        folds.isEmpty() || file.isEmpty(), "file and folds exclude each other; remove one of them");
    require(file.isEmpty() || !file.get().isBlank(), "file must name a file of folds");
    require(
        folds.isEmpty() || folds.getAsInt() >= 2,
        "folds must be at least 2 but was %s",
        folds.orElse(0));
    boolean isFolded = folds.isPresent() || file.isPresent();
    require(
        fold.isPresent() || !isFolded,
        "%s needs a fold beside it, the number of the fold that tests, from 0; for all of them"
            + " make it an axis, batch: {grid: {dataset.split.fold: {from: 0, count: %s}}}",
        folds.isPresent() ? "folds" : "file",
        folds.isPresent() ? folds.getAsInt() : "…");
    require(
        isFolded || fold.isEmpty(), "fold needs beside it folds, the number of folds, or a file");
    require(
        fold.orElse(0) >= 0 && fold.orElse(0) < folds.orElse(Integer.MAX_VALUE),
        "fold must be from 0 to %s but was %s",
        folds.isPresent() ? folds.getAsInt() - 1 : "the last of the file",
        fold.orElse(0));
  }

  /** The fraction of the rows that are for training. */
  public double trainFraction() {
    return train.orElse(Math.max(0, 1 - validation - test));
  }

  /** Whether a seed decides which rows are in which split. */
  public boolean isRandom() {
    return validation > 0 || test > 0 || folds.isPresent();
  }

  /** Whether each split has the classes in the same proportions. */
  public boolean isStratified() {
    return stratify.orElse(fold.isPresent());
  }
}
