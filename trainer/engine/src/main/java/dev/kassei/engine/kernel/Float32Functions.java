package dev.kassei.engine.kernel;

/**
 * The elementary functions in float32, made of IEEE float operations only, so that every machine
 * returns the same bits.
 *
 * <p>The rules are those of {@link Float64Functions}: these methods are the specification of the
 * bits, and a vector twin performs the same operations in the same order. Nothing is computed in
 * float64, because half as many of its lanes fit into a register. Bits of a NaN are unspecified.
 *
 * <p>Polynomials are minimax in relative error, found by the exchange algorithm of Remez and
 * rounded coefficient by coefficient. Errors are in units in the last place of the exact result,
 * the largest seen over every seventeenth float.
 *
 * <p>The file is long for the reason of its float64 twin: all of a function on one page.
 */
@SuppressWarnings("FloatingPointLiteralPrecision")
public final class Float32Functions {

  private static final float LOG2_E = 1.442695f;
  private static final float LN2_HIGH = 0.6931472f;
  private static final float LN2_LOW = -1.9046542e-9f;

  /**
   * Adding this rounds to an integer n and leaves n + 127, the exponent field of 2ⁿ, in the lowest
   * bits of the sum.
   */
  private static final float EXPONENT_ROUND = 0x1.8p23f + 127;

  /** Adding this rounds to an integer and leaves it in the lowest bits of the sum. */
  private static final float INTEGER_ROUND = 0x1.8p23f;

  private static final int MANTISSA_BITS = 23;
  private static final int MANTISSA_MASK = (1 << MANTISSA_BITS) - 1;
  private static final int ONE = 0x3f80_0000;
  private static final int TWO_THIRDS = 0x3f2a_aaab;

  private static final float TWO_POW_23 = 0x1p23f;
  private static final int TWO_POW_23_BITS = 0x4b00_0000;

  /** The c of {@link #erfc}. */
  private static final float ERFC_CENTRE = 2.65625f;

  /** Below this size x + x² rounds to x. */
  private static final float TINY = 0x1p-25f;

  private static final float TWO_OVER_PI = 0.63661975f;
  private static final float HALF_PI_HIGH = 1.5707964f;
  private static final float HALF_PI_MIDDLE = -4.371139e-8f;
  private static final float HALF_PI_LOW = -1.7151245e-15f;

  /** The largest argument of sine and cosine that three parts of π/2 reduce. */
  private static final float REDUCTION_LIMIT = 0x1p17f;

  private Float32Functions() {}

  /**
   * eˣ.
   *
   * <p>x = n·ln 2 + r with |r| ≤ ln 2 / 2; eʳ by a polynomial of degree 6; scaled in two steps so
   * that results below the normal range are rounded once.
   *
   * <p>Error ≤ 1.1 ulp. Infinity above 88.722…, 0 below -103.97…; NaN for NaN.
   */
  public static float exp(float x) {
    float clamped = Math.min(Math.max(x, -104), 89);
    float t = Math.fma(clamped, LOG2_E, EXPONENT_ROUND);
    float q = expm1OfReduced(reduceByLn2(clamped, t - EXPONENT_ROUND));
    boolean negative = clamped < 0;
    int shift = negative ? -64 << MANTISSA_BITS : 1 << MANTISSA_BITS;
    float unscale = negative ? 0x1p-64f : 2;
    float power = Float.intBitsToFloat(powerOfTwoBits(t) - shift);
    return Math.fma(q, power, power) * unscale;
  }

  /**
   * eˣ - 1.
   *
   * <p>The reduction of {@link #exp}; 2ⁿ·(eʳ - 1) + (2ⁿ - 1), where the first fma is exact when it
   * cancels and a second adds the rounding error of eʳ - 1.
   *
   * <p>Error ≤ 1.3 ulp, relative also near 0. x itself for |x| < 2⁻²⁵, Infinity where exp is, -1
   * for -Infinity; NaN for NaN.
   */
  public static float expm1(float x) {
    float clamped = Math.min(Math.max(x, -20), 89);
    float t = Math.fma(clamped, LOG2_E, EXPONENT_ROUND);
    float n = t - EXPONENT_ROUND;
    float high = Math.fma(n, -LN2_HIGH, clamped);
    float r = Math.fma(n, -LN2_LOW, high);
    float tail = Math.fma(expm1Polynomial(r), r * r, n * -LN2_LOW);
    float q = high + tail;
    float qLow = tail - (q - high);
    float half = halfPower(t);
    float y = Math.fma(qLow, half, Math.fma(q, half, half - 0.5f)) * 2;
    return Math.abs(x) < TINY ? x : y;
  }

  /**
   * The natural logarithm of x.
   *
   * <p>x = 2ᵏ·m with ⅔ ≤ m < 4/3; log(1 + f) for f = m - 1 by a polynomial of degree 10, no
   * division.
   *
   * <p>Error ≤ 1.0 ulp, for subnormal x too. -Infinity for ±0, NaN below 0, Infinity for Infinity;
   * NaN for NaN.
   */
  public static float log(float x) {
    boolean subnormal = x < Float.MIN_NORMAL;
    float scaled = subnormal ? x * 0x1p25f : x;
    int biased = Float.floatToRawIntBits(scaled) + (ONE - TWO_THIRDS);
    float k = biasedExponent(biased) - (subnormal ? 127 + 25 : 127);
    float y = logOfReduced(mantissa(biased) - 1, k, 0);
    return withLogLimits(x, x, y);
  }

  /**
   * log(1 + x).
   *
   * <p>1 + x = u + c exactly, u = 2ᵏ·m; then {@link #log} with f = m - 1 + c·2⁻ᵏ.
   *
   * <p>Error ≤ 1.2 ulp, relative also near 0. x itself for |x| < 2⁻²⁵, -Infinity for -1, NaN below
   * -1, Infinity for Infinity; NaN for NaN.
   */
  public static float log1p(float x) {
    float u = 1 + x;
    float c = Math.min(x, 1) - (u - Math.max(x, 1));
    int biased = Float.floatToRawIntBits(u) + (ONE - TWO_THIRDS);
    // 2^(2-k), because 2^-k is subnormal for the largest x.
    float power = Float.intBitsToFloat((256 << MANTISSA_BITS) - (biased & ~MANTISSA_MASK));
    float correction = 0.25f * c * power;
    float g = mantissa(biased) - 1;
    float f = g + correction;
    float low = correction - (f - g);
    float y = logOfReduced(f, biasedExponent(biased) - 127, low);
    return withLogLimits(x, u, Math.abs(x) < TINY ? x : y);
  }

  /**
   * The hyperbolic tangent of x.
   *
   * <p>y = -h / (1 + h) with h = expm1(-2|x|) / 2, evaluated once more as -h - h·y, and the sign of
   * x.
   *
   * <p>Error ≤ 2.1 ulp, relative also near 0; exactly odd; ±1 from |x| = 8.5 on; NaN for NaN.
   */
  public static float tanh(float x) {
    float clamped = Math.max(-2 * Math.abs(x), -20);
    float t = Math.fma(clamped, LOG2_E, EXPONENT_ROUND);
    float n = t - EXPONENT_ROUND;
    // ln 2 needs no second part: what it would add to e^r, 2^n shrinks.
    float q = expm1OfReduced(Math.fma(n, -LN2_HIGH, clamped));
    float half = halfPower(t);
    float h = Math.fma(q, half, half - 0.5f);
    // y = -h - h·y halves the error of the quotient.
    float y = -h / (1 + h);
    return Math.copySign(Math.fma(-h, y, -h), x);
  }

  /**
   * The logistic function 1 / (1 + e⁻ˣ).
   *
   * <p>With e = exp(-|x|): 1 / (1 + e) for x ≥ 0, e / (1 + e) below, so that both tails are
   * accurate.
   *
   * <p>Error ≤ 2.5 ulp; 1 from 16.64 on, 0 below -103.97…; NaN for NaN.
   */
  public static float sigmoid(float x) {
    float e = expOfNonPositive(-Math.abs(x));
    return (x < 0 ? e : 1) / (1 + e);
  }

  /**
   * The derivative of the logistic function, σ(x)·σ(-x).
   *
   * <p>e / (1 + e)² with e = exp(-|x|), which keeps its relative accuracy where 1 - σ(x) has lost
   * it.
   *
   * <p>Error ≤ 2.4 ulp; exactly even; 0 beyond ±103.97…; NaN for NaN.
   */
  public static float sigmoidDerivative(float x) {
    float e = expOfNonPositive(-Math.abs(x));
    return e / Math.fma(e, 2 + e, 1);
  }

  /**
   * log(1 + eˣ).
   *
   * <p>max(x, 0) + log(1 + e) with e = exp(-|x|); with s = e / (2 + e), log(1 + e) = e - s·(e -
   * R(s²)), R of degree 4: no reduction, as e ≤ 1.
   *
   * <p>Error ≤ 1.9 ulp. Tends to x above and to eˣ below, 0 below -103.97…; NaN for NaN.
   */
  public static float softplus(float x) {
    float e = expOfNonPositive(-Math.abs(x));
    float s = e / (2 + e);
    float y = Math.fma(-s, e - atanhRemainder(s * s), e);
    return Math.max(x, 0) + y;
  }

  /**
   * The error function, 2/√π·∫₀ˣ e^(-t²) dt.
   *
   * <p>x + x·P(x²) with P of degree 6 for |x| < 1, else 1 - e^T(|x|) with T of degree 6 and the
   * sign of x: no division.
   *
   * <p>Error ≤ 1.0 ulp, relative also near 0; exactly odd; ±1 from |x| = 3.88 on; NaN for NaN.
   */
  public static float erf(float x) {
    float small = Math.fma(x, erfPolynomial(x * x), x);
    float power = logErfcPolynomial(Math.min(Math.abs(x), 3.95f));
    float t = Math.fma(power, LOG2_E, EXPONENT_ROUND);
    float q = expm1OfReduced(reduceByLn2(power, t - EXPONENT_ROUND));
    float scale = Float.intBitsToFloat(powerOfTwoBits(t));
    float large = Math.copySign(Math.fma(-q, scale, 1 - scale), x);
    return Math.abs(x) < 1 ? small : large;
  }

  /**
   * The complementary error function, 1 - erf(x).
   *
   * <p>For x ≥ 0, e^(-x²)·t·H(1 - 2c·t) with t = 1 / (x + c) and H of degree 8, the transformation
   * of Shepherd and Laframboise, Mathematics of Computation 36, 1981, with the centre c for which
   * this degree is best; the rounding error of x² goes into the exponential. 2 - erfc(-x) below 0.
   *
   * <p>Error ≤ 3.9 ulp down to underflow; 0 above 10.06, 2 below -3.84; NaN for NaN.
   */
  public static float erfc(float x) {
    float y = erfcOfNonNegative(Math.abs(x));
    return x < 0 ? 2 - y : y;
  }

  /**
   * The sine of x, in radians.
   *
   * <p>x = n·π/2 + r with |r| ≤ π/4 by three parts of π/2, the first step exact; then a polynomial
   * of degree 7 or, for odd n, 8 for the cosine. Above |x| = 2¹⁷ {@link StrictMath#sin}, rounded.
   *
   * <p>Error ≤ 1.6 ulp, relative near multiples of π; exactly odd; NaN for infinities and NaN.
   */
  public static float sin(float x) {
    float t = Math.fma(x, TWO_OVER_PI, INTEGER_ROUND);
    float r = reduceByHalfPi(x, t - INTEGER_ROUND);
    float y = sinOfQuadrant(r, Float.floatToRawIntBits(t));
    float nonZero = x == 0 ? x : y;
    return Math.abs(x) <= REDUCTION_LIMIT ? nonZero : (float) StrictMath.sin(x);
  }

  /**
   * The cosine of x, in radians.
   *
   * <p>The method of {@link #sin}, one quadrant on. Above |x| = 2¹⁷ {@link StrictMath#cos},
   * rounded.
   *
   * <p>Error ≤ 1.6 ulp; exactly even; NaN for infinities and NaN.
   */
  public static float cos(float x) {
    float t = Math.fma(x, TWO_OVER_PI, INTEGER_ROUND);
    float r = reduceByHalfPi(x, t - INTEGER_ROUND);
    float y = sinOfQuadrant(r, Float.floatToRawIntBits(t) + 1);
    return Math.abs(x) <= REDUCTION_LIMIT ? y : (float) StrictMath.cos(x);
  }

  /**
   * The arc tangent of x, in radians.
   *
   * <p>t = min(|x|, 1) / max(|x|, 1), t + t³·P(t²) with P of degree 8, subtracted from π/2 when |x|
   * > 1.
   *
   * <p>Error ≤ 1.4 ulp, relative also near 0; exactly odd; ±π/2 for infinities; NaN for NaN.
   */
  public static float atan(float x) {
    float size = Math.abs(x);
    float t = Math.min(size, 1) / Math.max(size, 1);
    float z = t * t;
    float y = Math.fma(t * z, atanPolynomial(z), t);
    float complement = HALF_PI_HIGH - (y - HALF_PI_MIDDLE);
    return Math.copySign(size > 1 ? complement : y, x);
  }

  /** The bits of 2ⁿ, given n + {@link #EXPONENT_ROUND}. */
  private static int powerOfTwoBits(float t) {
    return Float.floatToRawIntBits(t) << MANTISSA_BITS;
  }

  /** 2ⁿ⁻¹, which is finite for the largest n, given n + {@link #EXPONENT_ROUND}. */
  private static float halfPower(float t) {
    return Float.intBitsToFloat(powerOfTwoBits(t) - (1 << MANTISSA_BITS));
  }

  /** x - n·ln 2; the first step is exact, as the difference fits into 24 bits. */
  private static float reduceByLn2(float x, float n) {
    return Math.fma(n, -LN2_LOW, Math.fma(n, -LN2_HIGH, x));
  }

  /** e^r - 1 for |r| ≤ ln 2 / 2. */
  private static float expm1OfReduced(float r) {
    return Math.fma(expm1Polynomial(r), r * r, r);
  }

  /** (e^r - 1 - r) / r² for |r| ≤ ln 2 / 2. */
  private static float expm1Polynomial(float r) {
    float p = 0.0013940913f;
    p = Math.fma(p, r, 0.008366791f);
    p = Math.fma(p, r, 0.0416664f);
    p = Math.fma(p, r, 0.16666542f);
    p = Math.fma(p, r, 0.5f);
    return p;
  }

  /** e^x for x ≤ 0: one comparison less than {@link #exp}. */
  private static float expOfNonPositive(float x) {
    float clamped = Math.max(x, -104);
    float t = Math.fma(clamped, LOG2_E, EXPONENT_ROUND);
    float q = expm1OfReduced(reduceByLn2(clamped, t - EXPONENT_ROUND));
    float power = scaledPower(t);
    return Math.fma(q, power, power) * 0x1p-64f;
  }

  /** 2⁶⁴·factor·e^(x + low) for -105 < x ≤ 0, which is normal where e^x is not. */
  private static float scaledExp(float x, float low, float factor) {
    float t = Math.fma(x, LOG2_E, EXPONENT_ROUND);
    float n = t - EXPONENT_ROUND;
    float q = expm1OfReduced(Math.fma(n, -LN2_HIGH, x) + Math.fma(n, -LN2_LOW, low));
    float scale = scaledPower(t) * factor;
    return Math.fma(q, scale, scale);
  }

  /** 2⁶⁴⁺ⁿ, normal for every n ≤ 0 in use, given n + {@link #EXPONENT_ROUND}. */
  private static float scaledPower(float t) {
    return Float.intBitsToFloat(powerOfTwoBits(t) + (64 << MANTISSA_BITS));
  }

  /** k + 127 as a float, given the bits of 2^k·m plus 1 - ⅔: no conversion instruction needed. */
  private static float biasedExponent(int biased) {
    return Float.intBitsToFloat((biased >>> MANTISSA_BITS) | TWO_POW_23_BITS) - TWO_POW_23;
  }

  /** m between ⅔ and 4/3, given the bits of 2^k·m plus 1 - ⅔. */
  private static float mantissa(int biased) {
    return Float.intBitsToFloat((biased & MANTISSA_MASK) + TWO_THIRDS);
  }

  /** k·ln 2 + log(1 + f) + low; ln 2 rounded to float is right to 28 bits. */
  private static float logOfReduced(float f, float k, float low) {
    float p = -0.1311166f;
    p = Math.fma(p, f, 0.13821381f);
    p = Math.fma(p, f, -0.12136304f);
    p = Math.fma(p, f, 0.14043228f);
    p = Math.fma(p, f, -0.16683657f);
    p = Math.fma(p, f, 0.20007741f);
    p = Math.fma(p, f, -0.24999738f);
    p = Math.fma(p, f, 0.33333275f);
    p = Math.fma(p, f, -0.5f);
    return Math.fma(k, LN2_HIGH, Math.fma(p, f * f, low) + f);
  }

  /** 2·atanh(s)/s - 2 as a function of z = s² ≤ 1/9. */
  private static float atanhRemainder(float z) {
    float p = 0.28029367f;
    p = Math.fma(p, z, 0.27998227f);
    p = Math.fma(p, z, 0.4002175f);
    p = Math.fma(p, z, 0.6666641f);
    return z * p;
  }

  /** y, or the limit of the logarithm of u where x or u leave its domain. */
  private static float withLogLimits(float x, float u, float y) {
    float finite = x < Float.POSITIVE_INFINITY ? y : x;
    float nonZero = u == 0 ? Float.NEGATIVE_INFINITY : finite;
    return u < 0 ? Float.NaN : nonZero;
  }

  /** erf(x)/x - 1 as a function of z = x² < 1. */
  private static float erfPolynomial(float z) {
    float p = 7.920369e-5f;
    p = Math.fma(p, z, -0.00080307614f);
    p = Math.fma(p, z, 0.005190734f);
    p = Math.fma(p, z, -0.026855126f);
    p = Math.fma(p, z, 0.11283618f);
    p = Math.fma(p, z, -0.3761263f);
    p = Math.fma(p, z, 0.12837917f);
    return p;
  }

  /** log(erfc(x)) for 1 ≤ x ≤ 3.95. */
  private static float logErfcPolynomial(float x) {
    float p = 0.00018671917f;
    p = Math.fma(p, x, -0.0029513137f);
    p = Math.fma(p, x, 0.021854075f);
    p = Math.fma(p, x, -0.10314332f);
    p = Math.fma(p, x, -0.6380989f);
    p = Math.fma(p, x, -1.1271193f);
    p = Math.fma(p, x, -0.00033347303f);
    return p;
  }

  private static float erfcOfNonNegative(float x) {
    float clamped = Math.min(x, 10.1f);
    float d = clamped + ERFC_CENTRE;
    float dLow = clamped - (d - ERFC_CENTRE);
    float t = 1 / d;
    // What 1 / (x + c) is more than t: without it the result is off by some 6 ulp.
    float tLow = t * Math.fma(-t, dLow, Math.fma(-t, d, 1));
    float q = Math.fma(-2 * ERFC_CENTRE, tLow, Math.fma(-2 * ERFC_CENTRE, t, 1));
    float factor = (t + tLow) * erfcPolynomial(q);
    float square = clamped * clamped;
    float squareLow = Math.fma(clamped, clamped, -square);
    // The factor comes before the scaling, or it would multiply a rounded subnormal.
    return scaledExp(-square, -squareLow, factor) * 0x1p-64f;
  }

  /** e^(x²)·erfc(x)·(x + c) as a function of q = 1 - 2c / (x + c); at -1 such that erfc(0) is 1. */
  private static float erfcPolynomial(float q) {
    float p = 0.0006318492f;
    p = Math.fma(p, q, 0.0007627039f);
    p = Math.fma(p, q, -0.0059106452f);
    p = Math.fma(p, q, 0.0014343626f);
    p = Math.fma(p, q, 0.053821832f);
    p = Math.fma(p, q, -0.21558283f);
    p = Math.fma(p, q, 0.5004483f);
    p = Math.fma(p, q, -0.8325984f);
    p = Math.fma(p, q, 1.0612745f);
    return p;
  }

  /** x - n·π/2; the first step is exact, as the difference fits into 24 bits. */
  private static float reduceByHalfPi(float x, float n) {
    float r = Math.fma(n, -HALF_PI_MIDDLE, Math.fma(n, -HALF_PI_HIGH, x));
    return Math.fma(n, -HALF_PI_LOW, r);
  }

  /** sin(r + quadrant·π/2), of which the two lowest bits of the quadrant count. */
  private static float sinOfQuadrant(float r, int quadrant) {
    float z = r * r;
    float y = (quadrant & 1) == 0 ? sinOfReduced(r, z) : cosOfReduced(z);
    int sign = (quadrant & 2) << 30;
    return Float.intBitsToFloat(Float.floatToRawIntBits(y) ^ sign);
  }

  private static float sinOfReduced(float r, float z) {
    float p = -0.00019517198f;
    p = Math.fma(p, z, 0.0083321845f);
    p = Math.fma(p, z, -0.16666655f);
    return Math.fma(r * z, p, r);
  }

  private static float cosOfReduced(float z) {
    float p = 2.4430683e-5f;
    p = Math.fma(p, z, -0.0013887301f);
    p = Math.fma(p, z, 0.041666646f);
    return Math.fma(Math.fma(p, z, -0.5f), z, 1);
  }

  /** (atan(t)/t - 1)/t² as a function of z = t² ≤ 1. */
  private static float atanPolynomial(float z) {
    float p = -0.0018265757f;
    p = Math.fma(p, z, 0.011059091f);
    p = Math.fma(p, z, -0.03144046f);
    p = Math.fma(p, z, 0.05821347f);
    p = Math.fma(p, z, -0.084178835f);
    p = Math.fma(p, z, 0.10956933f);
    p = Math.fma(p, z, -0.14265111f);
    p = Math.fma(p, z, 0.19998626f);
    p = Math.fma(p, z, -0.33333302f);
    return p;
  }
}
