package dev.kassei.activations.sigmoidal;

import dev.kassei.activations.Peers;
import dev.kassei.api.Activation;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import dev.kassei.api.expr.Expr;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * The logistic function, f(x) = 1 / (1 + exp(−x)).
 *
 * <p>It is a primitive that never overflows, where the quotient's exp(−x) does from x = −710 on.
 * The derivative σ(x)·σ(−x) keeps its digits in both tails, where σ(x)·(1 − σ(x)) loses them. There
 * are no kinks.
 *
 * <p>All peers agree.
 */
@PluginName(value = "sigmoid", title = "Sigmoid")
@Reference(
    "David E. Rumelhart, Geoffrey E. Hinton, Ronald J. Williams (1986): Learning representations"
        + " by back-propagating errors. Nature 323, 533–536")
public record Sigmoid() implements Activation {
  @Override
  public Expr apply(Expr x) {
    return x.sigmoid();
  }

  @Override
  public OptionalDouble gain() {
    return OptionalDouble.of(1);
  }

  @Override
  public Map<String, Activation> peers() {
    return Peers.of(new Sigmoid(), "article", "dl4j", "jax", "keras", "onnx", "pytorch")
        .byLibrary();
  }
}
