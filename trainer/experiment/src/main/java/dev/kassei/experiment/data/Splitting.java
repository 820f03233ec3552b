package dev.kassei.experiment.data;

import static dev.kassei.api.value.Requirements.require;

import dev.kassei.api.Dataset;
import dev.kassei.engine.random.CountedDraws;
import dev.kassei.engine.random.Permutation;
import dev.kassei.engine.random.Purpose;
import dev.kassei.experiment.config.Split;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** Chooses the rows of each split as a configuration says. */
final class Splitting {
  private Splitting() {}

  /**
   * The rows of each split.
   *
   * @param folder where a relative path starts
   * @throws IllegalArgumentException if the rows cannot be divided so
   * @throws IOException if a file of folds cannot be read
   */
  static SplitRows rows(Dataset data, Split split, long seed, Path folder) throws IOException {
    boolean stratify = split.isStratified();
    require(
        data.target().isClasses() || !split.stratify().orElse(false),
        "stratify keeps the share of each class, but the target is no class; leave it out");
    if (data.testFrom().isPresent()) {
      return dividedByItsAuthors(data, data.testFrom().getAsInt(), split, seed);
    }
    if (split.file().isPresent()) {
      Path file = folder.resolve(split.file().get());
      FoldsFile fold = FoldsFile.read(file, folder, split.fold().orElseThrow(), data.rows());
      return withTest(data, fold.train(), fold.test(), split.validation(), stratify, seed);
    }
    if (split.folds().isPresent()) {
      int folds = split.folds().getAsInt();
      int[] test = Folds.rows(data, folds, split.fold().orElseThrow(), stratify, seed);
      boolean[] isTest = marked(test, data.rows());
      int[] others = numbers(data, row -> !isTest[row]);
      return withTest(data, others, test, split.validation(), stratify, seed);
    }
    double[] fractions = {split.trainFraction(), split.validation(), split.test()};
    return SplitRows.of(data, fractions, stratify, seed);
  }

  private static SplitRows dividedByItsAuthors(Dataset data, int from, Split split, long seed) {
    require(
        split.test() == 0 && split.fold().isEmpty(),
        "the data comes with its own test rows, %s of %s; remove split.%s; validation can be given",
        data.rows() - from,
        data.rows(),
        split.test() == 0 ? "fold" : "test");
    int[] others = numbers(data, row -> row < from);
    int[] test = numbers(data, row -> row >= from);
    return withTest(data, others, test, split.validation(), split.isStratified(), seed);
  }

  /**
   * The test rows are given. Of the others, in a random order and if stratified class by class,
   * those validate at whose place the share completes a whole row.
   */
  private static SplitRows withTest(
      Dataset data, int[] others, int[] test, double validation, boolean stratify, long seed) {
    boolean[] isOther = marked(others, data.rows());
    int[] order =
        Arrays.stream(Permutation.of(data.rows(), CountedDraws.key(seed, Purpose.SPLIT, "", 0)))
            .filter(row -> isOther[row])
            .toArray();
    int[] dealt = stratify ? Folds.byClass(data, order) : order;
    boolean[] isValidation = marked(validating(dealt, validation), data.rows());
    return new SplitRows(
        numbers(data, row -> isOther[row] && !isValidation[row]),
        numbers(data, row -> isValidation[row]),
        Arrays.stream(test).sorted().toArray());
  }

  private static int[] validating(int[] dealt, double share) {
    int[] chosen =
        IntStream.range(0, dealt.length)
            .filter(place -> Math.floor((place + 1) * share) > Math.floor(place * share))
            .map(place -> dealt[place])
            .toArray();
    require(
        share == 0 || chosen.length > 0,
        "validation: %s of %s rows is less than one; use a larger share",
        share,
        dealt.length);
    return chosen;
  }

  private static boolean[] marked(int[] some, int rows) {
    boolean[] isMarked = new boolean[rows];
    for (int row : some) {
      isMarked[row] = true;
    }
    return isMarked;
  }

  private static int[] numbers(Dataset data, IntPredicate isChosen) {
    return IntStream.range(0, data.rows()).filter(isChosen).toArray();
  }
}
