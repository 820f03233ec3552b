package dev.kassei.api.expr;

import dev.kassei.api.value.Draws;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * The rule for the first value of each element of a parameter: an initializer, or a lambda where a
 * layer has a rule of its own. It scales standard draws, so equal seeds give equal draws.
 */
@API(status = API.Status.STABLE, since = "0.1")
@FunctionalInterface
public interface InitialValues {
  /**
   * The value of one element.
   *
   * @param fans the sizes of the parameter that scaling rules look at
   * @param draws standard draws for this parameter
   * @param index the element's number, row · columns + column
   */
  double value(Fans fans, Draws draws, long index);

  /**
   * The gain of weights; empty for rules that have none, such as one of constant values. Not named
   * gain, which is what a hyperparameter is called.
   */
  default Optional<Gain> weightGain() {
    return Optional.empty();
  }

  /** The sizes of a parameter. */
  final class Fans {
    private final int in;
    private final int out;

    /**
     * The sizes of a parameter.
     *
     * @param in the number of inputs of each output
     * @param out the number of outputs of each input
     */
    public Fans(int in, int out) {
      this.in = in;
      this.out = out;
    }

    /** The number of inputs of each output. */
    public int in() {
      return in;
    }

    /** The number of outputs of each input. */
    public int out() {
      return out;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Fans that && in == that.in && out == that.out;
    }

    @Override
    public int hashCode() {
      return 31 * in + out;
    }

    @Override
    public String toString() {
      return in + " inputs, " + out + " outputs";
    }
  }
}
