package dev.kassei.builtins.layer;

import static dev.kassei.api.value.Requirements.require;

import dev.kassei.api.Activation;
import dev.kassei.api.Layer;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import dev.kassei.api.Required;
import dev.kassei.api.expr.Expr;
import dev.kassei.api.expr.InitialValues.Fans;
import dev.kassei.api.expr.Shape;
import dev.kassei.builtins.initializer.Initializers;
import java.util.Optional;

/**
 * A fully connected layer: x·W + b, rows × inputs to rows × units.
 *
 * @param units the number of outputs
 * @param initializer the first values of W and b
 * @param bias whether b is added
 * @param activation what is applied to the outputs
 * @param weightPenalty what large W add to the loss in training
 * @param biasPenalty what large b add to the loss in training
 */
@PluginName(value = "dense", title = "Dense")
@Reference("Rosenblatt 1958, The perceptron, doi:10.1037/h0042519")
public record Dense(
    @Required int units,
    Initializers initializer,
    boolean bias,
    Optional<Activation> activation,
    Penalty weightPenalty,
    Penalty biasPenalty)
    implements Layer {
  public Dense() {
    this(1, new Initializers(), true);
  }

  /** A layer without an activation and penalties. */
  public Dense(int units, Initializers initializer, boolean bias) {
    this(units, initializer, bias, Optional.empty(), new Penalty(), new Penalty());
  }

  public Dense {
    require(units > 0, "units must be at least 1 but was %s", units);
  }

  @Override
  public Dense before(Activation next) {
    return activation.isPresent() ? this : with(initializer.before(next));
  }

  private Dense with(Initializers other) {
    return new Dense(units, other, bias, activation, weightPenalty, biasPenalty);
  }

  @Override
  public Expr apply(Expr x) {
    Positioned.requireNone(x);
    Initializers first = activation.map(initializer::before).orElse(initializer);
    var fans = new Fans(x.width(), units);
    Expr weight = x.weights("weight", fans.in(), fans.out(), first.weight());
    Expr y = weightPenalty.of(weight, x.matmul(weight));
    if (bias) {
      Expr offset = x.parameter("bias", Shape.fixed(1, units), first.bias(fans));
      y = biasPenalty.of(offset, y.plus(offset));
    }
    return Activated.of(y, activation);
  }
}
