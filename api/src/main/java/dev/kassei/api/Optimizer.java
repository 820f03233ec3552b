package dev.kassei.api;

import dev.kassei.api.expr.Expr;

/** A learning algorithm as a formula for each parameter. */
public non-sealed interface Optimizer extends LearningAlgorithm {
  /** The configured learning rate, which a schedule scales. */
  double learningRate();

  /**
   * The parameter's next value. Slots such as a velocity are state of the weight: {@code
   * weight.state("velocity", 0)} with {@link Expr#updating}.
   *
   * @param weight the parameter's value before the step
   * @param gradient the gradient of the mean loss, of the weight's shape
   * @param step the rate and number of the step
   * @return the weight after the step, of the weight's shape
   */
  Expr update(Expr weight, Expr gradient, OptimizerStep step);
}
