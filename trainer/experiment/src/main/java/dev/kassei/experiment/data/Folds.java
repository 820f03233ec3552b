package dev.kassei.experiment.data;

import static dev.kassei.api.value.Requirements.require;

import dev.kassei.api.Dataset;
import dev.kassei.engine.random.CountedDraws;
import dev.kassei.engine.random.Permutation;
import dev.kassei.engine.random.Purpose;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * k-fold cross-validation. Rows in a random order, fixed by the seed alone, are dealt to the folds
 * in turn like cards; stratified, all rows of the first class first, then those of the second, and
 * so on. So each row is in one fold, and folds differ by one row at most, in total and in each
 * class.
 */
final class Folds {
  private Folds() {}

  /** The rows of one fold, in ascending order. */
  static int[] rows(Dataset data, int folds, int fold, boolean stratify, long seed) {
    require(
        folds <= data.rows(),
        "the data has %s rows, too few for %s folds; use fewer folds",
        data.rows(),
        folds);
    int[] order = Permutation.of(data.rows(), CountedDraws.key(seed, Purpose.SPLIT, "", 0));
    int[] dealt = stratify ? byClass(data, order) : order;
    return IntStream.range(0, dealt.length)
        .filter(place -> place % folds == fold)
        .map(place -> dealt[place])
        .sorted()
        .toArray();
  }

  /** Rows class by class, within a class in the order in which they come; numbers as they come. */
  static int[] byClass(Dataset data, int[] order) {
    if (!data.target().isClasses()) {
      return order;
    }
    return IntStream.range(0, data.target().classes().size())
        .flatMap(number -> Arrays.stream(order).filter(row -> data.targets()[row] == number))
        .toArray();
  }
}
