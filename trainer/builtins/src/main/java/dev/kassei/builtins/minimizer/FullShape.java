package dev.kassei.builtins.minimizer;

import dev.kassei.api.Minimizer.Objective;
import java.util.Arrays;

/**
 * A covariance matrix with all its entries, and its principal axes, which are found anew only after
 * so many generations that C has changed.
 */
final class FullShape implements CmaEs.Shape {
  private final int n;
  private final double[] covariance;
  private final double[] basis;
  private final double[] lengths;
  private final double[] waited;
  private final double patience;

  FullShape(Objective objective, CmaConstants constants) {
    n = objective.size();
    covariance = objective.memory("covariance", n * n);
    basis = objective.memory("basis", n * n);
    lengths = objective.memory("lengths", n);
    waited = objective.memory("waited", 1);
    patience = 1 / (10 * n * (constants.c1() + constants.cMu()));
    if (lengths[0] == 0) { // no generation has been
      Arrays.fill(lengths, 1);
      for (int i = 0; i < n; i++) {
        covariance[i * n + i] = 1;
        basis[i * n + i] = 1;
      }
    }
  }

  @Override
  public double[] shaped(double[] z) {
    double[] scaled = new double[n];
    for (int k = 0; k < n; k++) {
      scaled[k] = lengths[k] * z[k];
    }
    return fromBasis(scaled);
  }

  @Override
  public double[] whitened(double[] y) {
    double[] scaled = new double[n];
    for (int i = 0; i < n; i++) {
      for (int k = 0; k < n; k++) {
        scaled[k] += basis[i * n + k] * y[i];
      }
    }
    for (int k = 0; k < n; k++) {
      scaled[k] /= lengths[k];
    }
    return fromBasis(scaled);
  }

  private double[] fromBasis(double[] shares) {
    double[] y = new double[n];
    for (int i = 0; i < n; i++) {
      for (int k = 0; k < n; k++) {
        y[i] += basis[i * n + k] * shares[k];
      }
    }
    return y;
  }

  @Override
  public void adapt(double decay, double[] weights, double[][] points) {
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = decay * covariance[i * n + j];
        for (int k = 0; k < points.length; k++) {
          sum += weights[k] * points[k][i] * points[k][j];
        }
        covariance[i * n + j] = sum;
        covariance[j * n + i] = sum;
      }
    }
    if (++waited[0] >= patience) {
      waited[0] = 0;
      findAxes();
    }
  }

  private void findAxes() {
    SymmetricEigen eigen = SymmetricEigen.of(covariance, n);
    Vectors.copy(basis, eigen.vectors());
    double least = 1e-14 * Vectors.absoluteMax(eigen.values());
    for (int k = 0; k < n; k++) {
      lengths[k] = Math.sqrt(Math.max(least, eigen.values()[k]));
    }
  }
}
