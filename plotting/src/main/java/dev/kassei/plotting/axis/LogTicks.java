package dev.kassei.plotting.axis;

import dev.kassei.plotting.figure.Ticks;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Ticks of a logarithmic axis: at powers of ten, and at 2 and 5 times them on short axes. */
final class LogTicks {
  private static final int FEW = 2;
  private static final int MANY = 10;

  /** Multiples of powers of ten up to 10³ and from 10⁻³ on are written out. */
  private static final int PLAIN = 3;

  private static final int[] SHORT = {1, 2, 5};
  private static final int[] NAMED = {1};
  private static final int[] BETWEEN = {2, 3, 4, 5, 6, 7, 8, 9};

  private LogTicks() {}

  /**
   * The ticks.
   *
   * @param shown logarithms to base 10
   */
  static AxisTicks of(Interval shown, int most) {
    int low = (int) Math.ceil(shown.low());
    int high = (int) Math.floor(shown.high());
    int powers = high - low + 1;
    if (powers >= FEW) {
      int stride = (powers + most - 1) / most;
      double[] minor = powers <= MANY ? places(shown, BETWEEN, 1) : new double[0];
      return powers(places(shown, NAMED, stride), minor);
    }
    double[] some = places(shown, SHORT, 1);
    return some.length >= FEW ? multiples(some, places(shown, BETWEEN, 1)) : linear(shown, most);
  }

  private static double[] places(Interval shown, int[] factors, int stride) {
    var places = new ArrayList<Double>();
    for (int e = (int) Math.floor(shown.low()); e <= Math.ceil(shown.high()); e++) {
      for (int factor : factors) {
        double place = e + StrictMath.log10(factor);
        if (place >= shown.low() && place <= shown.high() && Math.floorMod(e, stride) == 0) {
          places.add(place);
        }
      }
    }
    return places.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static AxisTicks powers(double[] major, double[] minor) {
    List<String> labels =
        Arrays.stream(major).mapToObj(place -> TickFormat.power((int) place)).toList();
    return new AxisTicks(major, labels, minor, "");
  }

  private static AxisTicks multiples(double[] major, double[] minor) {
    List<String> labels = Arrays.stream(major).mapToObj(LogTicks::label).toList();
    return new AxisTicks(major, labels, minor, "");
  }

  private static String label(double place) {
    int exponent = (int) Math.floor(place);
    long factor = Math.round(StrictMath.pow(10, place - exponent));
    if (Math.abs(exponent) <= PLAIN) {
      return BigDecimal.valueOf(factor).scaleByPowerOfTen(exponent).toPlainString();
    }
    return factor + "×" + TickFormat.power(exponent);
  }

  /** Round values on an axis too short for powers of ten. */
  private static AxisTicks linear(Interval shown, int most) {
    // with its margin an axis may end beyond the greatest double
    double high = Math.min(StrictMath.pow(10, shown.high()), Double.MAX_VALUE);
    var values = new Interval(StrictMath.pow(10, shown.low()), high);
    AxisTicks ticks = LinearTicks.of(values, most, Ticks.AUTOMATIC);
    double[] places = new double[ticks.major().length];
    for (int i = 0; i < places.length; i++) {
      places[i] = StrictMath.log10(ticks.major()[i]);
    }
    return new AxisTicks(places, ticks.labels(), new double[0], ticks.offset());
  }
}
