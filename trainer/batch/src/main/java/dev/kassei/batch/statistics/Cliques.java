package dev.kassei.batch.statistics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The bars of a critical-difference diagram: groups of methods of which no two differ.
 *
 * <p>Methods stand in the order of their mean ranks, and a clique is a run in that order, of at
 * least two, that cannot be extended on either side. Since Wilcoxon tests are not tests of mean
 * ranks, two methods may not differ although one between them differs from both; a bar across it
 * would say too much, so there is none.
 */
public final class Cliques {
  private Cliques() {}

  /** A relation between two methods, by number. */
  @FunctionalInterface
  public interface Difference {
    /** Whether the two differ; symmetric. */
    boolean differ(int first, int second);
  }

  /** Finds the cliques; each lists its methods from the best mean rank to the worst. */
  public static List<List<Integer>> of(double[] meanRanks, Difference difference) {
    List<Integer> order = order(meanRanks);
    var cliques = new ArrayList<List<Integer>>();
    int reached = 0;
    for (int start = 0; start < order.size(); start++) {
      int end = end(order, start, difference);
      // a run that ends where an earlier one does lies within it
      if (end > reached && end - start >= 2) {
        cliques.add(List.copyOf(order.subList(start, end)));
      }
      reached = Math.max(reached, end);
    }
    return List.copyOf(cliques);
  }

  /** Methods by mean rank; equal ones by number. */
  public static List<Integer> order(double[] meanRanks) {
    return IntStream.range(0, meanRanks.length)
        .boxed()
        .sorted(Comparator.comparingDouble(i -> meanRanks[i]))
        .toList();
  }

  private static int end(List<Integer> order, int start, Difference difference) {
    int end = start + 1;
    while (end < order.size() && joins(order, start, end, difference)) {
      end++;
    }
    return end;
  }

  private static boolean joins(List<Integer> order, int start, int end, Difference difference) {
    return IntStream.range(start, end)
        .noneMatch(i -> difference.differ(order.get(i), order.get(end)));
  }
}
