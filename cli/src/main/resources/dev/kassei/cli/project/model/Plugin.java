package {{package}};

import static dev.kassei.api.value.Requirements.require;

import dev.kassei.api.Model;
import dev.kassei.api.PluginName;
import dev.kassei.api.expr.Expr;
import dev.kassei.api.expr.Shape;

/** A straight line, and beside it a hidden layer of tanh. */
@PluginName("{{name}}")
public record {{class}}(int units) implements Model {
  public {{class}}() { this(8); }

  public {{class}} { require(units > 0, "units must be positive but was %s", units); }

  @Override public Expr apply(Expr input, int outputs) {
    Expr hidden = linear(input, "hidden", units).tanh();
    return linear(input, "line", outputs).plus(linear(hidden, "output", outputs));
  }

  private static Expr linear(Expr x, String name, int units) {
    Expr bias = x.parameter(name + ".bias", Shape.fixed(1, units), (fans, draws, i) -> 0);
    return x.matmul(
            x.weights(
                name + ".weight",
                x.width(),
                units,
                (fans, draws, i) -> draws.normal(i) / Math.sqrt(fans.in())))
        .plus(bias);
  }
}
