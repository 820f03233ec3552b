package dev.kassei.plotting.batch;

/**
 * Quantiles of sorted numbers, between which values are interpolated (type 7 of Hyndman and Fan
 * 1996).
 */
final class Quantiles {
  private static final double TAIL = 0.025;
  private static final double NORMAL_95 = 1.959964;

  /** Beyond this, powers of one half are no numbers any more. */
  private static final int LARGE = 1_000;

  private Quantiles() {}

  /**
   * A quantile.
   *
   * @param sorted ascending, at least one
   * @param share from 0 to 1
   */
  static double of(double[] sorted, double share) {
    double place = share * (sorted.length - 1);
    int below = (int) Math.floor(place);
    int above = Math.min(below + 1, sorted.length - 1);
    double rest = place - below;
    // the same numbers on both sides may be infinite
    return rest == 0 || sorted[below] == sorted[above]
        ? sorted[below]
        : sorted[below] + rest * (sorted[above] - sorted[below]);
  }

  static double median(double[] sorted) {
    return of(sorted, 0.5);
  }

  /**
   * How many numbers to leave out on either side of the sorted ones so that the rest holds the
   * median of what they were drawn from with a probability of at least 95 % (the sign test turned
   * around); 0 where even all of them do not.
   */
  static int outside(int count) {
    if (count > LARGE) {
      return (int) ((count - NORMAL_95 * Math.sqrt(count)) / 2) - 1;
    }
    double probability = StrictMath.pow(0.5, count);
    double tail = probability;
    int outside = 0;
    while (tail <= TAIL) {
      outside++;
      probability *= (count - outside + 1.0) / outside;
      tail += probability;
    }
    return Math.max(0, outside - 1);
  }
}
