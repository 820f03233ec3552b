package dev.kassei.api;

/** The first values of a parameter. It scales standard draws, so equal seeds give equal draws. */
@FunctionalInterface
public interface Initializer {
  /**
   * The value of one element.
   *
   * @param fans the sizes of the parameter that scaling rules look at
   * @param draws standard draws for this parameter
   * @param index the element's number, row · columns + column
   */
  double value(Fans fans, Draws draws, long index);

  /** This initializer for weights whose output goes into an activation; by default unchanged. */
  default Initializer before(Activation activation) {
    return this;
  }

  /**
   * The sizes of a parameter.
   *
   * @param in the number of inputs of each output
   * @param out the number of outputs of each input
   */
  record Fans(int in, int out) {}
}
