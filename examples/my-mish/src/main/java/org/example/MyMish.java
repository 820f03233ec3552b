package org.example;

import static dev.kassei.api.value.Requirements.require;

import dev.kassei.api.Activation;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import dev.kassei.api.expr.Expr;

/**
 * x · tanh(log(1 + exp(beta · x))), which is Mish where beta is 1. At 0 its derivative is 0.6.
 *
 * @param beta how steep the bend is; the larger, the nearer to ReLU
 */
@PluginName(value = "my_mish", title = "My Mish")
@Reference("Misra 2019, Mish: A self regularized non-monotonic activation function")
public record MyMish(double beta) implements Activation {
  public MyMish() {
    this(1.0);
  }

  public MyMish {
    require(beta > 0, "beta must be positive but was %s", beta);
  }

  @Override
  public Expr apply(Expr x) {
    return x.times(x.times(beta).softplus().tanh());
  }
}
