package dev.kassei.builtins.minimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SymmetricEigenTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 10, 40})
  void vectorsAndValuesMakeTheMatrix(int n) {
    double[] matrix = symmetric(n);
    SymmetricEigen eigen = SymmetricEigen.of(matrix, n);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        assertThat(product(eigen, n, i, j, eigen.values()))
            .isCloseTo(matrix[i * n + j], within(1e-12));
        assertThat(product(eigen, n, i, j, ones(n))).isCloseTo(i == j ? 1 : 0, within(1e-13));
      }
    }
  }

  private static double[] symmetric(int n) {
    var random = new Random(n);
    double[] matrix = new double[n * n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        matrix[i * n + j] = random.nextGaussian();
        matrix[j * n + i] = matrix[i * n + j];
      }
    }
    return matrix;
  }

  private static double[] ones(int n) {
    return new Random(0).doubles(n).map(each -> 1).toArray();
  }

  /** Element i, j of V·diag(values)·Vᵀ. */
  private static double product(SymmetricEigen eigen, int n, int i, int j, double[] values) {
    double sum = 0;
    for (int k = 0; k < n; k++) {
      sum += eigen.vectors()[i * n + k] * values[k] * eigen.vectors()[j * n + k];
    }
    return sum;
  }
}
