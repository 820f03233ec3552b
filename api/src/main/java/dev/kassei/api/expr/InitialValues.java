package dev.kassei.api.expr;

import dev.kassei.api.value.Draws;

/**
 * The rule for the first value of each element of a parameter: an initializer, or a lambda where a
 * layer has a rule of its own. It scales standard draws, so equal seeds give equal draws.
 */
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
   * The sizes of a parameter.
   *
   * @param in the number of inputs of each output
   * @param out the number of outputs of each input
   */
  record Fans(int in, int out) {}
}
