package dev.kassei.api.expr;

import org.apiguardian.api.API;

/** Noise that is not uniform. */
@API(status = API.Status.STABLE, since = "0.1")
public final class Noise {
  /** Not 0, whose logarithm is infinite; nor does anything from here on round to 0 in float32. */
  private static final double LEAST_UNIFORM = 0x1p-24;

  private Noise() {}

  /** Standard normal noise of the shape of x, by the transformation of Box and Muller (1958). */
  public static Expr normal(Expr x) {
    return normal(x, "");
  }

  /** The same from draws whose names begin with a prefix. */
  static Expr normal(Expr x, String prefix) {
    Expr radius = x.uniform(prefix + "radius", LEAST_UNIFORM, 1).log().times(-2).sqrt();
    return radius.times(x.uniform(prefix + "angle", 0, 2 * Math.PI).cos());
  }
}
