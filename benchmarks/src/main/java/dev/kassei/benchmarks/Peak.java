package dev.kassei.benchmarks;

import dev.kassei.api.Precision;
import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** What a processor can do at most, as the limit of what is measured beside it. */
final class Peak {
  /** The multiplications and additions of {@link #fma}. */
  static final int OPERATIONS = 2 * 12 * (1 << 14);

  private static final int NUMBERS = 1 << 24;
  private static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_PREFERRED;
  private static final VectorSpecies<Double> DOUBLES = DoubleVector.SPECIES_PREFERRED;

  private Peak() {}

  /** Twelve chains of fused multiply-adds in registers, which hide the latency of each other. */
  static Work fma(Precision precision) {
    if (precision == Precision.FLOAT64) {
      double[] y = new double[DOUBLES.length()];
      return () -> float64(y, (1 << 14) / DOUBLES.length());
    }
    float[] y = new float[FLOATS.length()];
    return () -> float32(y, (1 << 14) / FLOATS.length());
  }

  /** J. McCalpin's triad: 12 bytes for each of 2²⁴ float32 numbers, far more than caches hold. */
  static Work triad() {
    float[] a = new float[NUMBERS];
    float[] b = new float[NUMBERS];
    float[] c = new float[NUMBERS];
    Arrays.fill(b, 1);
    Arrays.fill(c, 2);
    return () -> triad(a, b, c);
  }

  private static void triad(float[] a, float[] b, float[] c) {
    for (int i = 0; i < a.length; i++) {
      a[i] = b[i] + 3 * c[i];
    }
  }

  private static void float32(float[] y, int steps) {
    FloatVector x = FloatVector.broadcast(FLOATS, 0.5f);
    FloatVector c0 = x;
    FloatVector c1 = x;
    FloatVector c2 = x;
    FloatVector c3 = x;
    FloatVector c4 = x;
    FloatVector c5 = x;
    FloatVector c6 = x;
    FloatVector c7 = x;
    FloatVector c8 = x;
    FloatVector c9 = x;
    FloatVector c10 = x;
    FloatVector c11 = x;
    for (int i = 0; i < steps; i++) {
      c0 = x.fma(x, c0);
      c1 = x.fma(x, c1);
      c2 = x.fma(x, c2);
      c3 = x.fma(x, c3);
      c4 = x.fma(x, c4);
      c5 = x.fma(x, c5);
      c6 = x.fma(x, c6);
      c7 = x.fma(x, c7);
      c8 = x.fma(x, c8);
      c9 = x.fma(x, c9);
      c10 = x.fma(x, c10);
      c11 = x.fma(x, c11);
    }
    c0.add(c1).add(c2).add(c3).add(c4).add(c5).intoArray(y, 0);
    c6.add(c7).add(c8).add(c9).add(c10).add(c11).add(FloatVector.fromArray(FLOATS, y, 0))
        .intoArray(y, 0);
  }

  private static void float64(double[] y, int steps) {
    DoubleVector x = DoubleVector.broadcast(DOUBLES, 0.5);
    DoubleVector c0 = x;
    DoubleVector c1 = x;
    DoubleVector c2 = x;
    DoubleVector c3 = x;
    DoubleVector c4 = x;
    DoubleVector c5 = x;
    DoubleVector c6 = x;
    DoubleVector c7 = x;
    DoubleVector c8 = x;
    DoubleVector c9 = x;
    DoubleVector c10 = x;
    DoubleVector c11 = x;
    for (int i = 0; i < steps; i++) {
      c0 = x.fma(x, c0);
      c1 = x.fma(x, c1);
      c2 = x.fma(x, c2);
      c3 = x.fma(x, c3);
      c4 = x.fma(x, c4);
      c5 = x.fma(x, c5);
      c6 = x.fma(x, c6);
      c7 = x.fma(x, c7);
      c8 = x.fma(x, c8);
      c9 = x.fma(x, c9);
      c10 = x.fma(x, c10);
      c11 = x.fma(x, c11);
    }
    c0.add(c1).add(c2).add(c3).add(c4).add(c5).intoArray(y, 0);
    c6.add(c7).add(c8).add(c9).add(c10).add(c11).add(DoubleVector.fromArray(DOUBLES, y, 0))
        .intoArray(y, 0);
  }
}
