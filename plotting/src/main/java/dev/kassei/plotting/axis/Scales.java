package dev.kassei.plotting.axis;

import dev.kassei.plotting.figure.Axis;
import dev.kassei.plotting.figure.Limits;
import dev.kassei.plotting.figure.Scale;

/** Values in the coordinates of an axis: themselves, or their logarithms to base 10. */
public final class Scales {
  private Scales() {}

  /** Where a value lies; not a number if a logarithmic axis cannot show it. */
  public static double place(Scale scale, double value) {
    if (!(scale instanceof Scale.Log)) {
      return value;
    }
    return value > 0 ? StrictMath.log10(value) : Double.NaN;
  }

  /** The interval an axis shows: its limits, or what the data needs with a margin. */
  public static Interval shown(Axis axis, Interval data, double margin) {
    if (axis.limits() instanceof Limits.Range range) {
      double low = place(axis.scale(), range.low());
      double high = place(axis.scale(), range.high());
      return new Interval(Double.isNaN(low) ? data.nonsingular().low() : low, high);
    }
    return data.nonsingular().widened(margin);
  }
}
