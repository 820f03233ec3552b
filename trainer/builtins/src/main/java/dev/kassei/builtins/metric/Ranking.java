package dev.kassei.builtins.metric;

import dev.kassei.api.Predictions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * The rows in the order of what they have for one class, highest first, in groups of equal value.
 *
 * @param groups of the rows with one value, how many are of the class and how many of others
 * @param positives the number of rows of the class
 * @param negatives the number of rows of other classes
 * @param isDecided whether values differ by more than 1e-6 of the largest, which may be noise
 */
record Ranking(List<Group> groups, int positives, int negatives, boolean isDecided) {
  record Group(int positives, int negatives) {}

  /**
   * The mean of a score over the classes that are meant: the one named, the second of two, or all
   * of several. A class that has no rows, or all, has no part in it. NaN where there is none with a
   * part, where no class tells rows apart, and where a value is no number.
   */
  static double mean(
      Predictions predictions, Optional<String> positive, ToDoubleFunction<Ranking> score) {
    List<Ranking> rankings =
        classes(predictions, positive)
            .mapToObj(k -> of(predictions, k))
            .filter(each -> each.positives > 0 && each.negatives > 0)
            .toList();
    boolean decided = rankings.stream().anyMatch(Ranking::isDecided);
    return decided ? rankings.stream().mapToDouble(score).average().getAsDouble() : Double.NaN;
  }

  private static IntStream classes(Predictions predictions, Optional<String> positive) {
    List<String> classes = predictions.target().classes();
    return positive
        .map(name -> IntStream.of(classes.indexOf(name)))
        .orElseGet(() -> IntStream.range(classes.size() == 2 ? 1 : 0, classes.size()));
  }

  private static Ranking of(Predictions predictions, int k) {
    List<Integer> order =
        IntStream.range(0, predictions.rows())
            .boxed()
            .sorted(Comparator.comparingDouble((Integer row) -> -value(predictions, row, k)))
            .toList();
    var groups = new ArrayList<Group>();
    int positives = 0;
    for (int from = 0; from < order.size(); ) {
      int to = endOfGroup(predictions, k, order, from);
      int own =
          (int) order.subList(from, to).stream().filter(row -> is(predictions, row, k)).count();
      groups.add(new Group(own, to - from - own));
      positives += own;
      from = to;
    }
    return new Ranking(
        groups, positives, order.size() - positives, tellsApart(predictions, k, order));
  }

  /** Small probabilities are as exact as large ones, so noise is in proportion to the largest. */
  private static boolean tellsApart(Predictions predictions, int k, List<Integer> order) {
    double most = value(predictions, order.get(0), k);
    double least = value(predictions, order.get(order.size() - 1), k);
    double size = Math.max(Math.abs(most), Math.abs(least));
    return most - least > Predictions.UNDECIDED * size;
  }

  private static int endOfGroup(Predictions predictions, int k, List<Integer> order, int from) {
    double value = value(predictions, order.get(from), k);
    int to = from + 1;
    while (to < order.size() && value(predictions, order.get(to), k) == value) {
      to++;
    }
    return to;
  }

  private static boolean is(Predictions predictions, int row, int k) {
    return predictions.targets()[row] == k;
  }

  /** One output is the probability of class 1. */
  private static double value(Predictions predictions, int row, int k) {
    double[] values = predictions.values();
    if (predictions.outputs() == 1) {
      return k == 1 ? values[row] : -values[row];
    }
    return values[row * predictions.outputs() + k];
  }
}
