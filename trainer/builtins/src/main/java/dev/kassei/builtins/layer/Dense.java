package dev.kassei.builtins.layer;

import static dev.kassei.api.value.Requirements.require;

import dev.kassei.api.Activation;
import dev.kassei.api.Layer;
import dev.kassei.api.PluginName;
import dev.kassei.api.Required;
import dev.kassei.api.expr.Expr;
import dev.kassei.api.expr.InitialValues.Fans;
import dev.kassei.api.expr.Shape;
import dev.kassei.builtins.initializer.Initializers;

/**
 * A fully connected layer: x·W + b, rows × inputs to rows × units.
 *
 * @param units the number of outputs
 * @param initializer the first values of W and b
 * @param bias whether b is added
 */
@PluginName(value = "dense", title = "Dense")
public record Dense(@Required int units, Initializers initializer, boolean bias) implements Layer {
  public Dense() {
    this(1, new Initializers(), true);
  }

  public Dense {
    require(units > 0, "units must be at least 1 but was %s", units);
  }

  /** This layer with first weights for an activation that follows. */
  public Dense before(Activation activation) {
    return new Dense(units, initializer.before(activation), bias);
  }

  @Override
  public Expr apply(Expr x) {
    var fans = new Fans(x.width(), units);
    Expr product = x.matmul(x.weights("weight", fans.in(), fans.out(), initializer.weight()));
    return bias
        ? product.plus(x.parameter("bias", Shape.fixed(1, units), initializer.bias(fans)))
        : product;
  }
}
