package dev.kassei.experiment.training;

import dev.kassei.results.record.HistogramBin;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Counts values in bins of equal width between the least and the greatest finite one. All values
 * are seen twice: first their range is taken, then they are counted. Mutable.
 */
final class Histogram {
  private static final int BINS = 40;

  private double least = Double.POSITIVE_INFINITY;
  private double greatest = Double.NEGATIVE_INFINITY;
  private long notANumber;
  private long negativeInfinity;
  private long positiveInfinity;
  private double[] edges = {};
  private final long[] counts = new long[BINS];

  /** The bins of a few values. */
  static List<HistogramBin> of(HistogramBin.Kind kind, String name, double[] values) {
    var histogram = new Histogram();
    histogram.measure(values);
    histogram.count(values);
    return histogram.bins(kind, name);
  }

  /** Takes the range of further values. */
  void measure(double[] values) {
    for (double value : values) {
      if (Double.isFinite(value)) {
        least = Math.min(least, value);
        greatest = Math.max(greatest, value);
      }
    }
  }

  /** Counts further values, once all were measured. */
  void count(double[] values) {
    if (edges.length == 0) {
      edges = edges();
    }
    for (double value : values) {
      count(value);
    }
  }

  private void count(double value) {
    if (Double.isFinite(value)) {
      int found = Arrays.binarySearch(edges, value);
      int bin = found >= 0 ? found : -found - 2;
      counts[Math.max(0, Math.min(BINS - 1, bin))]++;
    } else if (Double.isNaN(value)) {
      notANumber++;
    } else if (value < 0) {
      negativeInfinity++;
    } else {
      positiveInfinity++;
    }
  }

  /** Where all values are the same, the bins go half a unit, or half the value, to both sides. */
  private double[] edges() {
    double margin = least < greatest ? 0 : Math.max(0.5, Math.abs(least) / 2);
    double from = Math.max(-Double.MAX_VALUE, least - margin);
    double to = Math.min(Double.MAX_VALUE, greatest + margin);
    double[] all = new double[BINS + 1];
    for (int i = 0; i <= BINS; i++) {
      double share = (double) i / BINS;
      // not by the width, which may be more than a number can hold
      all[i] = from * (1 - share) + to * share;
    }
    return all;
  }

  /** All bins, then a line for each kind of value that is not finite, if there are any. */
  List<HistogramBin> bins(HistogramBin.Kind kind, String name) {
    var bins = new ArrayList<HistogramBin>();
    for (int i = 0; i < BINS && least <= greatest; i++) {
      bins.add(new HistogramBin(kind, name, edges[i], edges[i + 1], counts[i]));
    }
    add(bins, kind, name, Double.NEGATIVE_INFINITY, negativeInfinity);
    add(bins, kind, name, Double.POSITIVE_INFINITY, positiveInfinity);
    add(bins, kind, name, Double.NaN, notANumber);
    return bins;
  }

  private static void add(
      List<HistogramBin> bins, HistogramBin.Kind kind, String name, double value, long count) {
    if (count > 0) {
      bins.add(new HistogramBin(kind, name, value, value, count));
    }
  }
}
