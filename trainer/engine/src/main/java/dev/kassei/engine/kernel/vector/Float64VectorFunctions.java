package dev.kassei.engine.kernel.vector;

import static jdk.incubator.vector.DoubleVector.broadcast;
import static jdk.incubator.vector.VectorOperators.ASHR;
import static jdk.incubator.vector.VectorOperators.GE;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LE;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.LSHR;
import static jdk.incubator.vector.VectorOperators.XOR;

import dev.kassei.engine.kernel.Float64Functions;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;

/**
 * The elementary functions over whole float64 vectors: the operations of {@link Float64Functions}
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
 * inlines late beyond; for {@link Float64VectorErrorFunctions} that is too much for one loop. What
 * several functions share is written once, as a block, and copied by CopiedBlocks of the tests;
 * that makes this file long.
 */
@SuppressWarnings("FloatingPointLiteralPrecision")
final class Float64VectorFunctions {

  private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
  private static final VectorSpecies<Long> BITS = LongVector.SPECIES_PREFERRED;

  private static final double LOG2_E = 1.4426950408889634;
  private static final double LN2_HIGH = 0.6931471805599453;
  private static final double LN2_LOW = 2.3190468138462996e-17;
  private static final double EXPONENT_ROUND = 0x1.8p52 + 1023;
  private static final double INTEGER_ROUND = 0x1.8p52;

  private static final long SIGN = Long.MIN_VALUE;
  private static final int SIGN_BITS = 63;
  private static final int MANTISSA_BITS = 52;
  private static final long MANTISSA_MASK = (1L << MANTISSA_BITS) - 1;
  private static final long ONE = 0x3ff0_0000_0000_0000L;
  private static final long TWO = 0x4000_0000_0000_0000L;
  private static final long TWO_POW_MINUS_128 = 0x37f0_0000_0000_0000L;
  private static final long HIGHEST_EXPM1 = 0x4086_3000_0000_0000L;
  private static final long SQRT_HALF = 0x3fe6_a09e_667f_3bcdL;

  private static final double TWO_POW_52 = 0x1p52;
  private static final long TWO_POW_52_BITS = 0x4330_0000_0000_0000L;
  private static final double TINY = 0x1p-54;

  private static final double TWO_OVER_PI = 0.6366197723675814;
  private static final double HALF_PI_HIGH = 1.5707963267948966;
  private static final double HALF_PI_MIDDLE = 6.123233995736766e-17;
  private static final double HALF_PI_LOW = -1.4973849048591698e-33;
  private static final double REDUCTION_LIMIT = 0x1p30;
  private static final int LENGTH = SPECIES.length();

  private Float64VectorFunctions() {}

  /** eˣ. */
  static void exp(double[] y, int yi, double[] x, int xi, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      DoubleVector v = DoubleVector.fromArray(SPECIES, x, xi + i);
      DoubleVector t = v.fma(broadcast(SPECIES, LOG2_E), broadcast(SPECIES, EXPONENT_ROUND));
      DoubleVector k = t.sub(EXPONENT_ROUND);
      LongVector negative = v.viewAsIntegralLanes().lanewise(ASHR, SIGN_BITS);
      LongVector shift =
          negative
              .and(-128L << MANTISSA_BITS ^ 1L << MANTISSA_BITS)
              .lanewise(XOR, 1L << MANTISSA_BITS);
      DoubleVector unscale =
          negative.and(TWO_POW_MINUS_128 ^ TWO).lanewise(XOR, TWO).viewAsFloatingLanes();
      DoubleVector power =
          t.viewAsIntegralLanes().lanewise(LSHL, MANTISSA_BITS).sub(shift).viewAsFloatingLanes();
      DoubleVector high = k.fma(broadcast(SPECIES, -LN2_HIGH), v);
      DoubleVector low = k.mul(-LN2_LOW);
      // block expm1-polynomial
      DoubleVector r = high.add(low);
      DoubleVector p = broadcast(SPECIES, 2.0922707119800465e-9);
      p = p.fma(r, broadcast(SPECIES, 2.510688847904177e-8));
      p = p.fma(r, broadcast(SPECIES, 2.7557249424422725e-7));
      p = p.fma(r, broadcast(SPECIES, 2.755725130631551e-6));
      p = p.fma(r, broadcast(SPECIES, 2.480158735105609e-5));
      p = p.fma(r, broadcast(SPECIES, 0.00019841269877882766));
      p = p.fma(r, broadcast(SPECIES, 0.001388888888887296));
      p = p.fma(r, broadcast(SPECIES, 0.008333333333325537));
      p = p.fma(r, broadcast(SPECIES, 0.041666666666666685));
      p = p.fma(r, broadcast(SPECIES, 0.1666666666666667));
      p = p.fma(r, broadcast(SPECIES, 0.5));
      // end of expm1-polynomial
      DoubleVector q = high.add(p.fma(r.mul(r), low));
      DoubleVector y2 = q.fma(power, power).mul(unscale);
      DoubleVector result =
          y2.blend(0.0, v.lt(-746)).blend(Double.POSITIVE_INFINITY, v.compare(GT, 710.0));
      result.intoArray(y, yi + i);
    }
  }

  /** eˣ - 1. */
  static void expm1(double[] y, int yi, double[] x, int xi, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      DoubleVector v = DoubleVector.fromArray(SPECIES, x, xi + i);
      // Positive floats compare like their bits; NaN is limited too, and restored at the end.
      DoubleVector u = v.viewAsIntegralLanes().min(HIGHEST_EXPM1).viewAsFloatingLanes();
      DoubleVector t = u.fma(broadcast(SPECIES, LOG2_E), broadcast(SPECIES, EXPONENT_ROUND));
      DoubleVector k = t.sub(EXPONENT_ROUND);
      DoubleVector high = k.fma(broadcast(SPECIES, -LN2_HIGH), u);
      DoubleVector half =
          t.viewAsIntegralLanes()
              .lanewise(LSHL, MANTISSA_BITS)
              .sub(1L << MANTISSA_BITS)
              .viewAsFloatingLanes();
      DoubleVector low = k.mul(-LN2_LOW);
      // copy of expm1-polynomial
      DoubleVector r = high.add(low);
      DoubleVector p = broadcast(SPECIES, 2.0922707119800465e-9);
      p = p.fma(r, broadcast(SPECIES, 2.510688847904177e-8));
      p = p.fma(r, broadcast(SPECIES, 2.7557249424422725e-7));
      p = p.fma(r, broadcast(SPECIES, 2.755725130631551e-6));
      p = p.fma(r, broadcast(SPECIES, 2.480158735105609e-5));
      p = p.fma(r, broadcast(SPECIES, 0.00019841269877882766));
      p = p.fma(r, broadcast(SPECIES, 0.001388888888887296));
      p = p.fma(r, broadcast(SPECIES, 0.008333333333325537));
      p = p.fma(r, broadcast(SPECIES, 0.041666666666666685));
      p = p.fma(r, broadcast(SPECIES, 0.1666666666666667));
      p = p.fma(r, broadcast(SPECIES, 0.5));
      // end of expm1-polynomial
      DoubleVector tail = p.fma(r.mul(r), low);
      DoubleVector q = high.add(tail);
      DoubleVector qLow = tail.sub(q.sub(high));
      DoubleVector y2 = qLow.fma(half, q.fma(half, half.sub(0.5))).mul(2);
      DoubleVector limited = y2.blend(-1.0, v.lt(-40));
      DoubleVector result = v.blend(limited, v.abs().compare(GE, TINY));
      result.intoArray(y, yi + i);
    }
  }

  /** The natural logarithm of x. */
  static void log(double[] y, int yi, double[] x, int xi, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      DoubleVector v = DoubleVector.fromArray(SPECIES, x, xi + i);
      VectorMask<Double> subnormal = v.lt(Double.MIN_NORMAL);
      DoubleVector scaled = v.blend(v.mul(0x1p54), subnormal);
      LongVector biased = scaled.viewAsIntegralLanes().add(ONE - SQRT_HALF);
      LongVector exponent = biased.lanewise(LSHR, MANTISSA_BITS);
      DoubleVector k =
          exponent
              .or(TWO_POW_52_BITS)
              .viewAsFloatingLanes()
              .sub(TWO_POW_52)
              .sub(broadcast(SPECIES, 1023.0).blend(1023 + 54.0, subnormal));
      DoubleVector f = biased.and(MANTISSA_MASK).add(SQRT_HALF).viewAsFloatingLanes().sub(1);
      DoubleVector low = broadcast(SPECIES, 0.0);
      // block log-of-reduced
      DoubleVector s = f.div(f.add(2));
      DoubleVector halfSquare = f.mul(0.5).mul(f);
      DoubleVector z = s.mul(s);
      DoubleVector p = broadcast(SPECIES, 0.1479569407587925);
      p = p.fma(z, broadcast(SPECIES, 0.15314079252480767));
      p = p.fma(z, broadcast(SPECIES, 0.1818356305140296));
      p = p.fma(z, broadcast(SPECIES, 0.22222198601577173));
      p = p.fma(z, broadcast(SPECIES, 0.2857142874205741));
      p = p.fma(z, broadcast(SPECIES, 0.39999999999416547));
      p = p.fma(z, broadcast(SPECIES, 0.6666666666666734));
      DoubleVector tail = s.fma(halfSquare.add(z.mul(p)), k.fma(broadcast(SPECIES, LN2_LOW), low));
      DoubleVector y2 = k.fma(broadcast(SPECIES, LN2_HIGH), f.sub(halfSquare.sub(tail)));
      // end of log-of-reduced
      DoubleVector finite = v.blend(y2, v.lt(Double.POSITIVE_INFINITY));
      DoubleVector result =
          finite.blend(Double.NEGATIVE_INFINITY, v.eq(0)).blend(Double.NaN, v.lt(0));
      result.intoArray(y, yi + i);
    }
  }

  /** log(1 + x). */
  static void log1p(double[] y, int yi, double[] x, int xi, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      DoubleVector v = DoubleVector.fromArray(SPECIES, x, xi + i);
      DoubleVector u = v.add(1);
      VectorMask<Double> large = v.compare(GT, 1.0);
      DoubleVector c = v.blend(1.0, large).sub(u.sub(broadcast(SPECIES, 1.0).blend(v, large)));
      LongVector biased = u.viewAsIntegralLanes().add(ONE - SQRT_HALF);
      DoubleVector power =
          LongVector.broadcast(BITS, 2048L << MANTISSA_BITS)
              .sub(biased.and(~MANTISSA_MASK))
              .viewAsFloatingLanes();
      LongVector exponent = biased.lanewise(LSHR, MANTISSA_BITS);
      DoubleVector k = exponent.or(TWO_POW_52_BITS).viewAsFloatingLanes().sub(TWO_POW_52).sub(1023);
      DoubleVector correction = c.mul(0.25).mul(power);
      DoubleVector g = biased.and(MANTISSA_MASK).add(SQRT_HALF).viewAsFloatingLanes().sub(1);
      DoubleVector f = g.add(correction);
      DoubleVector low = correction.sub(f.sub(g));
      // copy of log-of-reduced
      DoubleVector s = f.div(f.add(2));
      DoubleVector halfSquare = f.mul(0.5).mul(f);
      DoubleVector z = s.mul(s);
      DoubleVector p = broadcast(SPECIES, 0.1479569407587925);
      p = p.fma(z, broadcast(SPECIES, 0.15314079252480767));
      p = p.fma(z, broadcast(SPECIES, 0.1818356305140296));
      p = p.fma(z, broadcast(SPECIES, 0.22222198601577173));
      p = p.fma(z, broadcast(SPECIES, 0.2857142874205741));
      p = p.fma(z, broadcast(SPECIES, 0.39999999999416547));
      p = p.fma(z, broadcast(SPECIES, 0.6666666666666734));
      DoubleVector tail = s.fma(halfSquare.add(z.mul(p)), k.fma(broadcast(SPECIES, LN2_LOW), low));
      DoubleVector y2 = k.fma(broadcast(SPECIES, LN2_HIGH), f.sub(halfSquare.sub(tail)));
      // end of log-of-reduced
      DoubleVector small = y2.blend(v, v.abs().lt(TINY));
      DoubleVector finite = v.blend(small, v.lt(Double.POSITIVE_INFINITY));
      DoubleVector result =
          finite.blend(Double.NEGATIVE_INFINITY, u.eq(0)).blend(Double.NaN, u.lt(0));
      result.intoArray(y, yi + i);
    }
  }

  /** The hyperbolic tangent of x. */
  static void tanh(double[] y, int yi, double[] x, int xi, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      DoubleVector v = DoubleVector.fromArray(SPECIES, x, xi + i);
      DoubleVector minusTwice = v.abs().mul(-2);
      DoubleVector t =
          minusTwice.fma(broadcast(SPECIES, LOG2_E), broadcast(SPECIES, EXPONENT_ROUND));
      DoubleVector k = t.sub(EXPONENT_ROUND);
      DoubleVector half =
          t.viewAsIntegralLanes()
              .lanewise(LSHL, MANTISSA_BITS)
              .sub(1L << MANTISSA_BITS)
              .viewAsFloatingLanes();
      DoubleVector high = k.fma(broadcast(SPECIES, -LN2_HIGH), minusTwice);
      DoubleVector low = k.mul(-LN2_LOW);
      // copy of expm1-polynomial
      DoubleVector r = high.add(low);
      DoubleVector p = broadcast(SPECIES, 2.0922707119800465e-9);
      p = p.fma(r, broadcast(SPECIES, 2.510688847904177e-8));
      p = p.fma(r, broadcast(SPECIES, 2.7557249424422725e-7));
      p = p.fma(r, broadcast(SPECIES, 2.755725130631551e-6));
      p = p.fma(r, broadcast(SPECIES, 2.480158735105609e-5));
      p = p.fma(r, broadcast(SPECIES, 0.00019841269877882766));
      p = p.fma(r, broadcast(SPECIES, 0.001388888888887296));
      p = p.fma(r, broadcast(SPECIES, 0.008333333333325537));
      p = p.fma(r, broadcast(SPECIES, 0.041666666666666685));
      p = p.fma(r, broadcast(SPECIES, 0.1666666666666667));
      p = p.fma(r, broadcast(SPECIES, 0.5));
      // end of expm1-polynomial
      DoubleVector q = high.add(p.fma(r.mul(r), low));
      DoubleVector h = q.fma(half, half.sub(0.5));
      DoubleVector d = h.add(1);
      DoubleVector low2 = h.sub(d.sub(1));
      DoubleVector inverse = broadcast(SPECIES, 1.0).div(d);
      DoubleVector minusY = h.mul(inverse);
      DoubleVector remainder = minusY.fma(low2, minusY.fma(d, h.neg()));
      DoubleVector y2 = remainder.fma(inverse, minusY.neg()).blend(1.0, minusTwice.lt(-40));
      DoubleVector result =
          y2.viewAsIntegralLanes()
              .and(~SIGN)
              .or(v.viewAsIntegralLanes().and(SIGN))
              .viewAsFloatingLanes();
      result.intoArray(y, yi + i);
    }
  }

  /** The logistic function 1 / (1 + e⁻ˣ). */
  static void sigmoid(double[] y, int yi, double[] x, int xi, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      DoubleVector v = DoubleVector.fromArray(SPECIES, x, xi + i);
      LongVector negative = v.viewAsIntegralLanes().lanewise(ASHR, SIGN_BITS);
      // block exp-of-minus-size
      DoubleVector minusSize = v.viewAsIntegralLanes().or(SIGN).viewAsFloatingLanes();
      DoubleVector t =
          minusSize.fma(broadcast(SPECIES, LOG2_E), broadcast(SPECIES, EXPONENT_ROUND));
      DoubleVector k = t.sub(EXPONENT_ROUND);
      DoubleVector power =
          t.viewAsIntegralLanes()
              .lanewise(LSHL, MANTISSA_BITS)
              .add(128L << MANTISSA_BITS)
              .viewAsFloatingLanes();
      DoubleVector high = k.fma(broadcast(SPECIES, -LN2_HIGH), minusSize);
      DoubleVector low = k.mul(-LN2_LOW);
      // copy of expm1-polynomial
      DoubleVector r = high.add(low);
      DoubleVector p = broadcast(SPECIES, 2.0922707119800465e-9);
      p = p.fma(r, broadcast(SPECIES, 2.510688847904177e-8));
      p = p.fma(r, broadcast(SPECIES, 2.7557249424422725e-7));
      p = p.fma(r, broadcast(SPECIES, 2.755725130631551e-6));
      p = p.fma(r, broadcast(SPECIES, 2.480158735105609e-5));
      p = p.fma(r, broadcast(SPECIES, 0.00019841269877882766));
      p = p.fma(r, broadcast(SPECIES, 0.001388888888887296));
      p = p.fma(r, broadcast(SPECIES, 0.008333333333325537));
      p = p.fma(r, broadcast(SPECIES, 0.041666666666666685));
      p = p.fma(r, broadcast(SPECIES, 0.1666666666666667));
      p = p.fma(r, broadcast(SPECIES, 0.5));
      // end of expm1-polynomial
      DoubleVector q = high.add(p.fma(r.mul(r), low));
      DoubleVector y2 = q.fma(power, power).mul(0x1p-128);
      DoubleVector e = y2.blend(0.0, minusSize.lt(-746));
      // end of exp-of-minus-size
      DoubleVector s = e.div(e.add(1));
      LongVector change = negative.and(e.viewAsIntegralLanes().lanewise(XOR, ONE));
      DoubleVector top = change.lanewise(XOR, ONE).viewAsFloatingLanes();
      DoubleVector result = s.neg().fma(top, top);
      result.intoArray(y, yi + i);
    }
  }

  /** The derivative of the logistic function, σ(x)·σ(-x). */
  static void sigmoidDerivative(double[] y, int yi, double[] x, int xi, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      DoubleVector v = DoubleVector.fromArray(SPECIES, x, xi + i);
      // copy of exp-of-minus-size
      DoubleVector minusSize = v.viewAsIntegralLanes().or(SIGN).viewAsFloatingLanes();
      DoubleVector t =
          minusSize.fma(broadcast(SPECIES, LOG2_E), broadcast(SPECIES, EXPONENT_ROUND));
      DoubleVector k = t.sub(EXPONENT_ROUND);
      DoubleVector power =
          t.viewAsIntegralLanes()
              .lanewise(LSHL, MANTISSA_BITS)
              .add(128L << MANTISSA_BITS)
              .viewAsFloatingLanes();
      DoubleVector high = k.fma(broadcast(SPECIES, -LN2_HIGH), minusSize);
      DoubleVector low = k.mul(-LN2_LOW);
      // copy of expm1-polynomial
      DoubleVector r = high.add(low);
      DoubleVector p = broadcast(SPECIES, 2.0922707119800465e-9);
      p = p.fma(r, broadcast(SPECIES, 2.510688847904177e-8));
      p = p.fma(r, broadcast(SPECIES, 2.7557249424422725e-7));
      p = p.fma(r, broadcast(SPECIES, 2.755725130631551e-6));
      p = p.fma(r, broadcast(SPECIES, 2.480158735105609e-5));
      p = p.fma(r, broadcast(SPECIES, 0.00019841269877882766));
      p = p.fma(r, broadcast(SPECIES, 0.001388888888887296));
      p = p.fma(r, broadcast(SPECIES, 0.008333333333325537));
      p = p.fma(r, broadcast(SPECIES, 0.041666666666666685));
      p = p.fma(r, broadcast(SPECIES, 0.1666666666666667));
      p = p.fma(r, broadcast(SPECIES, 0.5));
      // end of expm1-polynomial
      DoubleVector q = high.add(p.fma(r.mul(r), low));
      DoubleVector y2 = q.fma(power, power).mul(0x1p-128);
      DoubleVector e = y2.blend(0.0, minusSize.lt(-746));
      // end of exp-of-minus-size
      DoubleVector twoAndE = e.add(2);
      DoubleVector d = e.fma(twoAndE, broadcast(SPECIES, 1.0));
      DoubleVector low2 = e.fma(twoAndE, broadcast(SPECIES, 1.0).sub(d));
      DoubleVector inverse = broadcast(SPECIES, 1.0).div(d);
      DoubleVector minusY = e.mul(inverse).neg();
      DoubleVector remainder = minusY.fma(low2, minusY.fma(d, e));
      DoubleVector result = remainder.fma(inverse, minusY.neg());
      result.intoArray(y, yi + i);
    }
  }

  /** log(1 + eˣ). */
  static void softplus(double[] y, int yi, double[] x, int xi, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      DoubleVector v = DoubleVector.fromArray(SPECIES, x, xi + i);
      DoubleVector positive =
          v.viewAsIntegralLanes()
              .and(v.viewAsIntegralLanes().lanewise(ASHR, SIGN_BITS).not())
              .viewAsFloatingLanes();
      // copy of exp-of-minus-size
      DoubleVector minusSize = v.viewAsIntegralLanes().or(SIGN).viewAsFloatingLanes();
      DoubleVector t =
          minusSize.fma(broadcast(SPECIES, LOG2_E), broadcast(SPECIES, EXPONENT_ROUND));
      DoubleVector k = t.sub(EXPONENT_ROUND);
      DoubleVector power =
          t.viewAsIntegralLanes()
              .lanewise(LSHL, MANTISSA_BITS)
              .add(128L << MANTISSA_BITS)
              .viewAsFloatingLanes();
      DoubleVector high = k.fma(broadcast(SPECIES, -LN2_HIGH), minusSize);
      DoubleVector low = k.mul(-LN2_LOW);
      // copy of expm1-polynomial
      DoubleVector r = high.add(low);
      DoubleVector p = broadcast(SPECIES, 2.0922707119800465e-9);
      p = p.fma(r, broadcast(SPECIES, 2.510688847904177e-8));
      p = p.fma(r, broadcast(SPECIES, 2.7557249424422725e-7));
      p = p.fma(r, broadcast(SPECIES, 2.755725130631551e-6));
      p = p.fma(r, broadcast(SPECIES, 2.480158735105609e-5));
      p = p.fma(r, broadcast(SPECIES, 0.00019841269877882766));
      p = p.fma(r, broadcast(SPECIES, 0.001388888888887296));
      p = p.fma(r, broadcast(SPECIES, 0.008333333333325537));
      p = p.fma(r, broadcast(SPECIES, 0.041666666666666685));
      p = p.fma(r, broadcast(SPECIES, 0.1666666666666667));
      p = p.fma(r, broadcast(SPECIES, 0.5));
      // end of expm1-polynomial
      DoubleVector q = high.add(p.fma(r.mul(r), low));
      DoubleVector y2 = q.fma(power, power).mul(0x1p-128);
      DoubleVector e = y2.blend(0.0, minusSize.lt(-746));
      // end of exp-of-minus-size
      DoubleVector s = e.div(e.add(2));
      DoubleVector z = s.mul(s);
      DoubleVector p2 = broadcast(SPECIES, 0.1701647012409848);
      p2 = p2.fma(z, broadcast(SPECIES, 0.08341285774949891));
      p2 = p2.fma(z, broadcast(SPECIES, 0.12105800815431532));
      p2 = p2.fma(z, broadcast(SPECIES, 0.13301012094292455));
      p2 = p2.fma(z, broadcast(SPECIES, 0.1538655673771481));
      p2 = p2.fma(z, broadcast(SPECIES, 0.18181744091087867));
      p2 = p2.fma(z, broadcast(SPECIES, 0.22222223964330923));
      p2 = p2.fma(z, broadcast(SPECIES, 0.2857142854795739));
      p2 = p2.fma(z, broadcast(SPECIES, 0.4000000000015621));
      p2 = p2.fma(z, broadcast(SPECIES, 0.6666666666666631));
      DoubleVector y3 = s.neg().fma(e.sub(z.mul(p2)), e);
      DoubleVector result = positive.add(y3);
      result.intoArray(y, yi + i);
    }
  }

  /** The sine of x. */
  static void sin(double[] y, int yi, double[] x, int xi, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      DoubleVector v = DoubleVector.fromArray(SPECIES, x, xi + i);
      if (!v.abs().compare(LE, REDUCTION_LIMIT).allTrue()) {
        sinOneByOne(y, yi + i, x, xi + i);
        continue;
      }
      // block reduction-by-half-pi
      DoubleVector t = v.fma(broadcast(SPECIES, TWO_OVER_PI), broadcast(SPECIES, INTEGER_ROUND));
      DoubleVector k = t.sub(INTEGER_ROUND);
      DoubleVector r =
          k.fma(broadcast(SPECIES, -HALF_PI_MIDDLE), k.fma(broadcast(SPECIES, -HALF_PI_HIGH), v));
      DoubleVector r2 = k.fma(broadcast(SPECIES, -HALF_PI_LOW), r);
      // end of reduction-by-half-pi
      LongVector quadrant = t.viewAsIntegralLanes();
      // block sine-of-quadrant
      DoubleVector z = r2.mul(r2);
      LongVector odd = quadrant.lanewise(LSHL, SIGN_BITS).lanewise(ASHR, SIGN_BITS);
      LongVector sign = quadrant.lanewise(LSHL, SIGN_BITS - 1).and(SIGN);
      DoubleVector p = broadcast(SPECIES, 1.5895021537569257e-10);
      p = p.fma(z, broadcast(SPECIES, -2.5050728344890574e-8));
      p = p.fma(z, broadcast(SPECIES, 2.7557313507572125e-6));
      p = p.fma(z, broadcast(SPECIES, -0.00019841269829294603));
      p = p.fma(z, broadcast(SPECIES, 0.008333333333321797));
      p = p.fma(z, broadcast(SPECIES, -0.1666666666666663));
      LongVector even = r2.mul(z).fma(p, r2).viewAsIntegralLanes();
      DoubleVector p2 = broadcast(SPECIES, -1.1358447093178785e-11);
      p2 = p2.fma(z, broadcast(SPECIES, 2.0875700748787094e-9));
      p2 = p2.fma(z, broadcast(SPECIES, -2.755731419195453e-7));
      p2 = p2.fma(z, broadcast(SPECIES, 2.480158728894722e-5));
      p2 = p2.fma(z, broadcast(SPECIES, -0.0013888888888873303));
      p2 = p2.fma(z, broadcast(SPECIES, 0.041666666666666595));
      DoubleVector half = z.mul(0.5);
      DoubleVector top = broadcast(SPECIES, 1.0).sub(half);
      LongVector change =
          odd.and(
              top.add(z.mul(z).fma(p2, broadcast(SPECIES, 1.0).sub(top).sub(half)))
                  .viewAsIntegralLanes()
                  .lanewise(XOR, even));
      // end of sine-of-quadrant
      DoubleVector y2 = even.lanewise(XOR, change).lanewise(XOR, sign).viewAsFloatingLanes();
      DoubleVector result = y2.blend(v, v.eq(0));
      result.intoArray(y, yi + i);
    }
  }

  private static void sinOneByOne(double[] y, int yi, double[] x, int xi) {
    for (int i = 0; i < LENGTH; i++) {
      y[yi + i] = Float64Functions.sin(x[xi + i]);
    }
  }

  /** The cosine of x. */
  static void cos(double[] y, int yi, double[] x, int xi, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      DoubleVector v = DoubleVector.fromArray(SPECIES, x, xi + i);
      if (!v.abs().compare(LE, REDUCTION_LIMIT).allTrue()) {
        cosOneByOne(y, yi + i, x, xi + i);
        continue;
      }
      // copy of reduction-by-half-pi
      DoubleVector t = v.fma(broadcast(SPECIES, TWO_OVER_PI), broadcast(SPECIES, INTEGER_ROUND));
      DoubleVector k = t.sub(INTEGER_ROUND);
      DoubleVector r =
          k.fma(broadcast(SPECIES, -HALF_PI_MIDDLE), k.fma(broadcast(SPECIES, -HALF_PI_HIGH), v));
      DoubleVector r2 = k.fma(broadcast(SPECIES, -HALF_PI_LOW), r);
      // end of reduction-by-half-pi
      LongVector quadrant = t.viewAsIntegralLanes().add(1);
      // copy of sine-of-quadrant
      DoubleVector z = r2.mul(r2);
      LongVector odd = quadrant.lanewise(LSHL, SIGN_BITS).lanewise(ASHR, SIGN_BITS);
      LongVector sign = quadrant.lanewise(LSHL, SIGN_BITS - 1).and(SIGN);
      DoubleVector p = broadcast(SPECIES, 1.5895021537569257e-10);
      p = p.fma(z, broadcast(SPECIES, -2.5050728344890574e-8));
      p = p.fma(z, broadcast(SPECIES, 2.7557313507572125e-6));
      p = p.fma(z, broadcast(SPECIES, -0.00019841269829294603));
      p = p.fma(z, broadcast(SPECIES, 0.008333333333321797));
      p = p.fma(z, broadcast(SPECIES, -0.1666666666666663));
      LongVector even = r2.mul(z).fma(p, r2).viewAsIntegralLanes();
      DoubleVector p2 = broadcast(SPECIES, -1.1358447093178785e-11);
      p2 = p2.fma(z, broadcast(SPECIES, 2.0875700748787094e-9));
      p2 = p2.fma(z, broadcast(SPECIES, -2.755731419195453e-7));
      p2 = p2.fma(z, broadcast(SPECIES, 2.480158728894722e-5));
      p2 = p2.fma(z, broadcast(SPECIES, -0.0013888888888873303));
      p2 = p2.fma(z, broadcast(SPECIES, 0.041666666666666595));
      DoubleVector half = z.mul(0.5);
      DoubleVector top = broadcast(SPECIES, 1.0).sub(half);
      LongVector change =
          odd.and(
              top.add(z.mul(z).fma(p2, broadcast(SPECIES, 1.0).sub(top).sub(half)))
                  .viewAsIntegralLanes()
                  .lanewise(XOR, even));
      // end of sine-of-quadrant
      DoubleVector result = even.lanewise(XOR, change).lanewise(XOR, sign).viewAsFloatingLanes();
      result.intoArray(y, yi + i);
    }
  }

  private static void cosOneByOne(double[] y, int yi, double[] x, int xi) {
    for (int i = 0; i < LENGTH; i++) {
      y[yi + i] = Float64Functions.cos(x[xi + i]);
    }
  }

  /** The arc tangent of x. */
  static void atan(double[] y, int yi, double[] x, int xi, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      DoubleVector v = DoubleVector.fromArray(SPECIES, x, xi + i);
      DoubleVector size = v.abs();
      VectorMask<Double> large = size.compare(GT, 1.0);
      DoubleVector t = size.blend(1.0, large).div(broadcast(SPECIES, 1.0).blend(size, large));
      DoubleVector z = t.mul(t);
      DoubleVector p = broadcast(SPECIES, 1.3489440543816109e-5);
      p = p.fma(z, broadcast(SPECIES, -0.0001547974065010638));
      p = p.fma(z, broadcast(SPECIES, 0.0008434810028125572));
      p = p.fma(z, broadcast(SPECIES, -0.002919318699087793));
      p = p.fma(z, broadcast(SPECIES, 0.007263291342223946));
      p = p.fma(z, broadcast(SPECIES, -0.013994869916316348));
      p = p.fma(z, broadcast(SPECIES, 0.02208501001672779));
      p = p.fma(z, broadcast(SPECIES, -0.029985448997151068));
      p = p.fma(z, broadcast(SPECIES, 0.03669344979073463));
      p = p.fma(z, broadcast(SPECIES, -0.04221714115359409));
      p = p.fma(z, broadcast(SPECIES, 0.04723292047546512));
      p = p.fma(z, broadcast(SPECIES, -0.05253805222860121));
      p = p.fma(z, broadcast(SPECIES, 0.058805925018956796));
      p = p.fma(z, broadcast(SPECIES, -0.06666414994331603));
      p = p.fma(z, broadcast(SPECIES, 0.0769228118739808));
      p = p.fma(z, broadcast(SPECIES, -0.09090907119431932));
      p = p.fma(z, broadcast(SPECIES, 0.11111111013669875));
      p = p.fma(z, broadcast(SPECIES, -0.14285714282803266));
      p = p.fma(z, broadcast(SPECIES, 0.19999999999955462));
      p = p.fma(z, broadcast(SPECIES, -0.33333333333333093));
      DoubleVector y2 = t.mul(z).fma(p, t);
      DoubleVector complement = broadcast(SPECIES, HALF_PI_HIGH).sub(y2.sub(HALF_PI_MIDDLE));
      y2 = y2.blend(complement, large);
      DoubleVector result =
          y2.viewAsIntegralLanes()
              .and(~SIGN)
              .or(v.viewAsIntegralLanes().and(SIGN))
              .viewAsFloatingLanes();
      result.intoArray(y, yi + i);
    }
  }
}
