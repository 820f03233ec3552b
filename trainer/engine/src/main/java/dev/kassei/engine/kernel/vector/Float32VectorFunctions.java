package dev.kassei.engine.kernel.vector;

import static jdk.incubator.vector.FloatVector.broadcast;
import static jdk.incubator.vector.VectorOperators.ASHR;
import static jdk.incubator.vector.VectorOperators.GE;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LE;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.LSHR;
import static jdk.incubator.vector.VectorOperators.XOR;

import dev.kassei.engine.kernel.Float32Functions;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;

/**
 * The elementary functions over whole float32 vectors: the operations of {@link Float32Functions}
 * in the same order on each element, hence the same bits for every width of vectors. {@code y} is
 * overwritten from {@code yi} on, {@code x} starts at {@code xi}, and n is a multiple of a vector's
 * length.
 *
 * <p>Where the scalar function chooses by a comparison, a vector is blended by sign bits or masks.
 * Where it limits its argument, the result beyond is blended in at the end: that is off the
 * critical path, and what was computed before, in the worst case NaN, is not used.
 *
 * <p>Each function stands here in full, e^x in nearly all of them, because a vector that is passed
 * to a call is allocated: the compiler inlines methods other than those of the Vector API only
 * until a loop has 18,000 nodes, which fifty operations on vectors have. Those of the Vector API it
 * inlines late beyond; for {@link Float32VectorErrorFunctions} that is too much for one loop. What
 * several functions share is written once, as a block, and copied by CopiedBlocks of the tests;
 * that makes this file long.
 */
@SuppressWarnings("FloatingPointLiteralPrecision")
final class Float32VectorFunctions {

  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
  private static final VectorSpecies<Integer> BITS = IntVector.SPECIES_PREFERRED;

  private static final float LOG2_E = 1.442695f;
  private static final float LN2_HIGH = 0.6931472f;
  private static final float LN2_LOW = -1.9046542e-9f;
  private static final float EXPONENT_ROUND = 0x1.8p23f + 127;
  private static final float INTEGER_ROUND = 0x1.8p23f;

  private static final int SIGN = Integer.MIN_VALUE;
  private static final int SIGN_BITS = 31;
  private static final int MANTISSA_BITS = 23;
  private static final int MANTISSA_MASK = (1 << MANTISSA_BITS) - 1;
  private static final int ONE = 0x3f80_0000;
  private static final int TWO = 0x4000_0000;
  private static final int TWO_POW_MINUS_64 = 0x1f80_0000;
  private static final int HIGHEST_EXPM1 = 0x42b2_0000;
  private static final int TWO_THIRDS = 0x3f2a_aaab;

  private static final float TWO_POW_23 = 0x1p23f;
  private static final int TWO_POW_23_BITS = 0x4b00_0000;
  private static final float TINY = 0x1p-25f;

  private static final float TWO_OVER_PI = 0.63661975f;
  private static final float HALF_PI_HIGH = 1.5707964f;
  private static final float HALF_PI_MIDDLE = -4.371139e-8f;
  private static final float HALF_PI_LOW = -1.7151245e-15f;
  private static final float REDUCTION_LIMIT = 0x1p17f;
  private static final int LENGTH = SPECIES.length();

  private Float32VectorFunctions() {}

  /** eˣ. */
  static void exp(float[] y, int yi, float[] x, int xi, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      FloatVector v = FloatVector.fromArray(SPECIES, x, xi + i);
      FloatVector t = v.fma(broadcast(SPECIES, LOG2_E), broadcast(SPECIES, EXPONENT_ROUND));
      FloatVector k = t.sub(EXPONENT_ROUND);
      IntVector negative = v.viewAsIntegralLanes().lanewise(ASHR, SIGN_BITS);
      IntVector shift =
          negative.and(-64 << MANTISSA_BITS ^ 1 << MANTISSA_BITS).lanewise(XOR, 1 << MANTISSA_BITS);
      FloatVector unscale =
          negative.and(TWO_POW_MINUS_64 ^ TWO).lanewise(XOR, TWO).viewAsFloatingLanes();
      FloatVector power =
          t.viewAsIntegralLanes().lanewise(LSHL, MANTISSA_BITS).sub(shift).viewAsFloatingLanes();
      FloatVector r = k.fma(broadcast(SPECIES, -LN2_LOW), k.fma(broadcast(SPECIES, -LN2_HIGH), v));
      // block expm1-polynomial
      FloatVector p = broadcast(SPECIES, 0.0013940913f);
      p = p.fma(r, broadcast(SPECIES, 0.008366791f));
      p = p.fma(r, broadcast(SPECIES, 0.0416664f));
      p = p.fma(r, broadcast(SPECIES, 0.16666542f));
      p = p.fma(r, broadcast(SPECIES, 0.5f));
      // end of expm1-polynomial
      FloatVector q = p.fma(r.mul(r), r);
      FloatVector y2 = q.fma(power, power).mul(unscale);
      FloatVector result =
          y2.blend(0f, v.lt(-104)).blend(Float.POSITIVE_INFINITY, v.compare(GT, 89f));
      result.intoArray(y, yi + i);
    }
  }

  /** eˣ - 1. */
  static void expm1(float[] y, int yi, float[] x, int xi, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      FloatVector v = FloatVector.fromArray(SPECIES, x, xi + i);
      // Positive floats compare like their bits; NaN is limited too, and restored at the end.
      FloatVector u = v.viewAsIntegralLanes().min(HIGHEST_EXPM1).viewAsFloatingLanes();
      FloatVector t = u.fma(broadcast(SPECIES, LOG2_E), broadcast(SPECIES, EXPONENT_ROUND));
      FloatVector k = t.sub(EXPONENT_ROUND);
      FloatVector high = k.fma(broadcast(SPECIES, -LN2_HIGH), u);
      FloatVector r = k.fma(broadcast(SPECIES, -LN2_LOW), high);
      FloatVector half =
          t.viewAsIntegralLanes()
              .lanewise(LSHL, MANTISSA_BITS)
              .sub(1 << MANTISSA_BITS)
              .viewAsFloatingLanes();
      // copy of expm1-polynomial
      FloatVector p = broadcast(SPECIES, 0.0013940913f);
      p = p.fma(r, broadcast(SPECIES, 0.008366791f));
      p = p.fma(r, broadcast(SPECIES, 0.0416664f));
      p = p.fma(r, broadcast(SPECIES, 0.16666542f));
      p = p.fma(r, broadcast(SPECIES, 0.5f));
      // end of expm1-polynomial
      FloatVector tail = p.fma(r.mul(r), k.mul(-LN2_LOW));
      FloatVector q = high.add(tail);
      FloatVector qLow = tail.sub(q.sub(high));
      FloatVector y2 = qLow.fma(half, q.fma(half, half.sub(0.5f))).mul(2);
      FloatVector limited = y2.blend(-1f, v.lt(-20));
      FloatVector result = v.blend(limited, v.abs().compare(GE, TINY));
      result.intoArray(y, yi + i);
    }
  }

  /** The natural logarithm of x. */
  static void log(float[] y, int yi, float[] x, int xi, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      FloatVector v = FloatVector.fromArray(SPECIES, x, xi + i);
      VectorMask<Float> subnormal = v.lt(Float.MIN_NORMAL);
      FloatVector scaled = v.blend(v.mul(0x1p25f), subnormal);
      IntVector biased = scaled.viewAsIntegralLanes().add(ONE - TWO_THIRDS);
      IntVector exponent = biased.lanewise(LSHR, MANTISSA_BITS);
      FloatVector k =
          exponent
              .or(TWO_POW_23_BITS)
              .viewAsFloatingLanes()
              .sub(TWO_POW_23)
              .sub(broadcast(SPECIES, 127f).blend(127 + 25f, subnormal));
      FloatVector f = biased.and(MANTISSA_MASK).add(TWO_THIRDS).viewAsFloatingLanes().sub(1);
      FloatVector low = broadcast(SPECIES, 0f);
      // block log-of-reduced
      FloatVector p = broadcast(SPECIES, -0.1311166f);
      p = p.fma(f, broadcast(SPECIES, 0.13821381f));
      p = p.fma(f, broadcast(SPECIES, -0.12136304f));
      p = p.fma(f, broadcast(SPECIES, 0.14043228f));
      p = p.fma(f, broadcast(SPECIES, -0.16683657f));
      p = p.fma(f, broadcast(SPECIES, 0.20007741f));
      p = p.fma(f, broadcast(SPECIES, -0.24999738f));
      p = p.fma(f, broadcast(SPECIES, 0.33333275f));
      p = p.fma(f, broadcast(SPECIES, -0.5f));
      FloatVector y2 = k.fma(broadcast(SPECIES, LN2_HIGH), p.fma(f.mul(f), low).add(f));
      // end of log-of-reduced
      FloatVector finite = v.blend(y2, v.lt(Float.POSITIVE_INFINITY));
      FloatVector result = finite.blend(Float.NEGATIVE_INFINITY, v.eq(0)).blend(Float.NaN, v.lt(0));
      result.intoArray(y, yi + i);
    }
  }

  /** log(1 + x). */
  static void log1p(float[] y, int yi, float[] x, int xi, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      FloatVector v = FloatVector.fromArray(SPECIES, x, xi + i);
      FloatVector u = v.add(1);
      VectorMask<Float> large = v.compare(GT, 1f);
      FloatVector c = v.blend(1f, large).sub(u.sub(broadcast(SPECIES, 1f).blend(v, large)));
      IntVector biased = u.viewAsIntegralLanes().add(ONE - TWO_THIRDS);
      FloatVector power =
          IntVector.broadcast(BITS, 256 << MANTISSA_BITS)
              .sub(biased.and(~MANTISSA_MASK))
              .viewAsFloatingLanes();
      IntVector exponent = biased.lanewise(LSHR, MANTISSA_BITS);
      FloatVector k = exponent.or(TWO_POW_23_BITS).viewAsFloatingLanes().sub(TWO_POW_23).sub(127);
      FloatVector correction = c.mul(0.25f).mul(power);
      FloatVector g = biased.and(MANTISSA_MASK).add(TWO_THIRDS).viewAsFloatingLanes().sub(1);
      FloatVector f = g.add(correction);
      FloatVector low = correction.sub(f.sub(g));
      // copy of log-of-reduced
      FloatVector p = broadcast(SPECIES, -0.1311166f);
      p = p.fma(f, broadcast(SPECIES, 0.13821381f));
      p = p.fma(f, broadcast(SPECIES, -0.12136304f));
      p = p.fma(f, broadcast(SPECIES, 0.14043228f));
      p = p.fma(f, broadcast(SPECIES, -0.16683657f));
      p = p.fma(f, broadcast(SPECIES, 0.20007741f));
      p = p.fma(f, broadcast(SPECIES, -0.24999738f));
      p = p.fma(f, broadcast(SPECIES, 0.33333275f));
      p = p.fma(f, broadcast(SPECIES, -0.5f));
      FloatVector y2 = k.fma(broadcast(SPECIES, LN2_HIGH), p.fma(f.mul(f), low).add(f));
      // end of log-of-reduced
      FloatVector small = y2.blend(v, v.abs().lt(TINY));
      FloatVector finite = v.blend(small, v.lt(Float.POSITIVE_INFINITY));
      FloatVector result = finite.blend(Float.NEGATIVE_INFINITY, u.eq(0)).blend(Float.NaN, u.lt(0));
      result.intoArray(y, yi + i);
    }
  }

  /** The hyperbolic tangent of x. */
  static void tanh(float[] y, int yi, float[] x, int xi, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      FloatVector v = FloatVector.fromArray(SPECIES, x, xi + i);
      FloatVector minusTwice = v.abs().mul(-2);
      FloatVector t =
          minusTwice.fma(broadcast(SPECIES, LOG2_E), broadcast(SPECIES, EXPONENT_ROUND));
      FloatVector k = t.sub(EXPONENT_ROUND);
      FloatVector half =
          t.viewAsIntegralLanes()
              .lanewise(LSHL, MANTISSA_BITS)
              .sub(1 << MANTISSA_BITS)
              .viewAsFloatingLanes();
      FloatVector r = k.fma(broadcast(SPECIES, -LN2_HIGH), minusTwice);
      // copy of expm1-polynomial
      FloatVector p = broadcast(SPECIES, 0.0013940913f);
      p = p.fma(r, broadcast(SPECIES, 0.008366791f));
      p = p.fma(r, broadcast(SPECIES, 0.0416664f));
      p = p.fma(r, broadcast(SPECIES, 0.16666542f));
      p = p.fma(r, broadcast(SPECIES, 0.5f));
      // end of expm1-polynomial
      FloatVector q = p.fma(r.mul(r), r);
      FloatVector minusH = q.fma(half, half.sub(0.5f)).neg();
      FloatVector y2 = minusH.div(broadcast(SPECIES, 1f).sub(minusH));
      y2 = minusH.fma(y2, minusH).blend(1f, minusTwice.lt(-20));
      FloatVector result =
          y2.viewAsIntegralLanes()
              .and(~SIGN)
              .or(v.viewAsIntegralLanes().and(SIGN))
              .viewAsFloatingLanes();
      result.intoArray(y, yi + i);
    }
  }

  /** The logistic function 1 / (1 + e⁻ˣ). */
  static void sigmoid(float[] y, int yi, float[] x, int xi, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      FloatVector v = FloatVector.fromArray(SPECIES, x, xi + i);
      IntVector negative = v.viewAsIntegralLanes().lanewise(ASHR, SIGN_BITS);
      // block exp-of-minus-size
      FloatVector minusSize = v.viewAsIntegralLanes().or(SIGN).viewAsFloatingLanes();
      FloatVector t = minusSize.fma(broadcast(SPECIES, LOG2_E), broadcast(SPECIES, EXPONENT_ROUND));
      FloatVector k = t.sub(EXPONENT_ROUND);
      FloatVector power =
          t.viewAsIntegralLanes()
              .lanewise(LSHL, MANTISSA_BITS)
              .add(64 << MANTISSA_BITS)
              .viewAsFloatingLanes();
      FloatVector r =
          k.fma(broadcast(SPECIES, -LN2_LOW), k.fma(broadcast(SPECIES, -LN2_HIGH), minusSize));
      // copy of expm1-polynomial
      FloatVector p = broadcast(SPECIES, 0.0013940913f);
      p = p.fma(r, broadcast(SPECIES, 0.008366791f));
      p = p.fma(r, broadcast(SPECIES, 0.0416664f));
      p = p.fma(r, broadcast(SPECIES, 0.16666542f));
      p = p.fma(r, broadcast(SPECIES, 0.5f));
      // end of expm1-polynomial
      FloatVector q = p.fma(r.mul(r), r);
      FloatVector y2 = q.fma(power, power).mul(0x1p-64f);
      FloatVector e = y2.blend(0f, minusSize.lt(-104));
      // end of exp-of-minus-size
      IntVector change = negative.and(e.viewAsIntegralLanes().lanewise(XOR, ONE));
      FloatVector result = change.lanewise(XOR, ONE).viewAsFloatingLanes().div(e.add(1));
      result.intoArray(y, yi + i);
    }
  }

  /** The derivative of the logistic function, σ(x)·σ(-x). */
  static void sigmoidDerivative(float[] y, int yi, float[] x, int xi, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      FloatVector v = FloatVector.fromArray(SPECIES, x, xi + i);
      // copy of exp-of-minus-size
      FloatVector minusSize = v.viewAsIntegralLanes().or(SIGN).viewAsFloatingLanes();
      FloatVector t = minusSize.fma(broadcast(SPECIES, LOG2_E), broadcast(SPECIES, EXPONENT_ROUND));
      FloatVector k = t.sub(EXPONENT_ROUND);
      FloatVector power =
          t.viewAsIntegralLanes()
              .lanewise(LSHL, MANTISSA_BITS)
              .add(64 << MANTISSA_BITS)
              .viewAsFloatingLanes();
      FloatVector r =
          k.fma(broadcast(SPECIES, -LN2_LOW), k.fma(broadcast(SPECIES, -LN2_HIGH), minusSize));
      // copy of expm1-polynomial
      FloatVector p = broadcast(SPECIES, 0.0013940913f);
      p = p.fma(r, broadcast(SPECIES, 0.008366791f));
      p = p.fma(r, broadcast(SPECIES, 0.0416664f));
      p = p.fma(r, broadcast(SPECIES, 0.16666542f));
      p = p.fma(r, broadcast(SPECIES, 0.5f));
      // end of expm1-polynomial
      FloatVector q = p.fma(r.mul(r), r);
      FloatVector y2 = q.fma(power, power).mul(0x1p-64f);
      FloatVector e = y2.blend(0f, minusSize.lt(-104));
      // end of exp-of-minus-size
      FloatVector result = e.div(e.fma(e.add(2), broadcast(SPECIES, 1f)));
      result.intoArray(y, yi + i);
    }
  }

  /** log(1 + eˣ). */
  static void softplus(float[] y, int yi, float[] x, int xi, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      FloatVector v = FloatVector.fromArray(SPECIES, x, xi + i);
      FloatVector positive =
          v.viewAsIntegralLanes()
              .and(v.viewAsIntegralLanes().lanewise(ASHR, SIGN_BITS).not())
              .viewAsFloatingLanes();
      // copy of exp-of-minus-size
      FloatVector minusSize = v.viewAsIntegralLanes().or(SIGN).viewAsFloatingLanes();
      FloatVector t = minusSize.fma(broadcast(SPECIES, LOG2_E), broadcast(SPECIES, EXPONENT_ROUND));
      FloatVector k = t.sub(EXPONENT_ROUND);
      FloatVector power =
          t.viewAsIntegralLanes()
              .lanewise(LSHL, MANTISSA_BITS)
              .add(64 << MANTISSA_BITS)
              .viewAsFloatingLanes();
      FloatVector r =
          k.fma(broadcast(SPECIES, -LN2_LOW), k.fma(broadcast(SPECIES, -LN2_HIGH), minusSize));
      // copy of expm1-polynomial
      FloatVector p = broadcast(SPECIES, 0.0013940913f);
      p = p.fma(r, broadcast(SPECIES, 0.008366791f));
      p = p.fma(r, broadcast(SPECIES, 0.0416664f));
      p = p.fma(r, broadcast(SPECIES, 0.16666542f));
      p = p.fma(r, broadcast(SPECIES, 0.5f));
      // end of expm1-polynomial
      FloatVector q = p.fma(r.mul(r), r);
      FloatVector y2 = q.fma(power, power).mul(0x1p-64f);
      FloatVector e = y2.blend(0f, minusSize.lt(-104));
      // end of exp-of-minus-size
      FloatVector s = e.div(e.add(2));
      FloatVector z = s.mul(s);
      FloatVector p2 = broadcast(SPECIES, 0.28029367f);
      p2 = p2.fma(z, broadcast(SPECIES, 0.27998227f));
      p2 = p2.fma(z, broadcast(SPECIES, 0.4002175f));
      p2 = p2.fma(z, broadcast(SPECIES, 0.6666641f));
      FloatVector y3 = s.neg().fma(e.sub(z.mul(p2)), e);
      FloatVector result = positive.add(y3);
      result.intoArray(y, yi + i);
    }
  }

  /** The sine of x. */
  static void sin(float[] y, int yi, float[] x, int xi, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      FloatVector v = FloatVector.fromArray(SPECIES, x, xi + i);
      if (!v.abs().compare(LE, REDUCTION_LIMIT).allTrue()) {
        sinOneByOne(y, yi + i, x, xi + i);
        continue;
      }
      // block reduction-by-half-pi
      FloatVector t = v.fma(broadcast(SPECIES, TWO_OVER_PI), broadcast(SPECIES, INTEGER_ROUND));
      FloatVector k = t.sub(INTEGER_ROUND);
      FloatVector r =
          k.fma(broadcast(SPECIES, -HALF_PI_MIDDLE), k.fma(broadcast(SPECIES, -HALF_PI_HIGH), v));
      FloatVector r2 = k.fma(broadcast(SPECIES, -HALF_PI_LOW), r);
      // end of reduction-by-half-pi
      IntVector quadrant = t.viewAsIntegralLanes();
      // block sine-of-quadrant
      FloatVector z = r2.mul(r2);
      IntVector odd = quadrant.lanewise(LSHL, SIGN_BITS).lanewise(ASHR, SIGN_BITS);
      IntVector sign = quadrant.lanewise(LSHL, SIGN_BITS - 1).and(SIGN);
      FloatVector p = broadcast(SPECIES, -0.00019517198f);
      p = p.fma(z, broadcast(SPECIES, 0.0083321845f));
      p = p.fma(z, broadcast(SPECIES, -0.16666655f));
      IntVector even = r2.mul(z).fma(p, r2).viewAsIntegralLanes();
      FloatVector p2 = broadcast(SPECIES, 2.4430683e-5f);
      p2 = p2.fma(z, broadcast(SPECIES, -0.0013887301f));
      p2 = p2.fma(z, broadcast(SPECIES, 0.041666646f));
      IntVector change =
          odd.and(
              p2.fma(z, broadcast(SPECIES, -0.5f))
                  .fma(z, broadcast(SPECIES, 1f))
                  .viewAsIntegralLanes()
                  .lanewise(XOR, even));
      // end of sine-of-quadrant
      FloatVector y2 = even.lanewise(XOR, change).lanewise(XOR, sign).viewAsFloatingLanes();
      FloatVector result = y2.blend(v, v.eq(0));
      result.intoArray(y, yi + i);
    }
  }

  private static void sinOneByOne(float[] y, int yi, float[] x, int xi) {
    for (int i = 0; i < LENGTH; i++) {
      y[yi + i] = Float32Functions.sin(x[xi + i]);
    }
  }

  /** The cosine of x. */
  static void cos(float[] y, int yi, float[] x, int xi, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      FloatVector v = FloatVector.fromArray(SPECIES, x, xi + i);
      if (!v.abs().compare(LE, REDUCTION_LIMIT).allTrue()) {
        cosOneByOne(y, yi + i, x, xi + i);
        continue;
      }
      // copy of reduction-by-half-pi
      FloatVector t = v.fma(broadcast(SPECIES, TWO_OVER_PI), broadcast(SPECIES, INTEGER_ROUND));
      FloatVector k = t.sub(INTEGER_ROUND);
      FloatVector r =
          k.fma(broadcast(SPECIES, -HALF_PI_MIDDLE), k.fma(broadcast(SPECIES, -HALF_PI_HIGH), v));
      FloatVector r2 = k.fma(broadcast(SPECIES, -HALF_PI_LOW), r);
      // end of reduction-by-half-pi
      IntVector quadrant = t.viewAsIntegralLanes().add(1);
      // copy of sine-of-quadrant
      FloatVector z = r2.mul(r2);
      IntVector odd = quadrant.lanewise(LSHL, SIGN_BITS).lanewise(ASHR, SIGN_BITS);
      IntVector sign = quadrant.lanewise(LSHL, SIGN_BITS - 1).and(SIGN);
      FloatVector p = broadcast(SPECIES, -0.00019517198f);
      p = p.fma(z, broadcast(SPECIES, 0.0083321845f));
      p = p.fma(z, broadcast(SPECIES, -0.16666655f));
      IntVector even = r2.mul(z).fma(p, r2).viewAsIntegralLanes();
      FloatVector p2 = broadcast(SPECIES, 2.4430683e-5f);
      p2 = p2.fma(z, broadcast(SPECIES, -0.0013887301f));
      p2 = p2.fma(z, broadcast(SPECIES, 0.041666646f));
      IntVector change =
          odd.and(
              p2.fma(z, broadcast(SPECIES, -0.5f))
                  .fma(z, broadcast(SPECIES, 1f))
                  .viewAsIntegralLanes()
                  .lanewise(XOR, even));
      // end of sine-of-quadrant
      FloatVector result = even.lanewise(XOR, change).lanewise(XOR, sign).viewAsFloatingLanes();
      result.intoArray(y, yi + i);
    }
  }

  private static void cosOneByOne(float[] y, int yi, float[] x, int xi) {
    for (int i = 0; i < LENGTH; i++) {
      y[yi + i] = Float32Functions.cos(x[xi + i]);
    }
  }

  /** The arc tangent of x. */
  static void atan(float[] y, int yi, float[] x, int xi, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      FloatVector v = FloatVector.fromArray(SPECIES, x, xi + i);
      FloatVector size = v.abs();
      VectorMask<Float> large = size.compare(GT, 1f);
      FloatVector t = size.blend(1f, large).div(broadcast(SPECIES, 1f).blend(size, large));
      FloatVector z = t.mul(t);
      FloatVector p = broadcast(SPECIES, -0.0018265757f);
      p = p.fma(z, broadcast(SPECIES, 0.011059091f));
      p = p.fma(z, broadcast(SPECIES, -0.03144046f));
      p = p.fma(z, broadcast(SPECIES, 0.05821347f));
      p = p.fma(z, broadcast(SPECIES, -0.084178835f));
      p = p.fma(z, broadcast(SPECIES, 0.10956933f));
      p = p.fma(z, broadcast(SPECIES, -0.14265111f));
      p = p.fma(z, broadcast(SPECIES, 0.19998626f));
      p = p.fma(z, broadcast(SPECIES, -0.33333302f));
      FloatVector y2 = t.mul(z).fma(p, t);
      FloatVector complement = broadcast(SPECIES, HALF_PI_HIGH).sub(y2.sub(HALF_PI_MIDDLE));
      y2 = y2.blend(complement, large);
      FloatVector result =
          y2.viewAsIntegralLanes()
              .and(~SIGN)
              .or(v.viewAsIntegralLanes().and(SIGN))
              .viewAsFloatingLanes();
      result.intoArray(y, yi + i);
    }
  }
}
