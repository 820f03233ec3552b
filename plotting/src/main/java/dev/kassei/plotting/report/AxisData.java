package dev.kassei.plotting.report;

import dev.kassei.plotting.axis.AxisTicks;
import dev.kassei.plotting.axis.Interval;
import dev.kassei.plotting.figure.Axis;
import dev.kassei.plotting.figure.Scale;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * An axis for the viewer. It gets the ticks for each density, and chooses among them when it knows
 * how large the picture is; so it writes the same numbers as the pictures on paper.
 */
final class AxisData {
  private static final int MAX_TICKS = 9;

  private AxisData() {}

  static Map<String, Object> of(Axis axis, Interval shown) {
    Fields fields =
        new Fields()
            .put("label", axis.label())
            .put("low", shown.low())
            .put("high", shown.high())
            .put("log", axis.scale() instanceof Scale.Log)
            .put("inverted", axis.inverted())
            .put("ticks", ticks(axis, shown));
    if (axis.scale() instanceof Scale.Category category) {
      fields.put("names", category.names());
    }
    return fields.map();
  }

  /** Ticks from the fewest to the most, each list of them once. */
  private static List<Object> ticks(Axis axis, Interval shown) {
    List<Object> all = new ArrayList<>();
    double[] last = {Double.NaN};
    for (int most = 1; most <= MAX_TICKS; most++) {
      AxisTicks ticks = AxisTicks.of(axis, shown, most);
      if (!Arrays.equals(last, ticks.major())) {
        all.add(of(ticks, most));
        last = ticks.major();
      }
    }
    return all;
  }

  private static Map<String, Object> of(AxisTicks ticks, int most) {
    return new Fields()
        .put("most", most)
        .put("at", list(ticks.major()))
        .put("labels", ticks.labels())
        .put("minor", list(ticks.minor()))
        .put("offset", ticks.offset())
        .map();
  }

  private static List<Double> list(double[] values) {
    return Arrays.stream(values).boxed().toList();
  }
}
