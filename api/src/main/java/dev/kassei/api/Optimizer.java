package dev.kassei.api;

import dev.kassei.api.expr.Expr;
import org.apiguardian.api.API;

/** A learning algorithm as a formula for each parameter. */
@API(status = API.Status.STABLE, since = "0.1")
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

  /**
   * The parameter's value in inference: what evaluation and predictions use and what is saved.
   * Before the first step it is the weight, and so it is always unless an optimizer says otherwise,
   * such as one that averages.
   *
   * @param weight the parameter's value in training; its slots are state of it as in {@link
   *     #update}
   * @return a formula of the weight and its slots, of the weight's shape
   */
  default Expr inferenceWeight(Expr weight) {
    return weight;
  }
}
