package dev.kassei.plotting.batch;

import dev.kassei.plotting.figure.Artist;
import dev.kassei.plotting.figure.Color;
import dev.kassei.plotting.figure.Orientation;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A number and the interval it lies in.
 *
 * @param name of what it was measured on, such as a method
 * @param center NaN where there is none
 * @param low the interval's lower end; NaN where there is none
 * @param high the interval's upper end; NaN where there is none
 */
public record Estimate(String name, double center, double low, double high) {
  /** Estimates one below the other. */
  static Artist intervals(List<Estimate> estimates, Color color) {
    return new Artist.Intervals(
        "",
        Orientation.HORIZONTAL,
        IntStream.range(0, estimates.size()).asDoubleStream().toArray(),
        estimates.stream().mapToDouble(Estimate::center).toArray(),
        estimates.stream().mapToDouble(Estimate::low).toArray(),
        estimates.stream().mapToDouble(Estimate::high).toArray(),
        color);
  }
}
