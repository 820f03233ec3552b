package dev.kassei.activations.sigmoidal;

import dev.kassei.activations.Peers;
import dev.kassei.api.Activation;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import dev.kassei.api.expr.Expr;
import java.util.Map;

/**
 * The identity cut to the range of the sigmoid, f(x) = clip(x, 0, 1).
 *
 * <p>At the kinks, 0 and 1, the derivative is 0.
 *
 * <p>The name and the definition are the article's; other libraries have no such function.
 */
@PluginName(value = "sigmoid_linear", title = "Sigmoid-Linear")
@Reference("The identity, clipped to [0, 1]; no paper defines it.")
public record SigmoidLinear() implements Activation {
  @Override
  public Expr apply(Expr x) {
    return x.clip(0, 1);
  }

  @Override
  public Map<String, Activation> peers() {
    return Peers.of(new SigmoidLinear(), "article").byLibrary();
  }
}
