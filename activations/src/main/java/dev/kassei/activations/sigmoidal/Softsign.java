package dev.kassei.activations.sigmoidal;

import dev.kassei.activations.Peers;
import dev.kassei.api.Activation;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import dev.kassei.api.expr.Expr;
import java.util.Map;

/**
 * An algebraic sigmoid, f(x) = x / (1 + |x|).
 *
 * <p>Beyond ±1 it is computed as ±(1 − 1 / (1 + |x|)), whose derivative 1 / (1 + |x|)² keeps its
 * digits where that of the quotient cancels. There are no kinks: the derivative at 0 is 1.
 *
 * <p>All peers agree.
 */
@PluginName(value = "softsign", title = "Softsign")
@Reference(
    "Joseph Turian, James Bergstra, Yoshua Bengio (2009): Quadratic Features and Deep Architectures for Chunking. NAACL HLT")
public record Softsign() implements Activation {
  @Override
  public Expr apply(Expr x) {
    Expr size = x.abs();
    Expr divisor = size.plus(1);
    Expr beyond = x.sign().times(Expr.constant(1).minus(Expr.constant(1).over(divisor)));
    return Expr.where(size.greaterThan(1), beyond, x.over(divisor));
  }

  @Override
  public Map<String, Activation> peers() {
    return Peers.of(new Softsign(), "dl4j", "jax", "keras", "onnx", "pytorch").byLibrary();
  }
}
