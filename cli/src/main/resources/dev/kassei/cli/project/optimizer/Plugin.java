package {{package}};

import dev.kassei.api.Optimizer;
import dev.kassei.api.OptimizerStep;
import dev.kassei.api.PluginName;
import dev.kassei.api.expr.Expr;

/** w − rate · sign(g). */
@PluginName("{{name}}")
public record {{class}}(double learningRate) implements Optimizer {
  public {{class}}() { this(0.01); }
  @Override public Expr update(Expr weight, Expr gradient, OptimizerStep step) {
    return weight.minus(gradient.sign().times(step.rate()));
  }
}
