package dev.kassei.builtins.minimizer;

/**
 * The eigenvalues of a symmetric matrix and its eigenvectors, by Jacobi's rotations (Golub, Van
 * Loan 2013, Matrix computations, section 8.5).
 *
 * @param values in no order
 * @param vectors row by row; column k is the vector of value k
 */
record SymmetricEigen(double[] values, double[] vectors) {
  private static final int MAX_SWEEPS = 50;

  /** Of a matrix of {@code n} rows, which is not modified. */
  static SymmetricEigen of(double[] matrix, int n) {
    double[] a = matrix.clone();
    double[] vectors = new double[n * n];
    for (int i = 0; i < n; i++) {
      vectors[i * n + i] = 1;
    }
    double enough = 1e-30 * Vectors.dot(a, a);
    for (int sweep = 0; sweep < MAX_SWEEPS && besideDiagonal(a, n) > enough; sweep++) {
      for (int p = 0; p < n - 1; p++) {
        for (int q = p + 1; q < n; q++) {
          rotate(a, vectors, n, p, q);
        }
      }
    }
    double[] values = new double[n];
    for (int i = 0; i < n; i++) {
      values[i] = a[i * n + i];
    }
    return new SymmetricEigen(values, vectors);
  }

  /** The sum of the squares outside the diagonal. */
  private static double besideDiagonal(double[] a, int n) {
    double sum = 0;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < i; j++) {
        sum += 2 * a[i * n + j] * a[i * n + j];
      }
    }
    return sum;
  }

  /** Makes element p, q zero. */
  private static void rotate(double[] a, double[] vectors, int n, int p, int q) {
    double element = a[p * n + q];
    if (element == 0) {
      return;
    }
    double tau = (a[q * n + q] - a[p * n + p]) / (2 * element);
    double tangent = Math.copySign(1, tau) / (Math.abs(tau) + Math.sqrt(1 + tau * tau));
    double cosine = 1 / Math.sqrt(1 + tangent * tangent);
    double sine = tangent * cosine;
    for (int i = 0; i < n; i++) {
      turn(a, p * n + i, q * n + i, cosine, sine);
    }
    for (int i = 0; i < n; i++) {
      turn(a, i * n + p, i * n + q, cosine, sine);
      turn(vectors, i * n + p, i * n + q, cosine, sine);
    }
  }

  private static void turn(double[] a, int p, int q, double cosine, double sine) {
    double x = a[p];
    double y = a[q];
    a[p] = cosine * x - sine * y;
    a[q] = sine * x + cosine * y;
  }
}
