package dev.kassei.trainer.engine.kernel.vector;

import static jdk.incubator.vector.VectorOperators.ASHR;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LE;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.LSHR;
import static jdk.incubator.vector.VectorOperators.XOR;

import dev.kassei.trainer.engine.kernel.Float32Functions;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;

/**
 * The elementary functions of float32 vectors: the operations of {@link Float32Functions} in the
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
  private static final int TWO_THIRDS = 0x3f2a_aaab;

  private static final float TWO_POW_23 = 0x1p23f;
  private static final int TWO_POW_23_BITS = 0x4b00_0000;
  private static final float TINY = 0x1p-25f;

  private static final float TWO_OVER_PI = 0.63661975f;
  private static final float HALF_PI_HIGH = 1.5707964f;
  private static final float HALF_PI_MIDDLE = -4.371139e-8f;
  private static final float HALF_PI_LOW = -1.7151245e-15f;
  private static final float REDUCTION_LIMIT = 0x1p17f;

  private Float32VectorFunctions() {}

  /** eˣ. */
  static FloatVector exp(FloatVector x) {
    FloatVector t = x.fma(FloatVector.broadcast(SPECIES, LOG2_E), FloatVector.broadcast(SPECIES, EXPONENT_ROUND));
    FloatVector n = t.sub(EXPONENT_ROUND);
    IntVector negative = signMask(x);
    IntVector shift = choose(negative, -64 << MANTISSA_BITS, 1 << MANTISSA_BITS);
    FloatVector unscale = choose(negative, TWO_POW_MINUS_64, TWO).viewAsFloatingLanes();
    FloatVector power = powerOfTwoBits(t).sub(shift).viewAsFloatingLanes();
    FloatVector q = expm1OfReduced(reduceByLn2(x, n));
    FloatVector y = q.fma(power, power).mul(unscale);
    return y.blend(0f, x.lt(-104)).blend(Float.POSITIVE_INFINITY, x.compare(GT, 89f));
  }

  /** eˣ - 1. */
  static FloatVector expm1(FloatVector x) {
    FloatVector t = x.fma(FloatVector.broadcast(SPECIES, LOG2_E), FloatVector.broadcast(SPECIES, EXPONENT_ROUND));
    FloatVector n = t.sub(EXPONENT_ROUND);
    FloatVector high = n.fma(FloatVector.broadcast(SPECIES, -LN2_HIGH), x);
    FloatVector r = n.fma(FloatVector.broadcast(SPECIES, -LN2_LOW), high);
    FloatVector half = halfPower(t);
    FloatVector tail = expm1Polynomial(r).fma(r.mul(r), n.mul(-LN2_LOW));
    FloatVector q = high.add(tail);
    FloatVector qLow = tail.sub(q.sub(high));
    FloatVector y = qLow.fma(half, q.fma(half, half.sub(0.5f))).mul(2);
    FloatVector nonTiny = y.blend(x, x.abs().lt(TINY));
    FloatVector limited = nonTiny.blend(Float.POSITIVE_INFINITY, x.compare(GT, 89f));
    return limited.blend(-1f, x.lt(-20));
  }

  /** The natural logarithm of x. */
  static FloatVector log(FloatVector x) {
    VectorMask<Float> subnormal = x.lt(Float.MIN_NORMAL);
    FloatVector scaled = x.blend(x.mul(0x1p25f), subnormal);
    IntVector biased = bits(scaled).add(ONE - TWO_THIRDS);
    FloatVector k = biasedExponent(biased).sub(FloatVector.broadcast(SPECIES, 127f).blend(127 + 25f, subnormal));
    FloatVector y = logOfReduced(mantissa(biased).sub(1), k, FloatVector.broadcast(SPECIES, 0f));
    FloatVector finite = x.blend(y, x.lt(Float.POSITIVE_INFINITY));
    return finite.blend(Float.NEGATIVE_INFINITY, x.eq(0)).blend(Float.NaN, x.lt(0));
  }

  /** log(1 + x). */
  static FloatVector log1p(FloatVector x) {
    FloatVector u = x.add(1);
    VectorMask<Float> large = x.compare(GT, 1f);
    FloatVector c = x.blend(1f, large).sub(u.sub(FloatVector.broadcast(SPECIES, 1f).blend(x, large)));
    IntVector biased = bits(u).add(ONE - TWO_THIRDS);
    FloatVector power =
        IntVector.broadcast(BITS, 256 << MANTISSA_BITS).sub(biased.and(~MANTISSA_MASK)).viewAsFloatingLanes();
    FloatVector k = biasedExponent(biased).sub(127);
    FloatVector correction = c.mul(0.25f).mul(power);
    FloatVector g = mantissa(biased).sub(1);
    FloatVector f = g.add(correction);
    FloatVector low = correction.sub(f.sub(g));
    FloatVector y = logOfReduced(f, k, low);
    FloatVector small = y.blend(x, x.abs().lt(TINY));
    FloatVector finite = x.blend(small, x.lt(Float.POSITIVE_INFINITY));
    return finite.blend(Float.NEGATIVE_INFINITY, u.eq(0)).blend(Float.NaN, u.lt(0));
  }

  /** The hyperbolic tangent of x. */
  static FloatVector tanh(FloatVector x) {
    FloatVector minusTwice = x.abs().mul(-2);
    FloatVector t = minusTwice.fma(FloatVector.broadcast(SPECIES, LOG2_E), FloatVector.broadcast(SPECIES, EXPONENT_ROUND));
    FloatVector n = t.sub(EXPONENT_ROUND);
    FloatVector half = halfPower(t);
    FloatVector q = expm1OfReduced(n.fma(FloatVector.broadcast(SPECIES, -LN2_HIGH), minusTwice));
    FloatVector minusH = q.fma(half, half.sub(0.5f)).neg();
    FloatVector y = minusH.div(FloatVector.broadcast(SPECIES, 1f).sub(minusH));
    y = minusH.fma(y, minusH).blend(1f, minusTwice.lt(-20));
    return bits(y).and(~SIGN).or(bits(x).and(SIGN)).viewAsFloatingLanes();
  }

  /** The logistic function 1 / (1 + e⁻ˣ). */
  static FloatVector sigmoid(FloatVector x) {
    IntVector negative = signMask(x);
    FloatVector e = expOfNonPositive(negativeSize(x));
    IntVector change = negative.and(bits(e).lanewise(XOR, ONE));
    return change.lanewise(XOR, ONE).viewAsFloatingLanes().div(e.add(1));
  }

  /** The derivative of the logistic function, σ(x)·σ(-x). */
  static FloatVector sigmoidDerivative(FloatVector x) {
    FloatVector e = expOfNonPositive(negativeSize(x));
    return e.div(e.fma(e.add(2), FloatVector.broadcast(SPECIES, 1f)));
  }

  /** log(1 + eˣ). */
  static FloatVector softplus(FloatVector x) {
    FloatVector positive = bits(x).and(signMask(x).not()).viewAsFloatingLanes();
    FloatVector e = expOfNonPositive(negativeSize(x));
    FloatVector s = e.div(e.add(2));
    FloatVector z = s.mul(s);
    FloatVector p = FloatVector.broadcast(SPECIES, 0.28029367f);
    p = p.fma(z, FloatVector.broadcast(SPECIES, 0.27998227f));
    p = p.fma(z, FloatVector.broadcast(SPECIES, 0.4002175f));
    p = p.fma(z, FloatVector.broadcast(SPECIES, 0.6666641f));
    FloatVector y = s.neg().fma(e.sub(z.mul(p)), e);
    return positive.add(y);
  }

  /** log(erfc(|x|)) for |x| ≥ 1: the first half of {@link #erf(FloatVector, FloatVector)}. */
  static FloatVector erfFactor(FloatVector x) {
    return logErfcPolynomial(x.abs());
  }

  /** The error function, given the first half. */
  static FloatVector erf(FloatVector x, FloatVector power) {
    FloatVector small = x.fma(erfPolynomial(x.mul(x)), x);
    FloatVector t = power.fma(FloatVector.broadcast(SPECIES, LOG2_E), FloatVector.broadcast(SPECIES, EXPONENT_ROUND));
    FloatVector scale = powerOfTwoBits(t).viewAsFloatingLanes();
    FloatVector q = expm1OfReduced(reduceByLn2(power, t.sub(EXPONENT_ROUND)));
    FloatVector y = q.neg().fma(scale, FloatVector.broadcast(SPECIES, 1f).sub(scale));
    y = y.blend(1f, x.abs().compare(GT, 3.95f));
    FloatVector large = bits(y).and(~SIGN).or(bits(x).and(SIGN)).viewAsFloatingLanes();
    return large.blend(small, x.abs().lt(1));
  }

  /** The polynomial over its divisor: the first half of {@link #erfc(FloatVector, FloatVector)}. */
  static FloatVector erfcFactor(FloatVector x) {
    FloatVector size = x.abs();
    FloatVector d = size.add(4);
    FloatVector dLow = size.sub(d.sub(4));
    FloatVector inverse = FloatVector.broadcast(SPECIES, 1f).div(d);
    FloatVector p = erfcPolynomial(divide(size.sub(4), d, dLow, inverse));
    FloatVector minusY = p.mul(inverse).neg();
    FloatVector remainder = minusY.fma(dLow, minusY.fma(d, p));
    return remainder.fma(inverse, minusY.neg());
  }

  /** The complementary error function, 1 - erf(x), given the first half. */
  static FloatVector erfc(FloatVector x, FloatVector factor) {
    FloatVector y = erfcOfSize(x, factor);
    return y.blend(FloatVector.broadcast(SPECIES, 2f).sub(y), x.lt(0));
  }

  /** Whether {@link #sin} and {@link #cos} hold for all of x; not where it is huge or no number. */
  static boolean isReducible(FloatVector x) {
    return x.abs().compare(LE, REDUCTION_LIMIT).allTrue();
  }

  /** The sine of x where it is reducible. */
  static FloatVector sin(FloatVector x) {
    FloatVector t = x.fma(FloatVector.broadcast(SPECIES, TWO_OVER_PI), FloatVector.broadcast(SPECIES, INTEGER_ROUND));
    FloatVector y = sinOfQuadrant(reduceByHalfPi(x, t.sub(INTEGER_ROUND)), bits(t));
    return y.blend(x, x.eq(0));
  }

  /** The cosine of x where it is reducible. */
  static FloatVector cos(FloatVector x) {
    FloatVector t = x.fma(FloatVector.broadcast(SPECIES, TWO_OVER_PI), FloatVector.broadcast(SPECIES, INTEGER_ROUND));
    return sinOfQuadrant(reduceByHalfPi(x, t.sub(INTEGER_ROUND)), bits(t).add(1));
  }

  /** The arc tangent of x. */
  static FloatVector atan(FloatVector x) {
    FloatVector size = x.abs();
    VectorMask<Float> large = size.compare(GT, 1f);
    FloatVector t = size.blend(1f, large).div(FloatVector.broadcast(SPECIES, 1f).blend(size, large));
    FloatVector z = t.mul(t);
    FloatVector y = t.mul(z).fma(atanPolynomial(z), t);
    FloatVector complement = FloatVector.broadcast(SPECIES, HALF_PI_HIGH).sub(y.sub(HALF_PI_MIDDLE));
    y = y.blend(complement, large);
    return bits(y).and(~SIGN).or(bits(x).and(SIGN)).viewAsFloatingLanes();
  }

  private static IntVector bits(FloatVector x) {
    return x.viewAsIntegralLanes();
  }

  /** -|x|. */
  private static FloatVector negativeSize(FloatVector x) {
    return bits(x).or(SIGN).viewAsFloatingLanes();
  }

  /** All bits where the sign is set. */
  private static IntVector signMask(FloatVector x) {
    return bits(x).lanewise(ASHR, SIGN_BITS);
  }

  private static IntVector choose(IntVector mask, int set, int unset) {
    return mask.and(set ^ unset).lanewise(XOR, unset);
  }

  private static IntVector powerOfTwoBits(FloatVector t) {
    return bits(t).lanewise(LSHL, MANTISSA_BITS);
  }

  private static FloatVector halfPower(FloatVector t) {
    return powerOfTwoBits(t).sub(1 << MANTISSA_BITS).viewAsFloatingLanes();
  }

  private static FloatVector reduceByLn2(FloatVector x, FloatVector n) {
    return n.fma(FloatVector.broadcast(SPECIES, -LN2_LOW), n.fma(FloatVector.broadcast(SPECIES, -LN2_HIGH), x));
  }

  private static FloatVector expm1OfReduced(FloatVector r) {
    return expm1Polynomial(r).fma(r.mul(r), r);
  }

  private static FloatVector expm1Polynomial(FloatVector r) {
    FloatVector p = FloatVector.broadcast(SPECIES, 0.0013940913f);
    p = p.fma(r, FloatVector.broadcast(SPECIES, 0.008366791f));
    p = p.fma(r, FloatVector.broadcast(SPECIES, 0.0416664f));
    p = p.fma(r, FloatVector.broadcast(SPECIES, 0.16666542f));
    p = p.fma(r, FloatVector.broadcast(SPECIES, 0.5f));
    return p;
  }

  private static FloatVector expOfNonPositive(FloatVector x) {
    FloatVector t = x.fma(FloatVector.broadcast(SPECIES, LOG2_E), FloatVector.broadcast(SPECIES, EXPONENT_ROUND));
    FloatVector n = t.sub(EXPONENT_ROUND);
    FloatVector power = scaledPower(t);
    FloatVector q = expm1OfReduced(reduceByLn2(x, n));
    FloatVector y = q.fma(power, power).mul(0x1p-64f);
    return y.blend(0f, x.lt(-104));
  }

  private static FloatVector scaledExp(FloatVector x, FloatVector low, FloatVector factor) {
    FloatVector t = x.fma(FloatVector.broadcast(SPECIES, LOG2_E), FloatVector.broadcast(SPECIES, EXPONENT_ROUND));
    FloatVector n = t.sub(EXPONENT_ROUND);
    FloatVector high = n.fma(FloatVector.broadcast(SPECIES, -LN2_HIGH), x);
    FloatVector lowest = n.fma(FloatVector.broadcast(SPECIES, -LN2_LOW), low);
    FloatVector r = high.add(lowest);
    FloatVector scale = scaledPower(t).mul(factor);
    FloatVector q = high.add(expm1Polynomial(r).fma(r.mul(r), lowest));
    return q.fma(scale, scale);
  }

  private static FloatVector scaledPower(FloatVector t) {
    return powerOfTwoBits(t).add(64 << MANTISSA_BITS).viewAsFloatingLanes();
  }

  private static FloatVector biasedExponent(IntVector biased) {
    IntVector exponent = biased.lanewise(LSHR, MANTISSA_BITS);
    return exponent.or(TWO_POW_23_BITS).viewAsFloatingLanes().sub(TWO_POW_23);
  }

  private static FloatVector mantissa(IntVector biased) {
    return biased.and(MANTISSA_MASK).add(TWO_THIRDS).viewAsFloatingLanes();
  }

  private static FloatVector logOfReduced(FloatVector f, FloatVector k, FloatVector low) {
    FloatVector p = FloatVector.broadcast(SPECIES, -0.1311166f);
    p = p.fma(f, FloatVector.broadcast(SPECIES, 0.13821381f));
    p = p.fma(f, FloatVector.broadcast(SPECIES, -0.12136304f));
    p = p.fma(f, FloatVector.broadcast(SPECIES, 0.14043228f));
    p = p.fma(f, FloatVector.broadcast(SPECIES, -0.16683657f));
    p = p.fma(f, FloatVector.broadcast(SPECIES, 0.20007741f));
    p = p.fma(f, FloatVector.broadcast(SPECIES, -0.24999738f));
    p = p.fma(f, FloatVector.broadcast(SPECIES, 0.33333275f));
    p = p.fma(f, FloatVector.broadcast(SPECIES, -0.5f));
    return k.fma(FloatVector.broadcast(SPECIES, LN2_HIGH), p.fma(f.mul(f), low).add(f));
  }

  private static FloatVector erfPolynomial(FloatVector z) {
    FloatVector p = FloatVector.broadcast(SPECIES, 7.920369e-5f);
    p = p.fma(z, FloatVector.broadcast(SPECIES, -0.00080307614f));
    p = p.fma(z, FloatVector.broadcast(SPECIES, 0.005190734f));
    p = p.fma(z, FloatVector.broadcast(SPECIES, -0.026855126f));
    p = p.fma(z, FloatVector.broadcast(SPECIES, 0.11283618f));
    p = p.fma(z, FloatVector.broadcast(SPECIES, -0.3761263f));
    p = p.fma(z, FloatVector.broadcast(SPECIES, 0.12837917f));
    return p;
  }

  private static FloatVector logErfcPolynomial(FloatVector x) {
    FloatVector p = FloatVector.broadcast(SPECIES, 0.00018671917f);
    p = p.fma(x, FloatVector.broadcast(SPECIES, -0.0029513137f));
    p = p.fma(x, FloatVector.broadcast(SPECIES, 0.021854075f));
    p = p.fma(x, FloatVector.broadcast(SPECIES, -0.10314332f));
    p = p.fma(x, FloatVector.broadcast(SPECIES, -0.6380989f));
    p = p.fma(x, FloatVector.broadcast(SPECIES, -1.1271193f));
    p = p.fma(x, FloatVector.broadcast(SPECIES, -0.00033347303f));
    return p;
  }

  /** The complementary error function of |x|. */
  private static FloatVector erfcOfSize(FloatVector x, FloatVector factor) {
    FloatVector size = x.abs();
    FloatVector square = size.mul(size);
    FloatVector minusLow = size.fma(size, square.neg()).neg();
    FloatVector y = scaledExp(square.neg(), minusLow, factor).mul(0x1p-64f);
    return y.blend(0f, size.compare(GT, 10.1f));
  }

  private static FloatVector divide(
      FloatVector a, FloatVector d, FloatVector low, FloatVector inverse) {
    FloatVector y = a.mul(inverse);
    FloatVector minusY = y.neg();
    FloatVector remainder = minusY.fma(low, minusY.fma(d, a));
    return remainder.fma(inverse, y);
  }

  private static FloatVector erfcPolynomial(FloatVector q) {
    FloatVector p = FloatVector.broadcast(SPECIES, -0.000757597f);
    p = p.fma(q, FloatVector.broadcast(SPECIES, -0.00039232033f));
    p = p.fma(q, FloatVector.broadcast(SPECIES, 0.006215169f));
    p = p.fma(q, FloatVector.broadcast(SPECIES, -0.026295135f));
    p = p.fma(q, FloatVector.broadcast(SPECIES, 0.07637332f));
    p = p.fma(q, FloatVector.broadcast(SPECIES, -0.1740242f));
    p = p.fma(q, FloatVector.broadcast(SPECIES, 0.33085138f));
    p = p.fma(q, FloatVector.broadcast(SPECIES, -0.54085296f));
    p = p.fma(q, FloatVector.broadcast(SPECIES, 0.77320874f));
    p = p.fma(q, FloatVector.broadcast(SPECIES, -0.97654873f));
    p = p.fma(q, FloatVector.broadcast(SPECIES, 1.0959957f));
    return p;
  }

  private static FloatVector reduceByHalfPi(FloatVector x, FloatVector n) {
    FloatVector r = n.fma(FloatVector.broadcast(SPECIES, -HALF_PI_MIDDLE), n.fma(FloatVector.broadcast(SPECIES, -HALF_PI_HIGH), x));
    return n.fma(FloatVector.broadcast(SPECIES, -HALF_PI_LOW), r);
  }

  private static FloatVector sinOfQuadrant(FloatVector r, IntVector quadrant) {
    FloatVector z = r.mul(r);
    IntVector odd = quadrant.lanewise(LSHL, SIGN_BITS).lanewise(ASHR, SIGN_BITS);
    IntVector sign = quadrant.lanewise(LSHL, SIGN_BITS - 1).and(SIGN);
    IntVector even = bits(sinOfReduced(r, z));
    IntVector change = odd.and(bits(cosOfReduced(z)).lanewise(XOR, even));
    return even.lanewise(XOR, change).lanewise(XOR, sign).viewAsFloatingLanes();
  }

  private static FloatVector sinOfReduced(FloatVector r, FloatVector z) {
    FloatVector p = FloatVector.broadcast(SPECIES, -0.00019517198f);
    p = p.fma(z, FloatVector.broadcast(SPECIES, 0.0083321845f));
    p = p.fma(z, FloatVector.broadcast(SPECIES, -0.16666655f));
    return r.mul(z).fma(p, r);
  }

  private static FloatVector cosOfReduced(FloatVector z) {
    FloatVector p = FloatVector.broadcast(SPECIES, 2.4430683e-5f);
    p = p.fma(z, FloatVector.broadcast(SPECIES, -0.0013887301f));
    p = p.fma(z, FloatVector.broadcast(SPECIES, 0.041666646f));
    return p.fma(z, FloatVector.broadcast(SPECIES, -0.5f)).fma(z, FloatVector.broadcast(SPECIES, 1f));
  }

  private static FloatVector atanPolynomial(FloatVector z) {
    FloatVector p = FloatVector.broadcast(SPECIES, -0.0018265757f);
    p = p.fma(z, FloatVector.broadcast(SPECIES, 0.011059091f));
    p = p.fma(z, FloatVector.broadcast(SPECIES, -0.03144046f));
    p = p.fma(z, FloatVector.broadcast(SPECIES, 0.05821347f));
    p = p.fma(z, FloatVector.broadcast(SPECIES, -0.084178835f));
    p = p.fma(z, FloatVector.broadcast(SPECIES, 0.10956933f));
    p = p.fma(z, FloatVector.broadcast(SPECIES, -0.14265111f));
    p = p.fma(z, FloatVector.broadcast(SPECIES, 0.19998626f));
    p = p.fma(z, FloatVector.broadcast(SPECIES, -0.33333302f));
    return p;
  }
}
