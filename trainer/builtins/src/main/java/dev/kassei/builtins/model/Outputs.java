package dev.kassei.builtins.model;

import static dev.kassei.api.value.Requirements.require;

import dev.kassei.api.Activation;
import dev.kassei.api.expr.Expr;
import dev.kassei.builtins.initializer.Initializers;
import dev.kassei.builtins.layer.Dense;
import java.util.Optional;

/** The last layer of a network, {@code output}, with an activation or without. */
final class Outputs {
  private Outputs() {}

  static Expr of(Expr x, int outputs, Optional<Activation> activation, Initializers initializer) {
    Initializers last = activation.map(initializer::before).orElse(initializer);
    Expr y = x.through("output", new Dense(outputs, last, true));
    Expr activated = activation.map(each -> y.through("output.activation", each)).orElse(y);
    require(
        activated.width() == outputs,
        "output_activation makes %s columns of %s, but the loss needs %s",
        activated.width(),
        outputs,
        outputs);
    return activated;
  }
}
