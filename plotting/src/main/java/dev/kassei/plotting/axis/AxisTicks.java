package dev.kassei.plotting.axis;

import dev.kassei.plotting.figure.Axis;
import dev.kassei.plotting.figure.Scale;
import dev.kassei.plotting.figure.Ticks;
import java.util.ArrayList;
import java.util.List;

/**
 * What stands along an axis.
 *
 * @param major where labels are, in the coordinates of the interval
 * @param labels as many as major ticks
 * @param minor small ticks without labels
 * @param offset what all labels are multiplied by and added to, such as ×10⁻⁹ + 0.5; mostly empty
 */
public record AxisTicks(double[] major, List<String> labels, double[] minor, String offset) {
  private static final double[] NONE = {};

  public AxisTicks {
    labels = List.copyOf(labels);
  }

  /**
   * The ticks of an axis.
   *
   * @param shown the interval, in logarithms if the axis is logarithmic
   * @param most intervals between ticks
   */
  public static AxisTicks of(Axis axis, Interval shown, int most) {
    if (axis.ticks() instanceof Ticks.At at) {
      return at(at.ticks(), axis.scale(), shown);
    }
    if (axis.scale() instanceof Scale.Category category) {
      return categories(category.names(), shown);
    }
    return axis.scale() instanceof Scale.Log
        ? LogTicks.of(shown, most)
        : LinearTicks.of(shown, most, axis.ticks());
  }

  private static AxisTicks categories(List<String> names, Interval shown) {
    var ticks = new ArrayList<Ticks.Tick>();
    for (int i = 0; i < names.size(); i++) {
      ticks.add(new Ticks.Tick(i, names.get(i)));
    }
    return at(ticks, new Scale.Linear(), shown);
  }

  private static AxisTicks at(List<Ticks.Tick> ticks, Scale scale, Interval shown) {
    boolean log = scale instanceof Scale.Log;
    var places = new ArrayList<Double>();
    var labels = new ArrayList<String>();
    for (Ticks.Tick tick : ticks) {
      double place = log ? StrictMath.log10(tick.value()) : tick.value();
      if (place >= shown.low() && place <= shown.high()) {
        places.add(place);
        labels.add(tick.label());
      }
    }
    double[] major = places.stream().mapToDouble(Double::doubleValue).toArray();
    return new AxisTicks(major, labels, NONE, "");
  }
}
