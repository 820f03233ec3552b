package dev.kassei.builtins.minimizer;

/** Arithmetic of vectors, each sum one chain in the order of the elements. */
final class Vectors {
  private Vectors() {}

  static double dot(double[] x, double[] y) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += x[i] * y[i];
    }
    return sum;
  }

  static double norm(double[] x) {
    return Math.sqrt(dot(x, x));
  }

  static double absoluteSum(double[] x) {
    double sum = 0;
    for (double each : x) {
      sum += Math.abs(each);
    }
    return sum;
  }

  static double absoluteMax(double[] x) {
    double max = 0;
    for (double each : x) {
      max = Math.max(max, Math.abs(each));
    }
    return max;
  }

  /** x ← x + factor · y. */
  static void add(double[] x, double factor, double[] y) {
    for (int i = 0; i < x.length; i++) {
      x[i] += factor * y[i];
    }
  }

  /** A new vector, factor · x. */
  static double[] times(double factor, double[] x) {
    double[] y = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      y[i] = factor * x[i];
    }
    return y;
  }

  /** x ← y. */
  static void copy(double[] x, double[] y) {
    System.arraycopy(y, 0, x, 0, y.length);
  }
}
