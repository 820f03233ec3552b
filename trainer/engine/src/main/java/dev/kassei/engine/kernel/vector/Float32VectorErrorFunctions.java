package dev.kassei.engine.kernel.vector;

import static jdk.incubator.vector.FloatVector.broadcast;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LSHL;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The error functions over whole float32 vectors, under the rules of {@link
 * Float32VectorFunctions}; erf takes two passes. Not for several threads at a time.
 */
@SuppressWarnings("FloatingPointLiteralPrecision")
final class Float32VectorErrorFunctions {
  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
  private static final int LENGTH = SPECIES.length();

  /** The values of a pass; a multiple of every length. */
  private static final int CHUNK = 256;

  private static final float LOG2_E = 1.442695f;
  private static final float LN2_HIGH = 0.6931472f;
  private static final float LN2_LOW = -1.9046542e-9f;
  private static final float EXPONENT_ROUND = 0x1.8p23f + 127;
  private static final int SIGN = Integer.MIN_VALUE;
  private static final int MANTISSA_BITS = 23;
  private static final float ERFC_CENTRE = 2.65625f;

  /** What the first pass leaves to the second. */
  private final float[] factors = new float[CHUNK];

  /** The error function. */
  void erf(float[] y, int yi, float[] x, int xi, int n) {
    for (int i = 0; i < n; i += CHUNK) {
      int m = Math.min(n - i, CHUNK);
      erfFactor(factors, 0, x, xi + i, m);
      erfOf(y, yi + i, x, xi + i, factors, m);
    }
  }

  /** The first pass of {@link #erf}. */
  private static void erfFactor(float[] y, int yi, float[] x, int xi, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      FloatVector v = FloatVector.fromArray(SPECIES, x, xi + i);
      FloatVector size = v.abs();
      FloatVector p = broadcast(SPECIES, 0.00018671917f);
      p = p.fma(size, broadcast(SPECIES, -0.0029513137f));
      p = p.fma(size, broadcast(SPECIES, 0.021854075f));
      p = p.fma(size, broadcast(SPECIES, -0.10314332f));
      p = p.fma(size, broadcast(SPECIES, -0.6380989f));
      p = p.fma(size, broadcast(SPECIES, -1.1271193f));
      p = p.fma(size, broadcast(SPECIES, -0.00033347303f));
      p.intoArray(y, yi + i);
    }
  }

  /** The second pass of {@link #erf}, given what the first left from 0 on. */
  private static void erfOf(float[] y, int yi, float[] x, int xi, float[] factors, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      FloatVector v = FloatVector.fromArray(SPECIES, x, xi + i);
      FloatVector factor = FloatVector.fromArray(SPECIES, factors, i);
      FloatVector z = v.mul(v);
      FloatVector p0 = broadcast(SPECIES, 7.920369e-5f);
      p0 = p0.fma(z, broadcast(SPECIES, -0.00080307614f));
      p0 = p0.fma(z, broadcast(SPECIES, 0.005190734f));
      p0 = p0.fma(z, broadcast(SPECIES, -0.026855126f));
      p0 = p0.fma(z, broadcast(SPECIES, 0.11283618f));
      p0 = p0.fma(z, broadcast(SPECIES, -0.3761263f));
      p0 = p0.fma(z, broadcast(SPECIES, 0.12837917f));
      FloatVector small = v.fma(p0, v);
      FloatVector t = factor.fma(broadcast(SPECIES, LOG2_E), broadcast(SPECIES, EXPONENT_ROUND));
      FloatVector scale =
          t.viewAsIntegralLanes().lanewise(LSHL, MANTISSA_BITS).viewAsFloatingLanes();
      FloatVector k = t.sub(EXPONENT_ROUND);
      FloatVector r =
          k.fma(broadcast(SPECIES, -LN2_LOW), k.fma(broadcast(SPECIES, -LN2_HIGH), factor));
      // copy of expm1-polynomial
      FloatVector p = broadcast(SPECIES, 0.0013940913f);
      p = p.fma(r, broadcast(SPECIES, 0.008366791f));
      p = p.fma(r, broadcast(SPECIES, 0.0416664f));
      p = p.fma(r, broadcast(SPECIES, 0.16666542f));
      p = p.fma(r, broadcast(SPECIES, 0.5f));
      // end of expm1-polynomial
      FloatVector q = p.fma(r.mul(r), r);
      FloatVector y2 = q.neg().fma(scale, broadcast(SPECIES, 1f).sub(scale));
      y2 = y2.blend(1f, v.abs().compare(GT, 3.95f));
      FloatVector large =
          y2.viewAsIntegralLanes()
              .and(~SIGN)
              .or(v.viewAsIntegralLanes().and(SIGN))
              .viewAsFloatingLanes();
      FloatVector result = large.blend(small, v.abs().lt(1));
      result.intoArray(y, yi + i);
    }
  }

  /** The complementary error function, 1 - erf(x). */
  void erfc(float[] y, int yi, float[] x, int xi, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      FloatVector v = FloatVector.fromArray(SPECIES, x, xi + i);
      FloatVector size = v.abs();
      FloatVector d = size.add(ERFC_CENTRE);
      FloatVector dLow = size.sub(d.sub(ERFC_CENTRE));
      FloatVector t = broadcast(SPECIES, 1f).div(d);
      FloatVector minusT = t.neg();
      FloatVector tLow = minusT.fma(dLow, minusT.fma(d, broadcast(SPECIES, 1f))).mul(t);
      FloatVector minusTwiceCentre = broadcast(SPECIES, -2 * ERFC_CENTRE);
      FloatVector q = tLow.fma(minusTwiceCentre, t.fma(minusTwiceCentre, broadcast(SPECIES, 1f)));
      FloatVector p0 = broadcast(SPECIES, 0.0006318492f);
      p0 = p0.fma(q, broadcast(SPECIES, 0.0007627039f));
      p0 = p0.fma(q, broadcast(SPECIES, -0.0059106452f));
      p0 = p0.fma(q, broadcast(SPECIES, 0.0014343626f));
      p0 = p0.fma(q, broadcast(SPECIES, 0.053821832f));
      p0 = p0.fma(q, broadcast(SPECIES, -0.21558283f));
      p0 = p0.fma(q, broadcast(SPECIES, 0.5004483f));
      p0 = p0.fma(q, broadcast(SPECIES, -0.8325984f));
      p0 = p0.fma(q, broadcast(SPECIES, 1.0612745f));
      FloatVector factor = t.add(tLow).mul(p0);
      FloatVector square = size.mul(size);
      FloatVector minusLow = size.fma(size, square.neg()).neg();
      FloatVector minusSquare = square.neg();
      FloatVector u =
          minusSquare.fma(broadcast(SPECIES, LOG2_E), broadcast(SPECIES, EXPONENT_ROUND));
      FloatVector k = u.sub(EXPONENT_ROUND);
      FloatVector r =
          k.fma(broadcast(SPECIES, -LN2_HIGH), minusSquare)
              .add(k.fma(broadcast(SPECIES, -LN2_LOW), minusLow));
      FloatVector scale =
          u.viewAsIntegralLanes()
              .lanewise(LSHL, MANTISSA_BITS)
              .add(64 << MANTISSA_BITS)
              .viewAsFloatingLanes()
              .mul(factor);
      // copy of expm1-polynomial
      FloatVector p = broadcast(SPECIES, 0.0013940913f);
      p = p.fma(r, broadcast(SPECIES, 0.008366791f));
      p = p.fma(r, broadcast(SPECIES, 0.0416664f));
      p = p.fma(r, broadcast(SPECIES, 0.16666542f));
      p = p.fma(r, broadcast(SPECIES, 0.5f));
      // end of expm1-polynomial
      FloatVector q2 = p.fma(r.mul(r), r);
      FloatVector y2 = q2.fma(scale, scale).mul(0x1p-64f);
      FloatVector y3 = y2.blend(0f, size.compare(GT, 10.1f));
      FloatVector result = y3.blend(broadcast(SPECIES, 2f).sub(y3), v.lt(0));
      result.intoArray(y, yi + i);
    }
  }
}
