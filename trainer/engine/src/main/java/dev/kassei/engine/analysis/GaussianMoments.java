package dev.kassei.engine.analysis;

import dev.kassei.api.Activation;
import dev.kassei.engine.kernel.Float64Functions;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;

/**
 * What an activation does to a standard normal variable z, as a pre-activation is at the first step
 * in a wide network: a relative error of about 10⁻¹² for functions as smooth as tanh, and kinks do
 * no harm.
 *
 * <p>The integrals are taken by the Gauss–Legendre rule with 20 points over half units and between
 * the places where the formula chooses, within ±16, beyond which the density is below 10⁻⁵⁶.
 *
 * @param mean E f(z)
 * @param meanSquare E f(z)², infinite or not a number where the integral is
 * @param slopeMeanSquare E f'(z)², without what jumps contribute
 */
public record GaussianMoments(double mean, double meanSquare, double slopeMeanSquare) {
  private static final int LIMIT = 16;
  private static final int PER_UNIT = 2;
  private static final double ROUNDING = 1e-15;
  private static final double INVERSE_SQRT_2_PI = 0.3989422804014327;

  private static final Gains GAINS = new Gains();

  /** The moments; empty for functions of whole rows. Parameters have their first values. */
  public static Optional<GaussianMoments> of(Activation activation) {
    if (!Elementwise.is(activation)) {
      return Optional.empty();
    }
    return Optional.of(of(new Curve(activation), Ties.of(activation)));
  }

  static GaussianMoments of(Curve curve, double[] ties) {
    double[] edges = edges(ties);
    int order = GaussLegendre.ORDER;
    double[] points = new double[(edges.length - 1) * order];
    double[] weights = new double[points.length];
    for (int panel = 0; panel + 1 < edges.length; panel++) {
      double half = (edges[panel + 1] - edges[panel]) / 2;
      double centre = (edges[panel + 1] + edges[panel]) / 2;
      for (int i = 0; i < order; i++) {
        double z = centre + half * GaussLegendre.NODES[i];
        points[panel * order + i] = z;
        weights[panel * order + i] =
            half * GaussLegendre.WEIGHTS[i] * INVERSE_SQRT_2_PI * Float64Functions.exp(-z * z / 2);
      }
    }
    double[] values = curve.values(points);
    double[] slopes = curve.slopes(points);
    double meanSquare = sumOfSquares(weights, values);
    return new GaussianMoments(
        mean(sum(weights, values), meanSquare), meanSquare, sumOfSquares(weights, slopes));
  }

  /** 0 if nothing but rounding errors has been left, as of an odd function with uneven panels. */
  private static double mean(double sum, double meanSquare) {
    return sum * sum < ROUNDING * ROUNDING * meanSquare ? 0 : sum;
  }

  private static double[] edges(double[] ties) {
    DoubleStream regular = DoubleStream.iterate(-LIMIT, x -> x <= LIMIT, x -> x + 1.0 / PER_UNIT);
    DoubleStream within = Arrays.stream(ties).filter(x -> Math.abs(x) < LIMIT);
    return DoubleStream.concat(regular, within).sorted().distinct().toArray();
  }

  /** From both ends, so that the halves of an odd function cancel exactly. */
  private static double sum(double[] weights, double[] values) {
    double sum = 0;
    for (int i = 0, j = weights.length - 1; i <= j; i++, j--) {
      sum += weights[i] * values[i] + (i < j ? weights[j] * values[j] : 0);
    }
    return sum;
  }

  private static double sumOfSquares(double[] weights, double[] values) {
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += weights[i] * values[i] * values[i];
    }
    return sum;
  }

  /**
   * The gain of an activation, see {@link #gain()}; empty also for functions of whole rows. A batch
   * asks for the same few again in each trial, so the last ones are remembered.
   */
  public static OptionalDouble gain(Activation activation) {
    return GAINS.get(activation);
  }

  /**
   * The gain that keeps the second moment of pre-activations from layer to layer, 1 / √(E f²): √2
   * for ReLU. Empty where E f² is 0 or not finite.
   */
  public OptionalDouble gain() {
    double gain = 1 / Math.sqrt(meanSquare);
    return gain > 0 && Double.isFinite(gain) ? OptionalDouble.of(gain) : OptionalDouble.empty();
  }
}
