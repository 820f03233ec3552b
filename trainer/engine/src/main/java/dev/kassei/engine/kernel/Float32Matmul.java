// Made by FloatTwin from its float64 twin; change that one.
package dev.kassei.engine.kernel;

import java.util.Arrays;

/**
 * Matrix products in float32. Every output is one chain of fused multiply-adds over k ascending
 * from +0, so its bits depend neither on its place nor on the number of rows.
 */
final class Float32Matmul {
  private Float32Matmul() {}

  /** y = a·b: m × k at {@code ai} times k × n at {@code bi}, each with lanes. */
  static void nn(
      float[] a, int ai, float[] b, int bi, float[] y, int yi, int m, int n, int k, int lanes) {
    int width = n * lanes;
    Arrays.fill(y, yi, yi + m * width, 0.0f);
    for (int i = 0; i < m; i++) {
      for (int p = 0; p < k; p++) {
        add(a, ai + (i * k + p) * lanes, b, bi + p * width, y, yi + i * width, width, lanes);
      }
    }
  }

  /** y = aᵀ·b: (k × m)ᵀ at {@code ai} times k × n at {@code bi}, each with lanes. */
  static void tn(
      float[] a, int ai, float[] b, int bi, float[] y, int yi, int m, int n, int k, int lanes) {
    Arrays.fill(y, yi, yi + m * n * lanes, 0.0f);
    addTn(a, ai, b, bi, y, yi, m, n, k, lanes);
  }

  /** Continues the chains of y by the terms of aᵀ·b. */
  static void addTn(
      float[] a, int ai, float[] b, int bi, float[] y, int yi, int m, int n, int k, int lanes) {
    int width = n * lanes;
    for (int p = 0; p < k; p++) {
      for (int i = 0; i < m; i++) {
        add(a, ai + (p * m + i) * lanes, b, bi + p * width, y, yi + i * width, width, lanes);
      }
    }
  }

  /** y = a·bᵀ: m × k at {@code ai} times (n × k)ᵀ at {@code bi}, each with lanes. */
  static void nt(
      float[] a, int ai, float[] b, int bi, float[] y, int yi, int m, int n, int k, int lanes) {
    for (int i = 0; i < m; i++) {
      for (int j = 0; j < n; j++) {
        for (int lane = 0; lane < lanes; lane++) {
          y[yi + (i * n + j) * lanes + lane] =
              dot(a, ai + i * k * lanes + lane, b, bi + j * k * lanes + lane, k, lanes);
        }
      }
    }
  }

  private static float dot(float[] a, int ai, float[] b, int bi, int k, int stride) {
    float sum = 0.0f;
    for (int p = 0; p < k * stride; p += stride) {
      sum = Math.fma(a[ai + p], b[bi + p], sum);
    }
    return sum;
  }

  /** Adds one element of a, a lane vector, times a row of b to a row of y. */
  private static void add(
      float[] a, int ai, float[] b, int bi, float[] y, int yi, int width, int lanes) {
    if (lanes == 1) {
      add(a[ai], b, bi, y, yi, width);
      return;
    }
    for (int j = 0; j < width; j += lanes) {
      for (int lane = 0; lane < lanes; lane++) {
        y[yi + j + lane] = Math.fma(a[ai + lane], b[bi + j + lane], y[yi + j + lane]);
      }
    }
  }

  private static void add(float a, float[] b, int bi, float[] y, int yi, int width) {
    for (int j = 0; j < width; j++) {
      y[yi + j] = Math.fma(a, b[bi + j], y[yi + j]);
    }
  }
}
