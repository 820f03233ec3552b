package dev.kassei.batch.statistics;

/**
 * What was drawn with replacement, as many values in all as there were. Counts are enough for a
 * median, and to write down each resample of many values takes longer than to draw it.
 *
 * @param values in ascending order
 * @param counts how often each of them was drawn
 */
record Resample(double[] values, int[] counts) {
  /** As {@link Summary#median} has it of what was drawn. */
  double median() {
    int count = values.length;
    return Summary.medianOfSorted(new double[] {ranked((count - 1) / 2), ranked(count / 2)});
  }

  /**
   * A value by its place in ascending order.
   *
   * @param rank from 0
   */
  private double ranked(int rank) {
    int place = 0;
    int seen = counts[0];
    while (seen <= rank) {
      place++;
      seen += counts[place];
    }
    return values[place];
  }

  /** All that was drawn, in ascending order. Without branches, half of which would fail. */
  double[] sorted() {
    int[] begins = new int[values.length + 1];
    int next = 0;
    for (int i = 0; i < values.length; i++) {
      // a value that is not drawn is overwritten by the next one that is
      begins[next] = i;
      next += counts[i];
    }
    double[] sorted = new double[values.length];
    int current = 0;
    for (int i = 0; i < values.length; i++) {
      current = Math.max(current, begins[i]);
      sorted[i] = values[current];
    }
    return sorted;
  }
}
