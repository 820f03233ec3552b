package dev.kassei.batch.statistics;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Signed-rank tests of all pairs of methods over data sets, adjusted after Holm: what A. Benavoli,
 * G. Corani, F. Mangili, JMLR 17 (2016), advise instead of comparing mean ranks.
 *
 * @param methods the number of methods k
 * @param pairs all k·(k − 1)/2 of them, in the order (0, 1), (0, 2) … (1, 2) …
 */
public record PairwiseWilcoxon(int methods, List<Pair> pairs) {
  /**
   * Two methods.
   *
   * @param wins the number of data sets on which the first is the better
   * @param losses the number of data sets on which the second is the better; on the others they are
   *     tied
   * @param wilcoxon the test of the first's improvements over the second
   * @param adjustedP its p value after Holm
   */
  public record Pair(
      int first, int second, int wins, int losses, Wilcoxon wilcoxon, double adjustedP) {
    /** The number of data sets on which neither is the better. */
    public int ties() {
      return wilcoxon.zeros();
    }

    /** The same seen from the other side. */
    public Pair reversed() {
      var reversed =
          new Wilcoxon(
              wilcoxon.pairs(),
              wilcoxon.zeros(),
              wilcoxon.negativeRankSum(),
              wilcoxon.positiveRankSum(),
              wilcoxon.p(),
              wilcoxon.exact());
      return new Pair(second, first, losses, wins, reversed, adjustedP);
    }
  }

  public PairwiseWilcoxon {
    pairs = List.copyOf(pairs);
  }

  /**
   * Tests all pairs.
   *
   * @param scores data sets × methods, at least one data set; NaN for a failure
   */
  public static PairwiseWilcoxon of(double[][] scores, Scoring scoring) {
    int methods = scores[0].length;
    var pairs = new ArrayList<Pair>();
    for (int first = 0; first < methods; first++) {
      for (int second = first + 1; second < methods; second++) {
        double[] improvements = scoring.improvements(column(scores, first), column(scores, second));
        pairs.add(pair(first, second, improvements));
      }
    }
    return adjusted(List.of(new PairwiseWilcoxon(methods, pairs))).get(0);
  }

  /** The same with p values adjusted over the pairs of all of them. */
  static List<PairwiseWilcoxon> adjusted(List<PairwiseWilcoxon> results) {
    List<Pair> all = results.stream().flatMap(each -> each.pairs().stream()).toList();
    double[] p = Holm.adjust(all.stream().mapToDouble(each -> each.wilcoxon().p()).toArray());
    Iterator<Pair> adjusted =
        IntStream.range(0, p.length).mapToObj(i -> withP(all.get(i), p[i])).iterator();
    return results.stream().map(each -> each.with(adjusted)).toList();
  }

  private PairwiseWilcoxon with(Iterator<Pair> adjusted) {
    return new PairwiseWilcoxon(methods, pairs.stream().map(each -> adjusted.next()).toList());
  }

  /** The pair of two methods, seen from {@code first}. */
  public Pair pair(int first, int second) {
    return first > second ? pair(second, first).reversed() : pairs.get(index(first, second));
  }

  /** Whether two methods differ at a level, after Holm. */
  public boolean differ(int first, int second, double alpha) {
    return pair(first, second).adjustedP() <= alpha;
  }

  static double[] column(double[][] rows, int column) {
    return IntStream.range(0, rows.length).mapToDouble(row -> rows[row][column]).toArray();
  }

  private int index(int first, int second) {
    return first * methods - first * (first + 1) / 2 + second - first - 1;
  }

  private static Pair pair(int first, int second, double[] improvements) {
    var wilcoxon = Wilcoxon.of(improvements);
    int wins =
        (int) IntStream.range(0, improvements.length).filter(i -> improvements[i] > 0).count();
    int losses = improvements.length - wilcoxon.zeros() - wins;
    return new Pair(first, second, wins, losses, wilcoxon, wilcoxon.p());
  }

  private static Pair withP(Pair pair, double adjustedP) {
    return new Pair(
        pair.first(), pair.second(), pair.wins(), pair.losses(), pair.wilcoxon(), adjustedP);
  }
}
