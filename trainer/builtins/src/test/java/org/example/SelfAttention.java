package org.example;

import dev.kassei.api.Layer;
import dev.kassei.api.PluginName;
import dev.kassei.api.expr.Expr;

/** Attention of each time of a sequence to all: softmax(q · kᵀ / √units) · v. */
@PluginName("self_attention")
public record SelfAttention(int units) implements Layer {
  public SelfAttention() {
    this(8);
  }

  @Override
  public Expr apply(Expr x) {
    Expr query = projected(x, "query").over(Math.sqrt(units));
    Expr scores = query.innerMatmulTransposed(projected(x, "key"));
    return scores.softmax().innerMatmul(projected(x, "value"));
  }

  private Expr projected(Expr x, String name) {
    return x.matmul(x.weights(name, x.width(), units, (fans, draws, i) -> 0.5 * draws.normal(i)));
  }
}
