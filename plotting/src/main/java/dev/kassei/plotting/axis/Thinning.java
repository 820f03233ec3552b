package dev.kassei.plotting.axis;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Chooses points so that what is left out could not be seen. */
public final class Thinning {
  private static final int MAX_POINTS = 2_000;
  private static final int BUCKETS = 500;
  private static final int CELLS = 400;
  private static final int LARGE_CLOUD = 5_000;

  private Thinning() {}

  /**
   * The points of curves over the same x to keep: all up to 2,000; of more, in each of 500 pieces
   * the first, the least, the greatest, and the first that is a gap.
   */
  public static int[] curve(double[]... curves) {
    int count = curves[0].length;
    if (count <= MAX_POINTS) {
      return IntStream.range(0, count).toArray();
    }
    var kept = new TreeSet<Integer>();
    kept.add(count - 1);
    for (int i = 0; i < BUCKETS; i++) {
      int from = (int) ((long) count * i / BUCKETS);
      int to = (int) ((long) count * (i + 1) / BUCKETS);
      kept.add(from);
      for (double[] curve : curves) {
        extremes(curve, from, to, kept);
      }
    }
    return kept.stream().mapToInt(Integer::intValue).toArray();
  }

  private static void extremes(double[] curve, int from, int to, Set<Integer> kept) {
    int least = from;
    int greatest = from;
    for (int i = from; i < to; i++) {
      if (!Interval.isDrawable(curve[i])) {
        continue;
      }
      least = curve[i] < curve[least] || !Interval.isDrawable(curve[least]) ? i : least;
      greatest = curve[i] > curve[greatest] || !Interval.isDrawable(curve[greatest]) ? i : greatest;
    }
    kept.add(least);
    kept.add(greatest);
    IntStream.range(from, to)
        .filter(i -> !Interval.isDrawable(curve[i]))
        .findFirst()
        .ifPresent(kept::add);
  }

  /** The points to keep of a cloud: of more than 5,000, one in each of 400 × 400 cells. */
  public static int[] cloud(double[] x, double[] y) {
    if (x.length <= LARGE_CLOUD) {
      return IntStream.range(0, x.length).toArray();
    }
    Interval width = Interval.of(x);
    Interval height = Interval.of(y);
    Set<Long> taken = new HashSet<>();
    return IntStream.range(0, x.length)
        .filter(i -> Interval.isDrawable(x[i]) && Interval.isDrawable(y[i]))
        .filter(i -> taken.add(cell(width, x[i]) * (CELLS + 1) + cell(height, y[i])))
        .toArray();
  }

  private static long cell(Interval range, double value) {
    return range.size() > 0 ? (long) (CELLS * range.fraction(value)) : 0;
  }

  /** The chosen ones of values. */
  public static double[] chosen(double[] values, int[] indices) {
    return Arrays.stream(indices).mapToDouble(i -> values[i]).toArray();
  }
}
