package dev.kassei.builtins.minimizer;

/**
 * The constants of table 1 of the tutorial.
 *
 * @param n the number of parameters
 * @param weights of the points of a generation, the best first; the worse have negative ones
 * @param muEff the variance-effective size of the selected points
 * @param cSigma the learning rate of the path that σ follows
 * @param dSigma how slowly σ follows it
 * @param cC the learning rate of the path that C follows
 * @param c1 the learning rate of C from its path
 * @param cMu the learning rate of C from the points
 */
record CmaConstants(
    int n,
    double[] weights,
    double muEff,
    double cSigma,
    double dSigma,
    double cC,
    double c1,
    double cMu) {

  static CmaConstants of(int n, int lambda, boolean isDiagonal) {
    double[] raw = new double[lambda];
    for (int i = 0; i < lambda; i++) {
      raw[i] = StrictMath.log((lambda + 1) / 2.0) - StrictMath.log(i + 1);
    }
    int mu = lambda / 2;
    double muEff = effective(raw, 0, mu);
    double cSigma = (muEff + 2) / (n + muEff + 5);
    double dSigma = 1 + 2 * Math.max(0, Math.sqrt((muEff - 1) / (n + 1)) - 1) + cSigma;
    double cC = (4 + muEff / n) / (n + 4 + 2 * muEff / n);
    // (n + 2) / 3 times faster where n numbers are learned in place of n²
    double speed = isDiagonal ? (n + 2) / 3.0 : 1;
    double c1 = Math.min(0.5, speed * 2 / ((n + 1.3) * (n + 1.3) + muEff));
    double gain = 0.25 + muEff + 1 / muEff - 2;
    double cMu = Math.min(1 - c1, speed * 2 * gain / ((n + 2.0) * (n + 2.0) + muEff));
    scale(raw, negative(n, effective(raw, mu, lambda), muEff, c1, cMu));
    return new CmaConstants(n, raw, muEff, cSigma, dSigma, cC, c1, cMu);
  }

  private static double effective(double[] weights, int from, int to) {
    double sum = 0;
    double squares = 0;
    for (int i = from; i < to; i++) {
      sum += weights[i];
      squares += weights[i] * weights[i];
    }
    return sum * sum / squares;
  }

  /** What the negative weights add up to: C stays positive definite. */
  private static double negative(int n, double effective, double muEff, double c1, double cMu) {
    double byRates = 1 + c1 / cMu;
    double byPoints = 1 + 2 * effective / (muEff + 2);
    double byDefiniteness = (1 - c1 - cMu) / (n * cMu);
    return Math.min(byRates, Math.min(byPoints, byDefiniteness));
  }

  /** Lets the positive weights add up to 1 and the negative to {@code -negative}. */
  private static void scale(double[] weights, double negative) {
    double positiveSum = 0;
    double negativeSum = 0;
    for (double weight : weights) {
      positiveSum += Math.max(0, weight);
      negativeSum -= Math.min(0, weight);
    }
    for (int i = 0; i < weights.length; i++) {
      weights[i] *= weights[i] >= 0 ? 1 / positiveSum : negative / negativeSum;
    }
  }

  /** The mean length of a standard normal vector. */
  double meanLength() {
    return Math.sqrt(n) * (1 - 1 / (4.0 * n) + 1 / (21.0 * n * n));
  }

  /** How far C is decayed in a generation, the path aside. */
  double decay() {
    double sum = 0;
    for (double weight : weights) {
      sum += weight;
    }
    return 1 - c1 - cMu * sum;
  }
}
