package dev.kassei.engine.analysis;

import dev.kassei.api.Activation;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the formula of an elementwise activation says about it, with its parameters at their first
 * values and in inference. Nothing is declared by authors: values and derivatives are looked at on
 * a grid from −10³⁰⁰ to 10³⁰⁰, the places where the formula chooses are found by bisection, extreme
 * values by zooming in. So a property holds as far as some 1,300 points can tell. All of it is the
 * same to the last bit on every machine.
 *
 * @param low the greatest lower bound of its values, which may not be reached; −∞ if there is none
 * @param high the least upper bound of its values; ∞ if there is none
 * @param isMonotone whether it never falls, or never rises
 * @param isOdd whether f(−x) = −f(x)
 * @param isEven whether f(−x) = f(x)
 * @param atZero f(0)
 * @param jumps where its value jumps, ascending
 * @param kinks where its derivative jumps and its value does not, ascending
 * @param lipschitz the largest absolute value of the derivative, which bounds |f(x) − f(y)| / |x −
 *     y|; ∞ if there is none
 * @param moments what it does to a standard normal variable
 */
public record Properties(
    double low,
    double high,
    boolean isMonotone,
    boolean isOdd,
    boolean isEven,
    double atZero,
    List<Double> jumps,
    List<Double> kinks,
    double lipschitz,
    GaussianMoments moments) {
  private static final double ROUNDING = 1e-12;

  /** What is less than this at an end of the grid tends to 0. */
  private static final double VANISHED = 1e-200;

  /** Computes the properties; empty for functions of whole rows, such as softmax. */
  public static Optional<Properties> of(Activation activation) {
    if (!Elementwise.is(activation)) {
      return Optional.empty();
    }
    var curve = new Curve(activation);
    double[] ties = Ties.of(activation);
    Kinks kinks = Kinks.of(curve, ties);
    double[] points = points(ties);
    double[] values = curve.values(points);
    double[] slopes = curve.slopes(points);
    double[] gridValues = curve.values(Grid.POINTS);
    return Optional.of(
        new Properties(
            limit(-Supremum.of(x -> negated(curve.values(x)), points, negated(values))),
            limit(Supremum.of(curve::values, points, values)),
            neverFalls(values, slopes) || neverFalls(negated(values), negated(slopes)),
            isSymmetric(gridValues, -1),
            isSymmetric(gridValues, 1),
            curve.values(0)[0] + 0.0,
            kinks.jumps(),
            kinks.kinks(),
            lipschitz(curve, kinks, points, slopes),
            GaussianMoments.of(curve, ties)));
  }

  /** Whether all values lie between bounds. */
  public boolean isBounded() {
    return Double.isFinite(low) && Double.isFinite(high);
  }

  /** Whether it is continuously differentiable. */
  public boolean isSmooth() {
    return jumps.isEmpty() && kinks.isEmpty();
  }

  /** Whether f(0) is 0. */
  public boolean isZeroAtZero() {
    return atZero == 0;
  }

  /** The grid, the places where the formula chooses, and places just beside these. */
  private static double[] points(double[] ties) {
    return Stream.of(Grid.POINTS, ties, Kinks.below(ties), Kinks.above(ties))
        .flatMapToDouble(Arrays::stream)
        .sorted()
        .distinct()
        .toArray();
  }

  private static double limit(double bound) {
    return Math.abs(bound) < VANISHED ? 0 : bound;
  }

  private static boolean neverFalls(double[] values, double[] slopes) {
    for (int i = 1; i < values.length; i++) {
      double allowed = ROUNDING * (1 + Math.abs(values[i]));
      if (values[i] < values[i - 1] - allowed || slopes[i] < -ROUNDING) {
        return false;
      }
    }
    return true;
  }

  /** Whether f(−x) = sign·f(x) up to rounding, given the values on the grid. */
  private static boolean isSymmetric(double[] values, double sign) {
    for (int i = 0; i < values.length / 2 + 1; i++) {
      double left = values[i];
      double right = sign * values[values.length - 1 - i];
      double allowed = ROUNDING * (1 + Math.abs(left));
      if (left != right && !(Math.abs(left - right) <= allowed)) {
        return false;
      }
    }
    return true;
  }

  private static double lipschitz(Curve curve, Kinks kinks, double[] points, double[] slopes) {
    if (kinks.isVertical() || !kinks.jumps().isEmpty()) {
      return Double.POSITIVE_INFINITY;
    }
    return Supremum.of(x -> absolute(curve.slopes(x)), points, absolute(slopes));
  }

  private static double[] absolute(double[] values) {
    return Arrays.stream(values).map(Math::abs).toArray();
  }

  private static double[] negated(double[] values) {
    return Arrays.stream(values).map(value -> -value).toArray();
  }
}
