package {{package}};

import dev.kassei.api.Loss;
import dev.kassei.api.PluginName;
import dev.kassei.api.expr.Expr;

/** √(d² + width²) − width for each difference d: squares near 0, absolute values far away. */
@PluginName("{{name}}")
public record {{class}}(double width) implements Loss {
  public {{class}}() { this(1.0); }

  @Override public Expr apply(Expr prediction, Expr target) {
    Expr d = prediction.minus(target);
    return d.square().plus(width * width).sqrt().minus(width).rowMean();
  }

  @Override public boolean prefersNumbers() { return true; }
}
