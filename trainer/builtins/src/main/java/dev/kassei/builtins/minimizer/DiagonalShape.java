package dev.kassei.builtins.minimizer;

import dev.kassei.api.Minimizer.Objective;
import java.util.Arrays;

/** A covariance matrix of which the diagonal alone is not 0. */
final class DiagonalShape implements CmaEs.Shape {
  private final double[] variances;

  DiagonalShape(Objective objective) {
    this.variances = objective.memory("variances", objective.size());
    if (variances[0] == 0) { // no generation has been
      Arrays.fill(variances, 1);
    }
  }

  @Override
  public double[] shaped(double[] z) {
    double[] y = z.clone();
    for (int i = 0; i < y.length; i++) {
      y[i] *= Math.sqrt(variances[i]);
    }
    return y;
  }

  @Override
  public double[] whitened(double[] y) {
    double[] z = y.clone();
    for (int i = 0; i < z.length; i++) {
      z[i] /= Math.sqrt(variances[i]);
    }
    return z;
  }

  @Override
  public void adapt(double decay, double[] weights, double[][] points) {
    for (int i = 0; i < variances.length; i++) {
      double variance = decay * variances[i];
      for (int k = 0; k < points.length; k++) {
        variance += weights[k] * points[k][i] * points[k][i];
      }
      variances[i] = variance;
    }
  }
}
