package {{package}};

import static dev.kassei.api.value.Requirements.require;

import dev.kassei.api.Layer;
import dev.kassei.api.PluginName;
import dev.kassei.api.expr.Expr;

/** x + tanh(x · A) · B, with matrices A and B that learn. */
@PluginName("{{name}}")
public record {{class}}(int units) implements Layer {
  public {{class}}() { this(4); }

  public {{class}} { require(units > 0, "units must be positive but was %s", units); }

  @Override public Expr apply(Expr x) {
    Expr a = x.weights("a", x.width(), units, (fans, draws, i) -> 0.5 * draws.normal(i));
    Expr b = x.weights("b", units, x.width(), (fans, draws, i) -> 0);
    return x.plus(x.matmul(a).tanh().matmul(b));
  }
}
