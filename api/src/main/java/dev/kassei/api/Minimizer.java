package dev.kassei.api;

/** A learning algorithm in plain Java over loss and gradient of all parameters at once. */
@FunctionalInterface
public non-sealed interface Minimizer extends LearningAlgorithm {
  /**
   * Moves the parameters once.
   *
   * @param objective the same object in all steps of a training; what a minimizer remembers between
   *     them belongs to it
   * @return whether to go on; false ends training
   */
  boolean step(Objective objective);

  /** The loss as a function of one flat vector: all parameters in the order of their names. */
  interface Objective {
    /** The number of parameters. */
    int size();

    /** Copies the present parameters into {@code parameters}, which is overwritten. */
    void read(double[] parameters);

    /** Sets the parameters; {@code parameters} is not modified. */
    void write(double[] parameters);

    /** The mean loss at the present parameters. */
    double loss();

    /** The mean loss at the present parameters; {@code gradient} is overwritten. */
    double gradient(double[] gradient);
  }
}
