package dev.kassei.activations.elementary;

import dev.kassei.activations.Peers;
import dev.kassei.api.Activation;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import dev.kassei.api.expr.Expr;
import java.util.Map;

/**
 * The third power, f(x) = x³.
 *
 * <p>There are no kinks. It overflows from |x| = 10¹⁰³ on, in float32 from 7·10¹² on.
 *
 * <p>DL4J defines it so.
 */
@PluginName(value = "cube", title = "Cube")
@Reference(
    "Danqi Chen, Christopher D. Manning (2014): A Fast and Accurate Dependency Parser using Neural Networks. EMNLP, 740–750")
public record Cube() implements Activation {
  @Override
  public Expr apply(Expr x) {
    return x.power(3);
  }

  @Override
  public Map<String, Activation> peers() {
    return Peers.of(new Cube(), "dl4j").byLibrary();
  }
}
