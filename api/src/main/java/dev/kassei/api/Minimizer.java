package dev.kassei.api;

import dev.kassei.api.value.Draws;
import org.apiguardian.api.API;

/**
 * A learning algorithm in plain Java over loss and gradient of all parameters at once. It has no
 * state of its own: what it remembers between steps is the {@linkplain Objective#memory memory} of
 * its objective, so that training can be resumed.
 */
@API(status = API.Status.STABLE, since = "0.1")
@FunctionalInterface
public non-sealed interface Minimizer extends LearningAlgorithm {
  /**
   * Moves the parameters once.
   *
   * @param objective the loss, and what former steps of the same training remember
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

    /**
     * Numbers that outlive the step, in checkpoints, too. What is written into the array stays
     * there; all are 0 when a training first asks for the name.
     *
     * @param name the same in each step
     * @param size how many numbers, the same in each step
     * @throws IllegalArgumentException if it had another size before
     */
    double[] memory(String name, int size);

    /** Random numbers of this step alone; equal names have equal draws. */
    Draws draws(String name);
  }
}
