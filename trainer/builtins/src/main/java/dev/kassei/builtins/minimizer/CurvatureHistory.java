package dev.kassei.builtins.minimizer;

import dev.kassei.api.Minimizer.Objective;

/**
 * The inverse of the second derivatives, as far as the last steps and changes of the gradient tell,
 * in the memory of an objective. Pairs of these are kept in slots, the newest in place of the
 * oldest.
 */
final class CurvatureHistory {
  /** A pair whose product is smaller tells nothing of the curvature. */
  private static final double SMALLEST_PRODUCT = 1e-10;

  private static final int STEPS = 0;
  private static final int PAIRS = 1;
  private static final int SCALE = 2;

  private final Objective objective;
  private final int capacity;
  private final double[] state;
  private final double[] products;
  private final double[] lastStep;
  private final double[] lastGradient;

  CurvatureHistory(Objective objective, int capacity) {
    this.objective = objective;
    this.capacity = capacity;
    this.state = objective.memory("state", 3);
    this.products = objective.memory("products", capacity);
    this.lastStep = objective.memory("last.step", objective.size());
    this.lastGradient = objective.memory("last.gradient", objective.size());
  }

  /** Whether no step has been taken. */
  boolean isEmpty() {
    return state[STEPS] == 0;
  }

  /** Takes the step from where the gradient was this. */
  void remember(double[] step, double[] gradient) {
    state[STEPS]++;
    Vectors.copy(lastStep, step);
    Vectors.copy(lastGradient, gradient);
  }

  /** Where to search from here; before the first step that is downhill. */
  double[] direction(double[] gradient) {
    if (isEmpty()) {
      return Vectors.times(-1, gradient);
    }
    learn(gradient);
    return recursion(gradient);
  }

  private void learn(double[] gradient) {
    double[] change = gradient.clone();
    Vectors.add(change, -1, lastGradient);
    double product = Vectors.dot(change, lastStep);
    if (state[PAIRS] == 0) {
      state[SCALE] = 1;
    }
    if (product > SMALLEST_PRODUCT) {
      long pair = (long) state[PAIRS];
      Vectors.copy(steps(pair), lastStep);
      Vectors.copy(changes(pair), change);
      products[slot(pair)] = product;
      state[PAIRS]++;
      state[SCALE] = product / Vectors.dot(change, change);
    }
  }

  /** The two loops of Nocedal and Wright's algorithm 7.4. */
  private double[] recursion(double[] gradient) {
    long end = (long) state[PAIRS];
    long begin = Math.max(0, end - capacity);
    double[] shares = new double[(int) (end - begin)];
    double[] q = Vectors.times(-1, gradient);
    for (long pair = end - 1; pair >= begin; pair--) {
      double share = Vectors.dot(steps(pair), q) / products[slot(pair)];
      Vectors.add(q, -share, changes(pair));
      shares[(int) (pair - begin)] = share;
    }
    double[] direction = Vectors.times(state[SCALE], q);
    for (long pair = begin; pair < end; pair++) {
      double share = Vectors.dot(changes(pair), direction) / products[slot(pair)];
      Vectors.add(direction, shares[(int) (pair - begin)] - share, steps(pair));
    }
    return direction;
  }

  private int slot(long pair) {
    return (int) (pair % capacity);
  }

  private double[] steps(long pair) {
    return objective.memory("step." + slot(pair), objective.size());
  }

  private double[] changes(long pair) {
    return objective.memory("gradient_change." + slot(pair), objective.size());
  }
}
