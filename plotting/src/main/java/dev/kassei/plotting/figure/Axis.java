package dev.kassei.plotting.figure;

import java.util.List;

/**
 * One axis.
 *
 * @param label beside the axis; may be empty
 * @param inverted whether values grow to the left, or downwards
 */
public record Axis(String label, Scale scale, Limits limits, Ticks ticks, boolean inverted) {
  public static Axis linear(String label) {
    return new Axis(label, new Scale.Linear(), Limits.AUTOMATIC, Ticks.AUTOMATIC, false);
  }

  /** A linear axis of things that are counted, such as epochs. */
  public static Axis count(String label) {
    return linear(label).withTicks(Ticks.WHOLE);
  }

  /** A logarithmic axis; values that are not positive are left out, and the panel says so. */
  public static Axis log(String label) {
    return new Axis(label, new Scale.Log(), Limits.AUTOMATIC, Ticks.AUTOMATIC, false);
  }

  /** An axis of names: the first is at 0, the second at 1, and so on. */
  public static Axis category(String label, String... names) {
    var scale = new Scale.Category(List.of(names));
    return new Axis(label, scale, Limits.AUTOMATIC, Ticks.AUTOMATIC, false);
  }

  public Axis withLimits(double low, double high) {
    return new Axis(label, scale, new Limits.Range(low, high), ticks, inverted);
  }

  public Axis withTicks(Ticks other) {
    return new Axis(label, scale, limits, other, inverted);
  }

  /** The axis the other way round. */
  public Axis invert() {
    return new Axis(label, scale, limits, ticks, !inverted);
  }
}
