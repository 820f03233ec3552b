package dev.kassei.export.tensorboard;

import dev.kassei.results.record.HistogramBin;
import java.util.List;

/**
 * A histogram as TensorBoard's {@code histogram.proto} has it. Sums are those of the middles of the
 * bins, since a run's folder has no others. Values that are not finite have no place in it.
 */
final class EventHistogram {
  private static final int MIN = 1;
  private static final int MAX = 2;
  private static final int COUNT = 3;
  private static final int SUM = 4;
  private static final int SUM_OF_SQUARES = 5;
  private static final int UPPER_ENDS = 6;
  private static final int COUNTS = 7;

  private EventHistogram() {}

  /** The message of bins in ascending order, of which at least one is of finite values. */
  static Message of(List<HistogramBin> all) {
    List<HistogramBin> bins = all.stream().filter(bin -> bin.lower() < bin.upper()).toList();
    double count = bins.stream().mapToDouble(HistogramBin::count).sum();
    double sum = bins.stream().mapToDouble(bin -> bin.count() * middle(bin)).sum();
    double squares =
        bins.stream().mapToDouble(bin -> bin.count() * middle(bin) * middle(bin)).sum();
    return new Message()
        .number(MIN, bins.get(0).lower())
        .number(MAX, bins.get(bins.size() - 1).upper())
        .number(COUNT, count)
        .number(SUM, sum)
        .number(SUM_OF_SQUARES, squares)
        .numbers(UPPER_ENDS, bins.stream().mapToDouble(HistogramBin::upper).toArray())
        .numbers(COUNTS, bins.stream().mapToDouble(HistogramBin::count).toArray());
  }

  private static double middle(HistogramBin bin) {
    return bin.lower() + (bin.upper() - bin.lower()) / 2;
  }
}
