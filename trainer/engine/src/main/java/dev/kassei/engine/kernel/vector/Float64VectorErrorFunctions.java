package dev.kassei.engine.kernel.vector;

import static jdk.incubator.vector.DoubleVector.broadcast;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LSHL;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The error functions over whole float64 vectors, under the rules of {@link
 * Float64VectorFunctions}; both take two passes. Not for several threads at a time.
 */
@SuppressWarnings("FloatingPointLiteralPrecision")
final class Float64VectorErrorFunctions {
  private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
  private static final int LENGTH = SPECIES.length();

  /** The values of a pass; a multiple of every length. */
  private static final int CHUNK = 256;

  private static final double LOG2_E = 1.4426950408889634;
  private static final double LN2_HIGH = 0.6931471805599453;
  private static final double LN2_LOW = 2.3190468138462996e-17;
  private static final double EXPONENT_ROUND = 0x1.8p52 + 1023;
  private static final long SIGN = Long.MIN_VALUE;
  private static final int MANTISSA_BITS = 52;

  /** What the first pass leaves to the second. */
  private final double[] factors = new double[CHUNK];

  /** The error function. */
  void erf(double[] y, int yi, double[] x, int xi, int n) {
    for (int i = 0; i < n; i += CHUNK) {
      int m = Math.min(n - i, CHUNK);
      erfcFactor(factors, 0, x, xi + i, m);
      erfOf(y, yi + i, x, xi + i, factors, m);
    }
  }

  /** The complementary error function, 1 - erf(x). */
  void erfc(double[] y, int yi, double[] x, int xi, int n) {
    for (int i = 0; i < n; i += CHUNK) {
      int m = Math.min(n - i, CHUNK);
      erfcFactor(factors, 0, x, xi + i, m);
      erfcOf(y, yi + i, x, xi + i, factors, m);
    }
  }

  /** The second pass of {@link #erf}, given what the first left from 0 on. */
  private static void erfOf(double[] y, int yi, double[] x, int xi, double[] factors, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      DoubleVector v = DoubleVector.fromArray(SPECIES, x, xi + i);
      DoubleVector factor = DoubleVector.fromArray(SPECIES, factors, i);
      DoubleVector z = v.mul(v);
      DoubleVector p0 = broadcast(SPECIES, -7.557018064334742e-10);
      p0 = p0.fma(z, broadcast(SPECIES, 1.3590937973394193e-8));
      p0 = p0.fma(z, broadcast(SPECIES, -1.6178422634668946e-7));
      p0 = p0.fma(z, broadcast(SPECIES, 1.6443481161936414e-6));
      p0 = p0.fma(z, broadcast(SPECIES, -1.4924416655382425e-5));
      p0 = p0.fma(z, broadcast(SPECIES, 0.00012055278251191988));
      p0 = p0.fma(z, broadcast(SPECIES, -0.0008548325421041868));
      p0 = p0.fma(z, broadcast(SPECIES, 0.005223977595651094));
      p0 = p0.fma(z, broadcast(SPECIES, -0.026866170641859078));
      p0 = p0.fma(z, broadcast(SPECIES, 0.11283791670936529));
      p0 = p0.fma(z, broadcast(SPECIES, -0.3761263890318334));
      p0 = p0.fma(z, broadcast(SPECIES, 0.12837916709551256));
      DoubleVector small = v.fma(p0, v);
      DoubleVector size = v.abs();
      DoubleVector square = size.mul(size);
      DoubleVector minusLow = size.fma(size, square.neg()).neg();
      DoubleVector minusSquare = square.neg();
      DoubleVector t =
          minusSquare.fma(broadcast(SPECIES, LOG2_E), broadcast(SPECIES, EXPONENT_ROUND));
      DoubleVector k = t.sub(EXPONENT_ROUND);
      DoubleVector scale =
          t.viewAsIntegralLanes()
              .lanewise(LSHL, MANTISSA_BITS)
              .add(128L << MANTISSA_BITS)
              .viewAsFloatingLanes()
              .mul(factor);
      DoubleVector high = k.fma(broadcast(SPECIES, -LN2_HIGH), minusSquare);
      DoubleVector low = k.fma(broadcast(SPECIES, -LN2_LOW), minusLow);
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
      DoubleVector y2 = q.fma(scale, scale).mul(0x1p-128);
      DoubleVector y3 = broadcast(SPECIES, 1.0).sub(y2.blend(0.0, size.compare(GT, 28.0)));
      DoubleVector large =
          y3.viewAsIntegralLanes()
              .and(~SIGN)
              .or(v.viewAsIntegralLanes().and(SIGN))
              .viewAsFloatingLanes();
      DoubleVector result = large.blend(small, v.abs().lt(1));
      result.intoArray(y, yi + i);
    }
  }

  /** The first pass of both functions. */
  private static void erfcFactor(double[] y, int yi, double[] x, int xi, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      DoubleVector v = DoubleVector.fromArray(SPECIES, x, xi + i);
      DoubleVector size = v.abs();
      DoubleVector d = size.add(4);
      DoubleVector dLow = size.sub(d.sub(4));
      DoubleVector inverse = broadcast(SPECIES, 1.0).div(d);
      DoubleVector a = size.sub(4);
      DoubleVector y2 = a.mul(inverse);
      DoubleVector minusY = y2.neg();
      DoubleVector remainder = minusY.fma(dLow, minusY.fma(d, a));
      DoubleVector q = remainder.fma(inverse, y2);
      DoubleVector p = broadcast(SPECIES, -2.766682047546008e-9);
      p = p.fma(q, broadcast(SPECIES, -1.3840769708088515e-8));
      p = p.fma(q, broadcast(SPECIES, 9.61520369176084e-9));
      p = p.fma(q, broadcast(SPECIES, 1.2435485829598269e-7));
      p = p.fma(q, broadcast(SPECIES, -8.687271873856982e-8));
      p = p.fma(q, broadcast(SPECIES, -8.485395364328934e-7));
      p = p.fma(q, broadcast(SPECIES, 1.4324898891479666e-6));
      p = p.fma(q, broadcast(SPECIES, 4.696757246171085e-6));
      p = p.fma(q, broadcast(SPECIES, -1.8864653562771256e-5));
      p = p.fma(q, broadcast(SPECIES, -3.6363276159556214e-6));
      p = p.fma(q, broadcast(SPECIES, 0.00017681391767219036));
      DoubleVector p2 = p;
      p2 = p2.fma(q, broadcast(SPECIES, -0.00045505235729277204));
      p2 = p2.fma(q, broadcast(SPECIES, -0.00028095907107053537));
      p2 = p2.fma(q, broadcast(SPECIES, 0.006112055601927366));
      p2 = p2.fma(q, broadcast(SPECIES, -0.026370053316618576));
      p2 = p2.fma(q, broadcast(SPECIES, 0.07638151491422528));
      p2 = p2.fma(q, broadcast(SPECIES, -0.1740109372414767));
      p2 = p2.fma(q, broadcast(SPECIES, 0.330851587877791));
      p2 = p2.fma(q, broadcast(SPECIES, -0.540853831313188));
      p2 = p2.fma(q, broadcast(SPECIES, 0.7732087022652409));
      p2 = p2.fma(q, broadcast(SPECIES, -0.9765487290808824));
      p2 = p2.fma(q, broadcast(SPECIES, 1.095995661000491));
      DoubleVector p3 = p2;
      DoubleVector minusY2 = p3.mul(inverse).neg();
      DoubleVector remainder2 = minusY2.fma(dLow, minusY2.fma(d, p3));
      DoubleVector result = remainder2.fma(inverse, minusY2.neg());
      result.intoArray(y, yi + i);
    }
  }

  /** The second pass of {@link #erfc}, given what the first left from 0 on. */
  private static void erfcOf(double[] y, int yi, double[] x, int xi, double[] factors, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      DoubleVector v = DoubleVector.fromArray(SPECIES, x, xi + i);
      DoubleVector factor = DoubleVector.fromArray(SPECIES, factors, i);
      DoubleVector size = v.abs();
      DoubleVector square = size.mul(size);
      DoubleVector minusLow = size.fma(size, square.neg()).neg();
      DoubleVector minusSquare = square.neg();
      DoubleVector t =
          minusSquare.fma(broadcast(SPECIES, LOG2_E), broadcast(SPECIES, EXPONENT_ROUND));
      DoubleVector k = t.sub(EXPONENT_ROUND);
      DoubleVector scale =
          t.viewAsIntegralLanes()
              .lanewise(LSHL, MANTISSA_BITS)
              .add(128L << MANTISSA_BITS)
              .viewAsFloatingLanes()
              .mul(factor);
      DoubleVector high = k.fma(broadcast(SPECIES, -LN2_HIGH), minusSquare);
      DoubleVector low = k.fma(broadcast(SPECIES, -LN2_LOW), minusLow);
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
      DoubleVector y2 = q.fma(scale, scale).mul(0x1p-128);
      DoubleVector y3 = y2.blend(0.0, size.compare(GT, 28.0));
      DoubleVector result = y3.blend(broadcast(SPECIES, 2.0).sub(y3), v.lt(0));
      result.intoArray(y, yi + i);
    }
  }
}
