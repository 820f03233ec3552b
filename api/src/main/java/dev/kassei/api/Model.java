package dev.kassei.api;

import dev.kassei.api.expr.Expr;
import org.apiguardian.api.API;

/** A network: a function from features to predictions. */
@API(status = API.Status.STABLE, since = "0.1")
@FunctionalInterface
public interface Model {
  /**
   * The network's formula.
   *
   * @param input the features, batch × features
   * @param outputs the number of columns to predict, at least 1
   * @return predictions, batch × outputs
   * @throws IllegalArgumentException if the network cannot be built for these widths
   */
  Expr apply(Expr input, int outputs);
}
