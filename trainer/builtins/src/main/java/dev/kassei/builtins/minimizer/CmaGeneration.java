package dev.kassei.builtins.minimizer;

import dev.kassei.api.Minimizer.Objective;
import dev.kassei.api.value.Draws;
import java.util.Comparator;
import java.util.stream.IntStream;

/** One generation: equations (38) to (47) of the tutorial. */
final class CmaGeneration {
  private static final int GENERATION = 0;
  private static final int SIGMA = 1;

  private final Objective objective;
  private final CmaConstants constants;
  private final CmaEs.Shape shape;
  private final int n;
  private final double[] state;
  private final double[] sigmaPath;
  private final double[] covariancePath;

  CmaGeneration(Objective objective, CmaConstants constants, CmaEs.Shape shape, double firstSigma) {
    this.objective = objective;
    this.constants = constants;
    this.shape = shape;
    this.n = objective.size();
    this.state = objective.memory("state", 2);
    this.sigmaPath = objective.memory("path.sigma", n);
    this.covariancePath = objective.memory("path.covariance", n);
    if (state[GENERATION] == 0) {
      state[SIGMA] = firstSigma;
    }
  }

  /** Draws points, and adapts the distribution to their losses. */
  void run() {
    double[] mean = new double[n];
    objective.read(mean);
    double[][] ranked = ranked(mean);
    double[] step = new double[n];
    for (int i = 0; i < constants.weights().length / 2; i++) {
      Vectors.add(step, constants.weights()[i], ranked[i]);
    }
    Vectors.add(mean, state[SIGMA], step);
    objective.write(mean);
    state[GENERATION]++;
    adapt(ranked, step);
  }

  /** The steps y of all points, that of the best first. */
  private double[][] ranked(double[] mean) {
    int lambda = constants.weights().length;
    Draws draws = objective.draws("points");
    double[][] steps = new double[lambda][];
    double[] losses = new double[lambda];
    for (int k = 0; k < lambda; k++) {
      steps[k] = shape.shaped(normal(draws, k));
      double[] point = mean.clone();
      Vectors.add(point, state[SIGMA], steps[k]);
      objective.write(point);
      losses[k] = objective.loss(); // a loss that is not a number is sorted behind all
    }
    return IntStream.range(0, lambda)
        .boxed()
        .sorted(Comparator.comparingDouble(k -> losses[k]))
        .map(k -> steps[k])
        .toArray(double[][]::new);
  }

  private double[] normal(Draws draws, int point) {
    double[] z = new double[n];
    for (int i = 0; i < n; i++) {
      z[i] = draws.normal((long) point * n + i);
    }
    return z;
  }

  private void adapt(double[][] ranked, double[] step) {
    double muEff = constants.muEff();
    double cSigma = constants.cSigma();
    follow(sigmaPath, cSigma, Math.sqrt(cSigma * (2 - cSigma) * muEff), shape.whitened(step));
    double length = Vectors.norm(sigmaPath) / constants.meanLength();
    double cC = constants.cC();
    boolean isSteady = isSteady(length);
    double share = isSteady ? Math.sqrt(cC * (2 - cC) * muEff) : 0;
    follow(covariancePath, cC, share, step);
    double lost = isSteady ? 0 : constants.c1() * cC * (2 - cC);
    adaptShape(ranked, constants.decay() + lost);
    state[SIGMA] *= StrictMath.exp(cSigma / constants.dSigma() * (length - 1));
  }

  private static void follow(double[] path, double rate, double share, double[] step) {
    for (int i = 0; i < path.length; i++) {
      path[i] = (1 - rate) * path[i] + share * step[i];
    }
  }

  /** Whether σ does not grow so fast that C had better wait. */
  private boolean isSteady(double length) {
    double kept = StrictMath.pow(1 - constants.cSigma(), 2 * state[GENERATION]);
    return length / Math.sqrt(1 - kept) < 1.4 + 2.0 / (n + 1);
  }

  private void adaptShape(double[][] ranked, double decay) {
    int lambda = ranked.length;
    double[] weights = new double[lambda + 1];
    double[][] points = new double[lambda + 1][];
    for (int i = 0; i < lambda; i++) {
      double weight = constants.weights()[i];
      double scale = weight >= 0 ? 1 : n / square(shape.whitened(ranked[i]));
      weights[i] = constants.cMu() * weight * scale;
      points[i] = ranked[i];
    }
    weights[lambda] = constants.c1();
    points[lambda] = covariancePath;
    shape.adapt(decay, weights, points);
  }

  private static double square(double[] x) {
    return Vectors.dot(x, x);
  }
}
