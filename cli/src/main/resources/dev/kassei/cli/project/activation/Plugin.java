package {{package}};

import dev.kassei.api.Activation;
import dev.kassei.api.PluginName;
import dev.kassei.api.expr.Expr;

/** x · tanh(log(1 + exp(beta · x))). */
@PluginName("{{name}}")
public record {{class}}(double beta) implements Activation {
  public {{class}}() { this(1.0); }

  @Override public Expr apply(Expr x) {
    return x.times(x.times(beta).softplus().tanh());
  }
}
