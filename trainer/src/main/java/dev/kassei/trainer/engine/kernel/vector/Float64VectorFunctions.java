package dev.kassei.trainer.engine.kernel.vector;

import static jdk.incubator.vector.VectorOperators.ASHR;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LE;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.LSHR;
import static jdk.incubator.vector.VectorOperators.XOR;

import dev.kassei.trainer.engine.kernel.Float64Functions;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;

/**
 * The elementary functions of float64 vectors: the operations of {@link Float64Functions} in the
 * same order on each element, hence the same bits for every width of vectors.
 *
 * <p>Where the scalar function chooses by a comparison, a vector is blended by sign bits or masks.
 * Where it limits its argument, the result beyond is blended in at the end: that is off the critical
 * path, and what was computed before, in the worst case NaN, is not used.
 *
 * <p>A vector that is passed to a call is allocated, so every call must be inlined. The compiler
 * inlines methods of up to 325 bytecodes; and methods that are not of the Vector API only until a
 * loop has 18,000 nodes, which 60 vectors do, sums and constants alike. So what a method calls comes
 * first and the longest polynomial last, after which there are operations alone.
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
  private static final long SQRT_HALF = 0x3fe6_a09e_667f_3bcdL;

  private static final double TWO_POW_52 = 0x1p52;
  private static final long TWO_POW_52_BITS = 0x4330_0000_0000_0000L;
  private static final double TINY = 0x1p-54;

  private static final double TWO_OVER_PI = 0.6366197723675814;
  private static final double HALF_PI_HIGH = 1.5707963267948966;
  private static final double HALF_PI_MIDDLE = 6.123233995736766e-17;
  private static final double HALF_PI_LOW = -1.4973849048591698e-33;
  private static final double REDUCTION_LIMIT = 0x1p30;

  private Float64VectorFunctions() {}

  /** eˣ. */
  static DoubleVector exp(DoubleVector x) {
    DoubleVector t = x.fma(DoubleVector.broadcast(SPECIES, LOG2_E), DoubleVector.broadcast(SPECIES, EXPONENT_ROUND));
    DoubleVector n = t.sub(EXPONENT_ROUND);
    LongVector negative = signMask(x);
    LongVector shift = choose(negative, -128L << MANTISSA_BITS, 1L << MANTISSA_BITS);
    DoubleVector unscale = choose(negative, TWO_POW_MINUS_128, TWO).viewAsFloatingLanes();
    DoubleVector power = powerOfTwoBits(t).sub(shift).viewAsFloatingLanes();
    DoubleVector q = expm1OfReduced(n.fma(DoubleVector.broadcast(SPECIES, -LN2_HIGH), x), n.mul(-LN2_LOW));
    DoubleVector y = q.fma(power, power).mul(unscale);
    return y.blend(0.0, x.lt(-746)).blend(Double.POSITIVE_INFINITY, x.compare(GT, 710.0));
  }

  /** eˣ - 1. */
  static DoubleVector expm1(DoubleVector x) {
    DoubleVector t = x.fma(DoubleVector.broadcast(SPECIES, LOG2_E), DoubleVector.broadcast(SPECIES, EXPONENT_ROUND));
    DoubleVector n = t.sub(EXPONENT_ROUND);
    DoubleVector r = n.fma(DoubleVector.broadcast(SPECIES, -LN2_HIGH), x);
    DoubleVector half = halfPower(t);
    DoubleVector tail = expm1Tail(r, n.mul(-LN2_LOW));
    DoubleVector q = r.add(tail);
    DoubleVector qLow = tail.sub(q.sub(r));
    DoubleVector y = qLow.fma(half, q.fma(half, half.sub(0.5))).mul(2);
    DoubleVector nonTiny = y.blend(x, x.abs().lt(TINY));
    DoubleVector limited = nonTiny.blend(Double.POSITIVE_INFINITY, x.compare(GT, 710.0));
    return limited.blend(-1.0, x.lt(-40));
  }

  /** The natural logarithm of x. */
  static DoubleVector log(DoubleVector x) {
    VectorMask<Double> subnormal = x.lt(Double.MIN_NORMAL);
    DoubleVector scaled = x.blend(x.mul(0x1p54), subnormal);
    LongVector biased = bits(scaled).add(ONE - SQRT_HALF);
    DoubleVector k = biasedExponent(biased).sub(DoubleVector.broadcast(SPECIES, 1023.0).blend(1023 + 54.0, subnormal));
    DoubleVector y = logOfReduced(mantissa(biased).sub(1), k, DoubleVector.broadcast(SPECIES, 0.0));
    DoubleVector finite = x.blend(y, x.lt(Double.POSITIVE_INFINITY));
    return finite.blend(Double.NEGATIVE_INFINITY, x.eq(0)).blend(Double.NaN, x.lt(0));
  }

  /** log(1 + x). */
  static DoubleVector log1p(DoubleVector x) {
    DoubleVector u = x.add(1);
    VectorMask<Double> large = x.compare(GT, 1.0);
    DoubleVector c = x.blend(1.0, large).sub(u.sub(DoubleVector.broadcast(SPECIES, 1.0).blend(x, large)));
    LongVector biased = bits(u).add(ONE - SQRT_HALF);
    DoubleVector power =
        LongVector.broadcast(BITS, 2048L << MANTISSA_BITS).sub(biased.and(~MANTISSA_MASK)).viewAsFloatingLanes();
    DoubleVector k = biasedExponent(biased).sub(1023);
    DoubleVector correction = c.mul(0.25).mul(power);
    DoubleVector g = mantissa(biased).sub(1);
    DoubleVector f = g.add(correction);
    DoubleVector low = correction.sub(f.sub(g));
    DoubleVector y = logOfReduced(f, k, low);
    DoubleVector small = y.blend(x, x.abs().lt(TINY));
    DoubleVector finite = x.blend(small, x.lt(Double.POSITIVE_INFINITY));
    return finite.blend(Double.NEGATIVE_INFINITY, u.eq(0)).blend(Double.NaN, u.lt(0));
  }

  /** The hyperbolic tangent of x. */
  static DoubleVector tanh(DoubleVector x) {
    DoubleVector minusTwice = x.abs().mul(-2);
    DoubleVector h = halfExpm1OfNonPositive(minusTwice);
    DoubleVector d = h.add(1);
    DoubleVector low = h.sub(d.sub(1));
    DoubleVector inverse = DoubleVector.broadcast(SPECIES, 1.0).div(d);
    DoubleVector minusY = h.mul(inverse);
    DoubleVector remainder = minusY.fma(low, minusY.fma(d, h.neg()));
    DoubleVector y = remainder.fma(inverse, minusY.neg()).blend(1.0, minusTwice.lt(-40));
    return bits(y).and(~SIGN).or(bits(x).and(SIGN)).viewAsFloatingLanes();
  }

  /** The logistic function 1 / (1 + e⁻ˣ). */
  static DoubleVector sigmoid(DoubleVector x) {
    LongVector negative = signMask(x);
    DoubleVector e = expOfNonPositive(negativeSize(x));
    DoubleVector s = e.div(e.add(1));
    LongVector change = negative.and(bits(e).lanewise(XOR, ONE));
    DoubleVector top = change.lanewise(XOR, ONE).viewAsFloatingLanes();
    return s.neg().fma(top, top);
  }

  /** The derivative of the logistic function, σ(x)·σ(-x). */
  static DoubleVector sigmoidDerivative(DoubleVector x) {
    DoubleVector e = expOfNonPositive(negativeSize(x));
    DoubleVector twoAndE = e.add(2);
    DoubleVector d = e.fma(twoAndE, DoubleVector.broadcast(SPECIES, 1.0));
    DoubleVector low = e.fma(twoAndE, DoubleVector.broadcast(SPECIES, 1.0).sub(d));
    DoubleVector inverse = DoubleVector.broadcast(SPECIES, 1.0).div(d);
    DoubleVector minusY = e.mul(inverse).neg();
    DoubleVector remainder = minusY.fma(low, minusY.fma(d, e));
    return remainder.fma(inverse, minusY.neg());
  }

  /** log(1 + eˣ). */
  static DoubleVector softplus(DoubleVector x) {
    DoubleVector positive = bits(x).and(signMask(x).not()).viewAsFloatingLanes();
    DoubleVector e = expOfNonPositive(negativeSize(x));
    DoubleVector s = e.div(e.add(2));
    DoubleVector z = s.mul(s);
    DoubleVector p = DoubleVector.broadcast(SPECIES, 0.1701647012409848);
    p = p.fma(z, DoubleVector.broadcast(SPECIES, 0.08341285774949891));
    p = p.fma(z, DoubleVector.broadcast(SPECIES, 0.12105800815431532));
    p = p.fma(z, DoubleVector.broadcast(SPECIES, 0.13301012094292455));
    p = p.fma(z, DoubleVector.broadcast(SPECIES, 0.1538655673771481));
    p = p.fma(z, DoubleVector.broadcast(SPECIES, 0.18181744091087867));
    p = p.fma(z, DoubleVector.broadcast(SPECIES, 0.22222223964330923));
    p = p.fma(z, DoubleVector.broadcast(SPECIES, 0.2857142854795739));
    p = p.fma(z, DoubleVector.broadcast(SPECIES, 0.4000000000015621));
    p = p.fma(z, DoubleVector.broadcast(SPECIES, 0.6666666666666631));
    DoubleVector y = s.neg().fma(e.sub(z.mul(p)), e);
    return positive.add(y);
  }

  /** The first half of {@link #erf(DoubleVector, DoubleVector)}. */
  static DoubleVector erfFactor(DoubleVector x) {
    return erfcFactor(x);
  }

  /** The error function, given the first half. */
  static DoubleVector erf(DoubleVector x, DoubleVector factor) {
    DoubleVector small = x.fma(erfPolynomial(x.mul(x)), x);
    DoubleVector y = DoubleVector.broadcast(SPECIES, 1.0).sub(erfcOfSize(x, factor));
    DoubleVector large = bits(y).and(~SIGN).or(bits(x).and(SIGN)).viewAsFloatingLanes();
    return large.blend(small, x.abs().lt(1));
  }

  /** The polynomial over its divisor: the first half of {@link #erfc(DoubleVector, DoubleVector)}. */
  static DoubleVector erfcFactor(DoubleVector x) {
    DoubleVector size = x.abs();
    DoubleVector d = size.add(4);
    DoubleVector dLow = size.sub(d.sub(4));
    DoubleVector inverse = DoubleVector.broadcast(SPECIES, 1.0).div(d);
    DoubleVector p = erfcPolynomial(divide(size.sub(4), d, dLow, inverse));
    DoubleVector minusY = p.mul(inverse).neg();
    DoubleVector remainder = minusY.fma(dLow, minusY.fma(d, p));
    return remainder.fma(inverse, minusY.neg());
  }

  /** The complementary error function, 1 - erf(x), given the first half. */
  static DoubleVector erfc(DoubleVector x, DoubleVector factor) {
    DoubleVector y = erfcOfSize(x, factor);
    return y.blend(DoubleVector.broadcast(SPECIES, 2.0).sub(y), x.lt(0));
  }

  /** Whether {@link #sin} and {@link #cos} hold for all of x; not where it is huge or no number. */
  static boolean isReducible(DoubleVector x) {
    return x.abs().compare(LE, REDUCTION_LIMIT).allTrue();
  }

  /** The sine of x where it is reducible. */
  static DoubleVector sin(DoubleVector x) {
    DoubleVector t = x.fma(DoubleVector.broadcast(SPECIES, TWO_OVER_PI), DoubleVector.broadcast(SPECIES, INTEGER_ROUND));
    DoubleVector y = sinOfQuadrant(reduceByHalfPi(x, t.sub(INTEGER_ROUND)), bits(t));
    return y.blend(x, x.eq(0));
  }

  /** The cosine of x where it is reducible. */
  static DoubleVector cos(DoubleVector x) {
    DoubleVector t = x.fma(DoubleVector.broadcast(SPECIES, TWO_OVER_PI), DoubleVector.broadcast(SPECIES, INTEGER_ROUND));
    return sinOfQuadrant(reduceByHalfPi(x, t.sub(INTEGER_ROUND)), bits(t).add(1));
  }

  /** The arc tangent of x. */
  static DoubleVector atan(DoubleVector x) {
    DoubleVector size = x.abs();
    VectorMask<Double> large = size.compare(GT, 1.0);
    DoubleVector t = size.blend(1.0, large).div(DoubleVector.broadcast(SPECIES, 1.0).blend(size, large));
    DoubleVector z = t.mul(t);
    DoubleVector y = t.mul(z).fma(atanPolynomial(z), t);
    DoubleVector complement = DoubleVector.broadcast(SPECIES, HALF_PI_HIGH).sub(y.sub(HALF_PI_MIDDLE));
    y = y.blend(complement, large);
    return bits(y).and(~SIGN).or(bits(x).and(SIGN)).viewAsFloatingLanes();
  }

  private static LongVector bits(DoubleVector x) {
    return x.viewAsIntegralLanes();
  }

  /** -|x|. */
  private static DoubleVector negativeSize(DoubleVector x) {
    return bits(x).or(SIGN).viewAsFloatingLanes();
  }

  /** All bits where the sign is set. */
  private static LongVector signMask(DoubleVector x) {
    return bits(x).lanewise(ASHR, SIGN_BITS);
  }

  private static LongVector choose(LongVector mask, long set, long unset) {
    return mask.and(set ^ unset).lanewise(XOR, unset);
  }

  private static LongVector powerOfTwoBits(DoubleVector t) {
    return bits(t).lanewise(LSHL, MANTISSA_BITS);
  }

  private static DoubleVector halfPower(DoubleVector t) {
    return powerOfTwoBits(t).sub(1L << MANTISSA_BITS).viewAsFloatingLanes();
  }

  private static DoubleVector expm1OfReduced(DoubleVector r, DoubleVector low) {
    return r.add(expm1Tail(r, low));
  }

  private static DoubleVector expm1Tail(DoubleVector high, DoubleVector low) {
    DoubleVector r = high.add(low);
    DoubleVector p = DoubleVector.broadcast(SPECIES, 2.0922707119800465e-9);
    p = p.fma(r, DoubleVector.broadcast(SPECIES, 2.510688847904177e-8));
    p = p.fma(r, DoubleVector.broadcast(SPECIES, 2.7557249424422725e-7));
    p = p.fma(r, DoubleVector.broadcast(SPECIES, 2.755725130631551e-6));
    p = p.fma(r, DoubleVector.broadcast(SPECIES, 2.480158735105609e-5));
    p = p.fma(r, DoubleVector.broadcast(SPECIES, 0.00019841269877882766));
    p = p.fma(r, DoubleVector.broadcast(SPECIES, 0.001388888888887296));
    p = p.fma(r, DoubleVector.broadcast(SPECIES, 0.008333333333325537));
    p = p.fma(r, DoubleVector.broadcast(SPECIES, 0.041666666666666685));
    p = p.fma(r, DoubleVector.broadcast(SPECIES, 0.1666666666666667));
    p = p.fma(r, DoubleVector.broadcast(SPECIES, 0.5));
    return p.fma(r.mul(r), low);
  }

  private static DoubleVector halfExpm1OfNonPositive(DoubleVector x) {
    DoubleVector t = x.fma(DoubleVector.broadcast(SPECIES, LOG2_E), DoubleVector.broadcast(SPECIES, EXPONENT_ROUND));
    DoubleVector n = t.sub(EXPONENT_ROUND);
    DoubleVector half = halfPower(t);
    DoubleVector q = expm1OfReduced(n.fma(DoubleVector.broadcast(SPECIES, -LN2_HIGH), x), n.mul(-LN2_LOW));
    return q.fma(half, half.sub(0.5));
  }

  private static DoubleVector expOfNonPositive(DoubleVector x) {
    DoubleVector t = x.fma(DoubleVector.broadcast(SPECIES, LOG2_E), DoubleVector.broadcast(SPECIES, EXPONENT_ROUND));
    DoubleVector n = t.sub(EXPONENT_ROUND);
    DoubleVector power = scaledPower(t);
    DoubleVector q = expm1OfReduced(n.fma(DoubleVector.broadcast(SPECIES, -LN2_HIGH), x), n.mul(-LN2_LOW));
    DoubleVector y = q.fma(power, power).mul(0x1p-128);
    return y.blend(0.0, x.lt(-746));
  }

  private static DoubleVector scaledExp(DoubleVector x, DoubleVector low, DoubleVector factor) {
    DoubleVector t = x.fma(DoubleVector.broadcast(SPECIES, LOG2_E), DoubleVector.broadcast(SPECIES, EXPONENT_ROUND));
    DoubleVector n = t.sub(EXPONENT_ROUND);
    DoubleVector scale = scaledPower(t).mul(factor);
    DoubleVector q = expm1OfReduced(n.fma(DoubleVector.broadcast(SPECIES, -LN2_HIGH), x), n.fma(DoubleVector.broadcast(SPECIES, -LN2_LOW), low));
    return q.fma(scale, scale);
  }

  private static DoubleVector scaledPower(DoubleVector t) {
    return powerOfTwoBits(t).add(128L << MANTISSA_BITS).viewAsFloatingLanes();
  }

  private static DoubleVector biasedExponent(LongVector biased) {
    LongVector exponent = biased.lanewise(LSHR, MANTISSA_BITS);
    return exponent.or(TWO_POW_52_BITS).viewAsFloatingLanes().sub(TWO_POW_52);
  }

  private static DoubleVector mantissa(LongVector biased) {
    return biased.and(MANTISSA_MASK).add(SQRT_HALF).viewAsFloatingLanes();
  }

  private static DoubleVector logOfReduced(DoubleVector f, DoubleVector k, DoubleVector low) {
    DoubleVector s = f.div(f.add(2));
    DoubleVector halfSquare = f.mul(0.5).mul(f);
    DoubleVector tail =
        s.fma(halfSquare.add(logRemainder(s.mul(s))), k.fma(DoubleVector.broadcast(SPECIES, LN2_LOW), low));
    return k.fma(DoubleVector.broadcast(SPECIES, LN2_HIGH), f.sub(halfSquare.sub(tail)));
  }

  private static DoubleVector logRemainder(DoubleVector z) {
    DoubleVector p = DoubleVector.broadcast(SPECIES, 0.1479569407587925);
    p = p.fma(z, DoubleVector.broadcast(SPECIES, 0.15314079252480767));
    p = p.fma(z, DoubleVector.broadcast(SPECIES, 0.1818356305140296));
    p = p.fma(z, DoubleVector.broadcast(SPECIES, 0.22222198601577173));
    p = p.fma(z, DoubleVector.broadcast(SPECIES, 0.2857142874205741));
    p = p.fma(z, DoubleVector.broadcast(SPECIES, 0.39999999999416547));
    p = p.fma(z, DoubleVector.broadcast(SPECIES, 0.6666666666666734));
    return z.mul(p);
  }

  private static DoubleVector erfPolynomial(DoubleVector z) {
    DoubleVector p = DoubleVector.broadcast(SPECIES, -7.557018064334742e-10);
    p = p.fma(z, DoubleVector.broadcast(SPECIES, 1.3590937973394193e-8));
    p = p.fma(z, DoubleVector.broadcast(SPECIES, -1.6178422634668946e-7));
    p = p.fma(z, DoubleVector.broadcast(SPECIES, 1.6443481161936414e-6));
    p = p.fma(z, DoubleVector.broadcast(SPECIES, -1.4924416655382425e-5));
    p = p.fma(z, DoubleVector.broadcast(SPECIES, 0.00012055278251191988));
    p = p.fma(z, DoubleVector.broadcast(SPECIES, -0.0008548325421041868));
    p = p.fma(z, DoubleVector.broadcast(SPECIES, 0.005223977595651094));
    p = p.fma(z, DoubleVector.broadcast(SPECIES, -0.026866170641859078));
    p = p.fma(z, DoubleVector.broadcast(SPECIES, 0.11283791670936529));
    p = p.fma(z, DoubleVector.broadcast(SPECIES, -0.3761263890318334));
    p = p.fma(z, DoubleVector.broadcast(SPECIES, 0.12837916709551256));
    return p;
  }

  /** The complementary error function of |x|. */
  private static DoubleVector erfcOfSize(DoubleVector x, DoubleVector factor) {
    DoubleVector size = x.abs();
    DoubleVector square = size.mul(size);
    DoubleVector minusLow = size.fma(size, square.neg()).neg();
    DoubleVector y = scaledExp(square.neg(), minusLow, factor).mul(0x1p-128);
    return y.blend(0.0, size.compare(GT, 28.0));
  }

  private static DoubleVector divide(
      DoubleVector a, DoubleVector d, DoubleVector low, DoubleVector inverse) {
    DoubleVector y = a.mul(inverse);
    DoubleVector minusY = y.neg();
    DoubleVector remainder = minusY.fma(low, minusY.fma(d, a));
    return remainder.fma(inverse, y);
  }

  private static DoubleVector erfcPolynomial(DoubleVector q) {
    DoubleVector p = erfcLeadingTerms(q);
    p = p.fma(q, DoubleVector.broadcast(SPECIES, -0.00045505235729277204));
    p = p.fma(q, DoubleVector.broadcast(SPECIES, -0.00028095907107053537));
    p = p.fma(q, DoubleVector.broadcast(SPECIES, 0.006112055601927366));
    p = p.fma(q, DoubleVector.broadcast(SPECIES, -0.026370053316618576));
    p = p.fma(q, DoubleVector.broadcast(SPECIES, 0.07638151491422528));
    p = p.fma(q, DoubleVector.broadcast(SPECIES, -0.1740109372414767));
    p = p.fma(q, DoubleVector.broadcast(SPECIES, 0.330851587877791));
    p = p.fma(q, DoubleVector.broadcast(SPECIES, -0.540853831313188));
    p = p.fma(q, DoubleVector.broadcast(SPECIES, 0.7732087022652409));
    p = p.fma(q, DoubleVector.broadcast(SPECIES, -0.9765487290808824));
    p = p.fma(q, DoubleVector.broadcast(SPECIES, 1.095995661000491));
    return p;
  }

  /** The terms of degree 11 to 21. */
  private static DoubleVector erfcLeadingTerms(DoubleVector q) {
    DoubleVector p = DoubleVector.broadcast(SPECIES, -2.766682047546008e-9);
    p = p.fma(q, DoubleVector.broadcast(SPECIES, -1.3840769708088515e-8));
    p = p.fma(q, DoubleVector.broadcast(SPECIES, 9.61520369176084e-9));
    p = p.fma(q, DoubleVector.broadcast(SPECIES, 1.2435485829598269e-7));
    p = p.fma(q, DoubleVector.broadcast(SPECIES, -8.687271873856982e-8));
    p = p.fma(q, DoubleVector.broadcast(SPECIES, -8.485395364328934e-7));
    p = p.fma(q, DoubleVector.broadcast(SPECIES, 1.4324898891479666e-6));
    p = p.fma(q, DoubleVector.broadcast(SPECIES, 4.696757246171085e-6));
    p = p.fma(q, DoubleVector.broadcast(SPECIES, -1.8864653562771256e-5));
    p = p.fma(q, DoubleVector.broadcast(SPECIES, -3.6363276159556214e-6));
    p = p.fma(q, DoubleVector.broadcast(SPECIES, 0.00017681391767219036));
    return p;
  }

  private static DoubleVector reduceByHalfPi(DoubleVector x, DoubleVector n) {
    DoubleVector r = n.fma(DoubleVector.broadcast(SPECIES, -HALF_PI_MIDDLE), n.fma(DoubleVector.broadcast(SPECIES, -HALF_PI_HIGH), x));
    return n.fma(DoubleVector.broadcast(SPECIES, -HALF_PI_LOW), r);
  }

  private static DoubleVector sinOfQuadrant(DoubleVector r, LongVector quadrant) {
    DoubleVector z = r.mul(r);
    LongVector odd = quadrant.lanewise(LSHL, SIGN_BITS).lanewise(ASHR, SIGN_BITS);
    LongVector sign = quadrant.lanewise(LSHL, SIGN_BITS - 1).and(SIGN);
    LongVector even = bits(sinOfReduced(r, z));
    LongVector change = odd.and(bits(cosOfReduced(z)).lanewise(XOR, even));
    return even.lanewise(XOR, change).lanewise(XOR, sign).viewAsFloatingLanes();
  }

  private static DoubleVector sinOfReduced(DoubleVector r, DoubleVector z) {
    DoubleVector p = DoubleVector.broadcast(SPECIES, 1.5895021537569257e-10);
    p = p.fma(z, DoubleVector.broadcast(SPECIES, -2.5050728344890574e-8));
    p = p.fma(z, DoubleVector.broadcast(SPECIES, 2.7557313507572125e-6));
    p = p.fma(z, DoubleVector.broadcast(SPECIES, -0.00019841269829294603));
    p = p.fma(z, DoubleVector.broadcast(SPECIES, 0.008333333333321797));
    p = p.fma(z, DoubleVector.broadcast(SPECIES, -0.1666666666666663));
    return r.mul(z).fma(p, r);
  }

  private static DoubleVector cosOfReduced(DoubleVector z) {
    DoubleVector p = DoubleVector.broadcast(SPECIES, -1.1358447093178785e-11);
    p = p.fma(z, DoubleVector.broadcast(SPECIES, 2.0875700748787094e-9));
    p = p.fma(z, DoubleVector.broadcast(SPECIES, -2.755731419195453e-7));
    p = p.fma(z, DoubleVector.broadcast(SPECIES, 2.480158728894722e-5));
    p = p.fma(z, DoubleVector.broadcast(SPECIES, -0.0013888888888873303));
    p = p.fma(z, DoubleVector.broadcast(SPECIES, 0.041666666666666595));
    DoubleVector half = z.mul(0.5);
    DoubleVector top = DoubleVector.broadcast(SPECIES, 1.0).sub(half);
    return top.add(z.mul(z).fma(p, DoubleVector.broadcast(SPECIES, 1.0).sub(top).sub(half)));
  }

  private static DoubleVector atanPolynomial(DoubleVector z) {
    DoubleVector p = DoubleVector.broadcast(SPECIES, 1.3489440543816109e-5);
    p = p.fma(z, DoubleVector.broadcast(SPECIES, -0.0001547974065010638));
    p = p.fma(z, DoubleVector.broadcast(SPECIES, 0.0008434810028125572));
    p = p.fma(z, DoubleVector.broadcast(SPECIES, -0.002919318699087793));
    p = p.fma(z, DoubleVector.broadcast(SPECIES, 0.007263291342223946));
    p = p.fma(z, DoubleVector.broadcast(SPECIES, -0.013994869916316348));
    p = p.fma(z, DoubleVector.broadcast(SPECIES, 0.02208501001672779));
    p = p.fma(z, DoubleVector.broadcast(SPECIES, -0.029985448997151068));
    p = p.fma(z, DoubleVector.broadcast(SPECIES, 0.03669344979073463));
    p = p.fma(z, DoubleVector.broadcast(SPECIES, -0.04221714115359409));
    p = p.fma(z, DoubleVector.broadcast(SPECIES, 0.04723292047546512));
    p = p.fma(z, DoubleVector.broadcast(SPECIES, -0.05253805222860121));
    p = p.fma(z, DoubleVector.broadcast(SPECIES, 0.058805925018956796));
    p = p.fma(z, DoubleVector.broadcast(SPECIES, -0.06666414994331603));
    p = p.fma(z, DoubleVector.broadcast(SPECIES, 0.0769228118739808));
    p = p.fma(z, DoubleVector.broadcast(SPECIES, -0.09090907119431932));
    p = p.fma(z, DoubleVector.broadcast(SPECIES, 0.11111111013669875));
    p = p.fma(z, DoubleVector.broadcast(SPECIES, -0.14285714282803266));
    p = p.fma(z, DoubleVector.broadcast(SPECIES, 0.19999999999955462));
    p = p.fma(z, DoubleVector.broadcast(SPECIES, -0.33333333333333093));
    return p;
  }
}
