package dev.kassei.engine.kernel;

/**
 * The elementary functions in float64, made of IEEE operations only, so that every machine returns
 * the same bits.
 *
 * <p>These methods are the specification of the bits. A vector twin performs the same operations in
 * the same order, so nothing here branches except to choose between two finished values, there are
 * no tables, and the only foreign call is {@link StrictMath} for the sine of huge arguments. Bits
 * of a NaN (its sign and payload) are unspecified.
 *
 * <p>Polynomials are minimax in relative error, found by the exchange algorithm of Remez and
 * rounded coefficient by coefficient. Reductions follow fdlibm (Sun Microsystems, 1993, "freely
 * granted") and Cody and Waite, Software Manual for the Elementary Functions, 1980, with fma.
 * Errors are in units in the last place of the exact result, the largest seen over two million
 * points or more against 140-bit arithmetic.
 *
 * <p>The file is long, as it holds every function: they share reductions and polynomials, and
 * whoever checks one, or writes its vector twin, finds all of it on one page.
 */
@SuppressWarnings("FloatingPointLiteralPrecision")
public final class Float64Functions {

  private static final double LOG2_E = 1.4426950408889634;
  private static final double LN2_HIGH = 0.6931471805599453;
  private static final double LN2_LOW = 2.3190468138462996e-17;

  /**
   * Adding this rounds to an integer n and leaves n + 1023, the exponent field of 2ⁿ, in the lowest
   * bits of the sum.
   */
  private static final double EXPONENT_ROUND = 0x1.8p52 + 1023;

  /** Adding this rounds to an integer and leaves it in the lowest bits of the sum. */
  private static final double INTEGER_ROUND = 0x1.8p52;

  private static final int MANTISSA_BITS = 52;
  private static final long MANTISSA_MASK = (1L << MANTISSA_BITS) - 1;
  private static final long ONE = 0x3ff0_0000_0000_0000L;
  private static final long SQRT_HALF = 0x3fe6_a09e_667f_3bcdL;

  private static final double TWO_POW_52 = 0x1p52;
  private static final long TWO_POW_52_BITS = 0x4330_0000_0000_0000L;

  /** Below this size x + x² rounds to x. */
  private static final double TINY = 0x1p-54;

  private static final double TWO_OVER_PI = 0.6366197723675814;
  private static final double HALF_PI_HIGH = 1.5707963267948966;
  private static final double HALF_PI_MIDDLE = 6.123233995736766e-17;
  private static final double HALF_PI_LOW = -1.4973849048591698e-33;

  /** The largest argument of sine and cosine that three parts of π/2 reduce. */
  private static final double REDUCTION_LIMIT = 0x1p30;

  private Float64Functions() {}

  /**
   * eˣ.
   *
   * <p>x = n·ln 2 + r with |r| ≤ ln 2 / 2; eʳ by a polynomial of degree 12; scaled in two steps so
   * that results below the normal range are rounded once.
   *
   * <p>Error ≤ 0.9 ulp. Infinity above 709.782…, 0 below -745.133…; NaN for NaN.
   */
  public static double exp(double x) {
    double clamped = Math.min(Math.max(x, -746), 710);
    double t = Math.fma(clamped, LOG2_E, EXPONENT_ROUND);
    double n = t - EXPONENT_ROUND;
    double q = expm1OfReduced(Math.fma(n, -LN2_HIGH, clamped), n * -LN2_LOW);
    boolean negative = clamped < 0;
    long shift = negative ? -128L << MANTISSA_BITS : 1L << MANTISSA_BITS;
    double unscale = negative ? 0x1p-128 : 2;
    double power = Double.longBitsToDouble(powerOfTwoBits(t) - shift);
    return Math.fma(q, power, power) * unscale;
  }

  /**
   * eˣ - 1.
   *
   * <p>The reduction of {@link #exp}; 2ⁿ·(eʳ - 1) + (2ⁿ - 1), where the first fma is exact when it
   * cancels and a second adds the rounding error of eʳ - 1.
   *
   * <p>Error ≤ 1.4 ulp, relative also near 0. x itself for |x| < 2⁻⁵⁴, Infinity where exp is, -1
   * for -Infinity; NaN for NaN.
   */
  public static double expm1(double x) {
    double clamped = Math.min(Math.max(x, -40), 710);
    double t = Math.fma(clamped, LOG2_E, EXPONENT_ROUND);
    double n = t - EXPONENT_ROUND;
    double r = Math.fma(n, -LN2_HIGH, clamped);
    double tail = expm1Tail(r, n * -LN2_LOW);
    double q = r + tail;
    double qLow = tail - (q - r);
    double half = halfPower(t);
    double y = Math.fma(qLow, half, Math.fma(q, half, half - 0.5)) * 2;
    return Math.abs(x) < TINY ? x : y;
  }

  /**
   * The natural logarithm of x.
   *
   * <p>x = 2ᵏ·m with √½ ≤ m < √2; with f = m - 1 and s = f / (2 + f), log m = f - f²/2 + s·(f²/2 +
   * R(s²)), R of degree 7, as in fdlibm.
   *
   * <p>Error ≤ 0.9 ulp, for subnormal x too. -Infinity for ±0, NaN below 0, Infinity for Infinity;
   * NaN for NaN.
   */
  public static double log(double x) {
    boolean subnormal = x < Double.MIN_NORMAL;
    double scaled = subnormal ? x * 0x1p54 : x;
    long biased = Double.doubleToRawLongBits(scaled) + (ONE - SQRT_HALF);
    double k = biasedExponent(biased) - (subnormal ? 1023 + 54 : 1023);
    double y = logOfReduced(mantissa(biased) - 1, k, 0);
    return withLogLimits(x, x, y);
  }

  /**
   * log(1 + x).
   *
   * <p>1 + x = u + c exactly, u = 2ᵏ·m; then {@link #log} with f = m - 1 + c·2⁻ᵏ.
   *
   * <p>Error ≤ 0.9 ulp, relative also near 0. x itself for |x| < 2⁻⁵⁴, -Infinity for -1, NaN below
   * -1, Infinity for Infinity; NaN for NaN.
   */
  public static double log1p(double x) {
    double u = 1 + x;
    double c = Math.min(x, 1) - (u - Math.max(x, 1));
    long biased = Double.doubleToRawLongBits(u) + (ONE - SQRT_HALF);
    // 2^(2-k), because 2^-k is subnormal for the largest x.
    double power = Double.longBitsToDouble((2048L << MANTISSA_BITS) - (biased & ~MANTISSA_MASK));
    double correction = 0.25 * c * power;
    double g = mantissa(biased) - 1;
    double f = g + correction;
    double low = correction - (f - g);
    double y = logOfReduced(f, biasedExponent(biased) - 1023, low);
    return withLogLimits(x, u, Math.abs(x) < TINY ? x : y);
  }

  /**
   * The hyperbolic tangent of x.
   *
   * <p>-h / (1 + h) with h = expm1(-2|x|) / 2, and the sign of x.
   *
   * <p>Error ≤ 2.0 ulp, relative also near 0; exactly odd; ±1 from |x| = 18.55 on; NaN for NaN.
   */
  public static double tanh(double x) {
    double h = halfExpm1OfNonPositive(Math.max(-2 * Math.abs(x), -40));
    double d = 1 + h;
    // Near 1 the rounding of d alone would cost a whole unit.
    return Math.copySign(divide(-h, d, h - (d - 1), 1 / d), x);
  }

  /**
   * The logistic function 1 / (1 + e⁻ˣ).
   *
   * <p>With e = exp(-|x|) and s = e / (1 + e): 1 - s for x ≥ 0, s below as e - e·s, which rounds
   * less than the quotient.
   *
   * <p>Error ≤ 1.7 ulp; 1 from 37.43 on, 0 below -745.133…; NaN for NaN.
   */
  public static double sigmoid(double x) {
    double e = expOfNonPositive(-Math.abs(x));
    double s = e / (1 + e);
    double top = x < 0 ? e : 1;
    return Math.fma(-s, top, top);
  }

  /**
   * The derivative of the logistic function, σ(x)·σ(-x).
   *
   * <p>e / (1 + e)² with e = exp(-|x|), which keeps its relative accuracy where 1 - σ(x) has lost
   * it.
   *
   * <p>Error ≤ 1.6 ulp; exactly even; 0 beyond ±745.133…; NaN for NaN.
   */
  public static double sigmoidDerivative(double x) {
    double e = expOfNonPositive(-Math.abs(x));
    double d = Math.fma(e, 2 + e, 1);
    return divide(e, d, Math.fma(e, 2 + e, 1 - d), 1 / d);
  }

  /**
   * log(1 + eˣ).
   *
   * <p>max(x, 0) + log(1 + e) with e = exp(-|x|); with s = e / (2 + e), log(1 + e) = e - s·(e -
   * R(s²)), R of degree 10: no reduction, as e ≤ 1.
   *
   * <p>Error ≤ 1.8 ulp. Tends to x above and to eˣ below, 0 below -745.133…; NaN for NaN.
   */
  public static double softplus(double x) {
    double e = expOfNonPositive(-Math.abs(x));
    double s = e / (2 + e);
    double y = Math.fma(-s, e - atanhRemainder(s * s), e);
    return Math.max(x, 0) + y;
  }

  /**
   * The error function, 2/√π·∫₀ˣ e^(-t²) dt.
   *
   * <p>x + x·P(x²) with P of degree 11 for |x| < 1, else 1 - erfc(|x|) with the sign of x.
   *
   * <p>Error ≤ 1.2 ulp, relative also near 0; exactly odd; ±1 from |x| = 5.93 on; NaN for NaN.
   */
  public static double erf(double x) {
    double small = Math.fma(x, erfPolynomial(x * x), x);
    double large = Math.copySign(1 - erfcOfNonNegative(Math.abs(x)), x);
    return Math.abs(x) < 1 ? small : large;
  }

  /**
   * The complementary error function, 1 - erf(x).
   *
   * <p>For x ≥ 0, e^(-x²)·H(q) / (x + 4) with q = (x - 4) / (x + 4) and H of degree 21, the
   * transformation of Shepherd and Laframboise, Mathematics of Computation 36, 1981; the rounding
   * error of x² goes into the exponential. 2 - erfc(-x) below 0.
   *
   * <p>Error ≤ 3.9 ulp down to underflow; 0 above 27.226…, 2 below -5.87; NaN for NaN.
   */
  public static double erfc(double x) {
    double y = erfcOfNonNegative(Math.abs(x));
    return x < 0 ? 2 - y : y;
  }

  /**
   * The sine of x, in radians.
   *
   * <p>x = n·π/2 + r with |r| ≤ π/4 by three parts of π/2, the first step exact; then a polynomial
   * of degree 13 or, for odd n, 14 for the cosine. Above |x| = 2³⁰ {@link StrictMath#sin}.
   *
   * <p>Error ≤ 1.5 ulp, relative near multiples of π; exactly odd; NaN for infinities and NaN.
   */
  public static double sin(double x) {
    double t = Math.fma(x, TWO_OVER_PI, INTEGER_ROUND);
    double r = reduceByHalfPi(x, t - INTEGER_ROUND);
    double y = sinOfQuadrant(r, Double.doubleToRawLongBits(t));
    double nonZero = x == 0 ? x : y;
    return Math.abs(x) <= REDUCTION_LIMIT ? nonZero : StrictMath.sin(x);
  }

  /**
   * The cosine of x, in radians.
   *
   * <p>The method of {@link #sin}, one quadrant on. Above |x| = 2³⁰ {@link StrictMath#cos}.
   *
   * <p>Error ≤ 1.5 ulp; exactly even; NaN for infinities and NaN.
   */
  public static double cos(double x) {
    double t = Math.fma(x, TWO_OVER_PI, INTEGER_ROUND);
    double r = reduceByHalfPi(x, t - INTEGER_ROUND);
    double y = sinOfQuadrant(r, Double.doubleToRawLongBits(t) + 1);
    return Math.abs(x) <= REDUCTION_LIMIT ? y : StrictMath.cos(x);
  }

  /**
   * The arc tangent of x, in radians.
   *
   * <p>t = min(|x|, 1) / max(|x|, 1), t + t³·P(t²) with P of degree 19, subtracted from π/2 when
   * |x| > 1.
   *
   * <p>Error ≤ 1.7 ulp, relative also near 0; exactly odd; ±π/2 for infinities; NaN for NaN.
   */
  public static double atan(double x) {
    double size = Math.abs(x);
    double t = Math.min(size, 1) / Math.max(size, 1);
    double z = t * t;
    double y = Math.fma(t * z, atanPolynomial(z), t);
    double complement = HALF_PI_HIGH - (y - HALF_PI_MIDDLE);
    return Math.copySign(size > 1 ? complement : y, x);
  }

  /** The bits of 2ⁿ, given n + {@link #EXPONENT_ROUND}. */
  private static long powerOfTwoBits(double t) {
    return Double.doubleToRawLongBits(t) << MANTISSA_BITS;
  }

  /** 2ⁿ⁻¹, which is finite for the largest n, given n + {@link #EXPONENT_ROUND}. */
  private static double halfPower(double t) {
    return Double.longBitsToDouble(powerOfTwoBits(t) - (1L << MANTISSA_BITS));
  }

  /** e^(r + low) - 1 for |r| ≤ ln 2 / 2 and a tiny low. */
  private static double expm1OfReduced(double r, double low) {
    return r + expm1Tail(r, low);
  }

  /** e^(r + low) - 1 - r. */
  private static double expm1Tail(double high, double low) {
    double r = high + low;
    double p = 2.0922707119800465e-9;
    p = Math.fma(p, r, 2.510688847904177e-8);
    p = Math.fma(p, r, 2.7557249424422725e-7);
    p = Math.fma(p, r, 2.755725130631551e-6);
    p = Math.fma(p, r, 2.480158735105609e-5);
    p = Math.fma(p, r, 0.00019841269877882766);
    p = Math.fma(p, r, 0.001388888888887296);
    p = Math.fma(p, r, 0.008333333333325537);
    p = Math.fma(p, r, 0.041666666666666685);
    p = Math.fma(p, r, 0.1666666666666667);
    p = Math.fma(p, r, 0.5);
    return Math.fma(p, r * r, low);
  }

  /** (e^x - 1) / 2 for -40 ≤ x ≤ 0. */
  private static double halfExpm1OfNonPositive(double x) {
    double t = Math.fma(x, LOG2_E, EXPONENT_ROUND);
    double n = t - EXPONENT_ROUND;
    double q = expm1OfReduced(Math.fma(n, -LN2_HIGH, x), n * -LN2_LOW);
    double half = halfPower(t);
    return Math.fma(q, half, half - 0.5);
  }

  /** e^x for x ≤ 0: one comparison less than {@link #exp}. */
  private static double expOfNonPositive(double x) {
    double clamped = Math.max(x, -746);
    double t = Math.fma(clamped, LOG2_E, EXPONENT_ROUND);
    double n = t - EXPONENT_ROUND;
    double q = expm1OfReduced(Math.fma(n, -LN2_HIGH, clamped), n * -LN2_LOW);
    double power = scaledPower(t);
    return Math.fma(q, power, power) * 0x1p-128;
  }

  /** 2¹²⁸·factor·e^(x + low) for -800 < x ≤ 0, which is normal where e^x is not. */
  private static double scaledExp(double x, double low, double factor) {
    double t = Math.fma(x, LOG2_E, EXPONENT_ROUND);
    double n = t - EXPONENT_ROUND;
    double q = expm1OfReduced(Math.fma(n, -LN2_HIGH, x), Math.fma(n, -LN2_LOW, low));
    double scale = scaledPower(t) * factor;
    return Math.fma(q, scale, scale);
  }

  /** 2¹²⁸⁺ⁿ, normal for every n ≤ 0 in use, given n + {@link #EXPONENT_ROUND}. */
  private static double scaledPower(double t) {
    return Double.longBitsToDouble(powerOfTwoBits(t) + (128L << MANTISSA_BITS));
  }

  /**
   * k + 1023 as a double, given the bits of 2^k·m plus 1 - √½: no conversion instruction needed.
   */
  private static double biasedExponent(long biased) {
    return Double.longBitsToDouble((biased >>> MANTISSA_BITS) | TWO_POW_52_BITS) - TWO_POW_52;
  }

  /** m between √½ and √2, given the bits of 2^k·m plus 1 - √½. */
  private static double mantissa(long biased) {
    return Double.longBitsToDouble((biased & MANTISSA_MASK) + SQRT_HALF);
  }

  /** k·ln 2 + log(1 + f) + low. */
  private static double logOfReduced(double f, double k, double low) {
    double s = f / (2 + f);
    double halfSquare = 0.5 * f * f;
    double tail = Math.fma(s, halfSquare + logRemainder(s * s), Math.fma(k, LN2_LOW, low));
    return Math.fma(k, LN2_HIGH, f - (halfSquare - tail));
  }

  /** 2·atanh(s)/s - 2 as a function of z = s² ≤ 0.0295. */
  private static double logRemainder(double z) {
    double p = 0.1479569407587925;
    p = Math.fma(p, z, 0.15314079252480767);
    p = Math.fma(p, z, 0.1818356305140296);
    p = Math.fma(p, z, 0.22222198601577173);
    p = Math.fma(p, z, 0.2857142874205741);
    p = Math.fma(p, z, 0.39999999999416547);
    p = Math.fma(p, z, 0.6666666666666734);
    return z * p;
  }

  /** 2·atanh(s)/s - 2 as a function of z = s² ≤ 1/9. */
  private static double atanhRemainder(double z) {
    double p = 0.1701647012409848;
    p = Math.fma(p, z, 0.08341285774949891);
    p = Math.fma(p, z, 0.12105800815431532);
    p = Math.fma(p, z, 0.13301012094292455);
    p = Math.fma(p, z, 0.1538655673771481);
    p = Math.fma(p, z, 0.18181744091087867);
    p = Math.fma(p, z, 0.22222223964330923);
    p = Math.fma(p, z, 0.2857142854795739);
    p = Math.fma(p, z, 0.4000000000015621);
    p = Math.fma(p, z, 0.6666666666666631);
    return z * p;
  }

  /** y, or the limit of the logarithm of u where x or u leave its domain. */
  private static double withLogLimits(double x, double u, double y) {
    double finite = x < Double.POSITIVE_INFINITY ? y : x;
    double nonZero = u == 0 ? Double.NEGATIVE_INFINITY : finite;
    return u < 0 ? Double.NaN : nonZero;
  }

  /** erf(x)/x - 1 as a function of z = x² < 1. */
  private static double erfPolynomial(double z) {
    double p = -7.557018064334742e-10;
    p = Math.fma(p, z, 1.3590937973394193e-8);
    p = Math.fma(p, z, -1.6178422634668946e-7);
    p = Math.fma(p, z, 1.6443481161936414e-6);
    p = Math.fma(p, z, -1.4924416655382425e-5);
    p = Math.fma(p, z, 0.00012055278251191988);
    p = Math.fma(p, z, -0.0008548325421041868);
    p = Math.fma(p, z, 0.005223977595651094);
    p = Math.fma(p, z, -0.026866170641859078);
    p = Math.fma(p, z, 0.11283791670936529);
    p = Math.fma(p, z, -0.3761263890318334);
    p = Math.fma(p, z, 0.12837916709551256);
    return p;
  }

  private static double erfcOfNonNegative(double x) {
    double clamped = Math.min(x, 28);
    double d = clamped + 4;
    double dLow = clamped - (d - 4);
    double inverse = 1 / d;
    // The result is up to twice as sensitive as the ratio, so both quotients get a Newton step.
    double q = divide(clamped - 4, d, dLow, inverse);
    double factor = divide(erfcPolynomial(q), d, dLow, inverse);
    double square = clamped * clamped;
    double squareLow = Math.fma(clamped, clamped, -square);
    // The factor comes before the scaling, or it would multiply a rounded subnormal.
    return scaledExp(-square, -squareLow, factor) * 0x1p-128;
  }

  /** a / (d + low), correctly rounded but for a few cases, given 1 / d. */
  private static double divide(double a, double d, double low, double inverse) {
    double y = a * inverse;
    double remainder = Math.fma(-y, low, Math.fma(-y, d, a));
    return Math.fma(remainder, inverse, y);
  }

  /** e^(x²)·erfc(x)·(x + 4) as a function of q = (x - 4) / (x + 4). */
  private static double erfcPolynomial(double q) {
    double p = erfcLeadingTerms(q);
    p = Math.fma(p, q, -0.00045505235729277204);
    p = Math.fma(p, q, -0.00028095907107053537);
    p = Math.fma(p, q, 0.006112055601927366);
    p = Math.fma(p, q, -0.026370053316618576);
    p = Math.fma(p, q, 0.07638151491422528);
    p = Math.fma(p, q, -0.1740109372414767);
    p = Math.fma(p, q, 0.330851587877791);
    p = Math.fma(p, q, -0.540853831313188);
    p = Math.fma(p, q, 0.7732087022652409);
    p = Math.fma(p, q, -0.9765487290808824);
    p = Math.fma(p, q, 1.095995661000491);
    return p;
  }

  /** The terms of degree 11 to 21, apart so that a vector twin stays short enough to be inlined. */
  private static double erfcLeadingTerms(double q) {
    double p = -2.766682047546008e-9;
    p = Math.fma(p, q, -1.3840769708088515e-8);
    p = Math.fma(p, q, 9.61520369176084e-9);
    p = Math.fma(p, q, 1.2435485829598269e-7);
    p = Math.fma(p, q, -8.687271873856982e-8);
    p = Math.fma(p, q, -8.485395364328934e-7);
    p = Math.fma(p, q, 1.4324898891479666e-6);
    p = Math.fma(p, q, 4.696757246171085e-6);
    p = Math.fma(p, q, -1.8864653562771256e-5);
    p = Math.fma(p, q, -3.6363276159556214e-6);
    p = Math.fma(p, q, 0.00017681391767219036);
    return p;
  }

  /** x - n·π/2; the first step is exact, as the difference fits into 53 bits. */
  private static double reduceByHalfPi(double x, double n) {
    double r = Math.fma(n, -HALF_PI_MIDDLE, Math.fma(n, -HALF_PI_HIGH, x));
    return Math.fma(n, -HALF_PI_LOW, r);
  }

  /** sin(r + quadrant·π/2), of which the two lowest bits of the quadrant count. */
  private static double sinOfQuadrant(double r, long quadrant) {
    double z = r * r;
    double y = (quadrant & 1) == 0 ? sinOfReduced(r, z) : cosOfReduced(z);
    long sign = (quadrant & 2) << 62;
    return Double.longBitsToDouble(Double.doubleToRawLongBits(y) ^ sign);
  }

  private static double sinOfReduced(double r, double z) {
    double p = 1.5895021537569257e-10;
    p = Math.fma(p, z, -2.5050728344890574e-8);
    p = Math.fma(p, z, 2.7557313507572125e-6);
    p = Math.fma(p, z, -0.00019841269829294603);
    p = Math.fma(p, z, 0.008333333333321797);
    p = Math.fma(p, z, -0.1666666666666663);
    return Math.fma(r * z, p, r);
  }

  private static double cosOfReduced(double z) {
    double p = -1.1358447093178785e-11;
    p = Math.fma(p, z, 2.0875700748787094e-9);
    p = Math.fma(p, z, -2.755731419195453e-7);
    p = Math.fma(p, z, 2.480158728894722e-5);
    p = Math.fma(p, z, -0.0013888888888873303);
    p = Math.fma(p, z, 0.041666666666666595);
    double half = 0.5 * z;
    double top = 1 - half;
    // 1 - z/2 rounds; what it lost is added back with the small terms.
    return top + Math.fma(z * z, p, (1 - top) - half);
  }

  /** (atan(t)/t - 1)/t² as a function of z = t² ≤ 1. */
  private static double atanPolynomial(double z) {
    double p = 1.3489440543816109e-5;
    p = Math.fma(p, z, -0.0001547974065010638);
    p = Math.fma(p, z, 0.0008434810028125572);
    p = Math.fma(p, z, -0.002919318699087793);
    p = Math.fma(p, z, 0.007263291342223946);
    p = Math.fma(p, z, -0.013994869916316348);
    p = Math.fma(p, z, 0.02208501001672779);
    p = Math.fma(p, z, -0.029985448997151068);
    p = Math.fma(p, z, 0.03669344979073463);
    p = Math.fma(p, z, -0.04221714115359409);
    p = Math.fma(p, z, 0.04723292047546512);
    p = Math.fma(p, z, -0.05253805222860121);
    p = Math.fma(p, z, 0.058805925018956796);
    p = Math.fma(p, z, -0.06666414994331603);
    p = Math.fma(p, z, 0.0769228118739808);
    p = Math.fma(p, z, -0.09090907119431932);
    p = Math.fma(p, z, 0.11111111013669875);
    p = Math.fma(p, z, -0.14285714282803266);
    p = Math.fma(p, z, 0.19999999999955462);
    p = Math.fma(p, z, -0.33333333333333093);
    return p;
  }
}
