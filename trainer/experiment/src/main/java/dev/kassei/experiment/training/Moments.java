package dev.kassei.experiment.training;

/**
 * Mean and variance of values that come in batches, in float64: those of each batch in two passes,
 * then put together (Chan, Golub, LeVeque 1979). Mutable.
 */
final class Moments {
  private long count;
  private double mean;
  private double squares;

  /** Takes further values. */
  void add(double[] values) {
    if (values.length == 0) {
      return;
    }
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    double itsMean = sum / values.length;
    double itsSquares = 0;
    for (double value : values) {
      itsSquares += (value - itsMean) * (value - itsMean);
    }
    long all = count + values.length;
    double between = itsMean - mean;
    double share = (double) values.length / all;
    squares += itsSquares + between * between * count * share;
    mean = count == 0 ? itsMean : mean + between * share;
    count = all;
  }

  double mean() {
    return mean;
  }

  /** The population variance. */
  double variance() {
    return squares / count;
  }
}
