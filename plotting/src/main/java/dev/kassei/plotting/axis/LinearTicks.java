package dev.kassei.plotting.axis;

import dev.kassei.plotting.figure.Ticks;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Ticks at multiples of 1, 2, 2.5 or 5 times a power of ten. */
final class LinearTicks {
  private static final double[] STEPS = {1, 2, 2.5, 5, 10};

  /** A share of a step: ticks that miss the end by less are still shown. */
  private static final double SLACK = 1e-9;

  private static final int ENOUGH = 2;

  private LinearTicks() {}

  /**
   * The ticks of a linear axis.
   *
   * @param kind whether fractions mean nothing there
   */
  static AxisTicks of(Interval shown, int most, Ticks kind) {
    double[] ticks = kind instanceof Ticks.Whole ? integers(shown, most) : places(shown, most);
    TickFormat format = TickFormat.of(ticks, shown.size());
    List<String> labels = new ArrayList<>();
    for (double tick : ticks) {
      labels.add(format.label(tick));
    }
    return new AxisTicks(ticks, labels, new double[0], format.offset());
  }

  /** Those without fractions; fewer, if need be. */
  private static double[] integers(Interval shown, int most) {
    double[] ticks = places(shown, most);
    for (int fewer = most - 1; fewer > 0 && !areIntegers(ticks); fewer--) {
      ticks = places(shown, fewer);
    }
    return Arrays.stream(ticks).filter(tick -> tick == Math.rint(tick)).toArray();
  }

  private static boolean areIntegers(double[] ticks) {
    return Arrays.stream(ticks).allMatch(tick -> tick == Math.rint(tick));
  }

  /** The ticks of the smallest step that needs no more than {@code most} intervals. */
  private static double[] places(Interval shown, int most) {
    double raw = shown.size() / most * (1 - SLACK);
    int exponent = PowersOfTen.floor(raw);
    int step = 0;
    while (STEPS[step] * PowersOfTen.of(exponent) < raw) {
      step++;
    }
    double[] ticks = multiples(STEPS[step], exponent, shown);
    for (int tries = 0; ticks.length < ENOUGH && tries < STEPS.length; tries++) {
      exponent -= step == 0 ? 1 : 0;
      step = step == 0 ? STEPS.length - 2 : step - 1;
      ticks = multiples(STEPS[step], exponent, shown);
    }
    return ticks;
  }

  private static double[] multiples(double step, int exponent, Interval shown) {
    double size = step * PowersOfTen.of(exponent);
    double first = Math.ceil(shown.low() / size - SLACK);
    int count = (int) Math.max(0, Math.floor(shown.high() / size + SLACK) - first + 1);
    double[] ticks = new double[count];
    for (int i = 0; i < count; i++) {
      // of the two ways the one that is exact for the powers that a double holds
      ticks[i] = exponent < 0 ? (first + i) * step / PowersOfTen.of(-exponent) : (first + i) * size;
    }
    return ticks;
  }
}
