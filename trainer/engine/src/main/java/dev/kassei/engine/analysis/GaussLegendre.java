package dev.kassei.engine.analysis;

/** The Gauss–Legendre rule on [−1, 1], exactly symmetric; right for polynomials of degree 39. */
final class GaussLegendre {
  static final int ORDER = 20;
  private static final int ITERATIONS = 8;

  /** Where the function is evaluated. */
  static final double[] NODES = new double[ORDER];

  /** What its values are multiplied with. */
  static final double[] WEIGHTS = new double[ORDER];

  private GaussLegendre() {}

  static {
    for (int i = 0; i < ORDER / 2; i++) {
      Legendre at = root(StrictMath.cos(Math.PI * (i + 0.75) / (ORDER + 0.5)));
      int mirrored = ORDER - 1 - i;
      NODES[mirrored] = at.x;
      NODES[i] = -at.x;
      WEIGHTS[i] = 2 / ((1 - at.x * at.x) * at.slope * at.slope);
      WEIGHTS[mirrored] = WEIGHTS[i];
    }
  }

  /** The root of the Legendre polynomial near a first guess, by Newton's method. */
  private static Legendre root(double guess) {
    Legendre at = Legendre.at(guess);
    for (int i = 0; i < ITERATIONS; i++) {
      at = Legendre.at(at.x - at.value / at.slope);
    }
    return at;
  }

  /** The Legendre polynomial of degree 20 and its derivative, by the recurrence in the degree. */
  private record Legendre(double x, double value, double slope) {
    static Legendre at(double x) {
      double previous = 1;
      double value = x;
      for (int n = 2; n <= ORDER; n++) {
        double next = ((2 * n - 1) * x * value - (n - 1) * previous) / n;
        previous = value;
        value = next;
      }
      return new Legendre(x, value, ORDER * (x * value - previous) / (x * x - 1));
    }
  }
}
