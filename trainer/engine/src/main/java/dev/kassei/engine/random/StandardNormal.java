package dev.kassei.engine.random;

/**
 * The standard normal distribution.
 *
 * <p>M. J. Wichura, Algorithm AS 241: The Percentage Points of the Normal Distribution, Applied
 * Statistics 37 (1988), routine PPND16, whose coefficients these are.
 */
@SuppressWarnings("FloatingPointLiteralPrecision")
public final class StandardNormal {

  private static final double CENTRAL_HALF_WIDTH = 0.425;
  private static final double CENTRAL_SHIFT = 0.180625;
  private static final double TAIL_SPLIT = 5;
  private static final double NEAR_TAIL_SHIFT = 1.6;

  private StandardNormal() {}

  /**
   * The value below which a standard normal variable lies with probability p.
   *
   * <p>Ratios of two polynomials of degree 7: in p - ½ near the middle, in √(-log p) in the tails.
   * Relative error at most 10⁻¹⁵, for p down to the smallest double.
   *
   * @throws IllegalArgumentException unless 0 < p < 1
   */
  public static double inverse(double p) {
    if (!(p > 0 && p < 1)) {
      throw new IllegalArgumentException(
          "Expected a probability strictly between 0 and 1, but was " + p + ".");
    }
    double q = p - 0.5;
    if (Math.abs(q) <= CENTRAL_HALF_WIDTH) {
      return q * central(CENTRAL_SHIFT - q * q);
    }
    double r = Math.sqrt(-StrictMath.log(q < 0 ? p : 1 - p));
    double size = r <= TAIL_SPLIT ? nearTail(r - NEAR_TAIL_SHIFT) : farTail(r - TAIL_SPLIT);
    return Math.copySign(size, q);
  }

  private static double central(double r) {
    double a = 2509.0809287301226727;
    a = a * r + 33430.575583588128105;
    a = a * r + 67265.770927008700853;
    a = a * r + 45921.953931549871457;
    a = a * r + 13731.693765509461125;
    a = a * r + 1971.5909503065514427;
    a = a * r + 133.14166789178437745;
    a = a * r + 3.387132872796366608;
    double b = 5226.495278852545925;
    b = b * r + 28729.085735721942674;
    b = b * r + 39307.89580009271061;
    b = b * r + 21213.794301586595867;
    b = b * r + 5394.1960214247511077;
    b = b * r + 687.1870074920579083;
    b = b * r + 42.313330701600911252;
    b = b * r + 1;
    return a / b;
  }

  private static double nearTail(double r) {
    double c = 7.7454501427834140764e-4;
    c = c * r + 0.0227238449892691845833;
    c = c * r + 0.24178072517745061177;
    c = c * r + 1.27045825245236838258;
    c = c * r + 3.64784832476320460504;
    c = c * r + 5.7694972214606914055;
    c = c * r + 4.6303378461565452959;
    c = c * r + 1.42343711074968357734;
    double d = 1.05075007164441684324e-9;
    d = d * r + 5.475938084995344946e-4;
    d = d * r + 0.0151986665636164571966;
    d = d * r + 0.14810397642748007459;
    d = d * r + 0.68976733498510000455;
    d = d * r + 1.6763848301838038494;
    d = d * r + 2.05319162663775882187;
    d = d * r + 1;
    return c / d;
  }

  private static double farTail(double r) {
    double e = 2.01033439929228813265e-7;
    e = e * r + 2.71155556874348757815e-5;
    e = e * r + 0.0012426609473880784386;
    e = e * r + 0.026532189526576123093;
    e = e * r + 0.29656057182850489123;
    e = e * r + 1.7848265399172913358;
    e = e * r + 5.4637849111641143699;
    e = e * r + 6.6579046435011037772;
    double f = 2.04426310338993978564e-15;
    f = f * r + 1.4215117583164458887e-7;
    f = f * r + 1.8463183175100546818e-5;
    f = f * r + 7.868691311456132591e-4;
    f = f * r + 0.0148753612908506148525;
    f = f * r + 0.13692988092273580531;
    f = f * r + 0.59983220655588793769;
    f = f * r + 1;
    return e / f;
  }
}
