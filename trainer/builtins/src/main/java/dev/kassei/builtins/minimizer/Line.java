package dev.kassei.builtins.minimizer;

import dev.kassei.api.Minimizer.Objective;

/** The loss along a direction. */
final class Line {
  private final Objective objective;
  private final double[] origin;
  private final double[] direction;
  private int evaluations;

  /** The points origin + distance · direction; neither array is modified. */
  Line(Objective objective, double[] origin, double[] direction) {
    this.objective = objective;
    this.origin = origin.clone();
    this.direction = direction;
  }

  /**
   * A point of a line.
   *
   * @param distance in multiples of the direction
   * @param slope the derivative of the loss by the distance
   */
  record Point(double distance, double loss, double[] gradient, double slope) {}

  double[] direction() {
    return direction;
  }

  /** How many points were computed. */
  int evaluations() {
    return evaluations;
  }

  /** The origin, whose loss and gradient are known. */
  Point start(double loss, double[] gradient) {
    return new Point(0, loss, gradient, Vectors.dot(gradient, direction));
  }

  /** Computes a point; a loss that is not a number counts as infinite. */
  Point at(double distance) {
    evaluations++;
    double[] x = origin.clone();
    Vectors.add(x, distance, direction);
    objective.write(x);
    double[] gradient = new double[x.length];
    double loss = objective.gradient(gradient);
    double known = Double.isNaN(loss) ? Double.POSITIVE_INFINITY : loss;
    return new Point(distance, known, gradient, Vectors.dot(gradient, direction));
  }
}
