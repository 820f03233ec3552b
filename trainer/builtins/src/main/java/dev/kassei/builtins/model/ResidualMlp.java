package dev.kassei.builtins.model;

import static dev.kassei.api.value.Requirements.require;

import dev.kassei.api.Activation;
import dev.kassei.api.Layer;
import dev.kassei.api.Model;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import dev.kassei.api.Required;
import dev.kassei.api.expr.Expr;
import dev.kassei.builtins.initializer.Initializers;
import dev.kassei.builtins.layer.Dense;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A multilayer perceptron with skips: a dense layer, then blocks x + dense(dropout(activation(
 * dense(norm(x))))), then norm, activation and a dense layer for the outputs.
 *
 * @param units the numbers of each row that go from block to block
 * @param blocks how many blocks there are
 * @param hidden the units inside a block; without it as many as go from block to block
 * @param activation the activation inside each block and before the outputs
 * @param norm a normalization layer at the beginning of each block and before the last activation
 * @param dropout the probability with which a value behind an activation is dropped
 * @param alphaDropout the same for alpha dropout, which suits SELU
 * @param outputActivation the activation after the last layer
 * @param initializer the first values of weights and biases
 */
@PluginName(value = "residual_mlp", title = "Residual multilayer perceptron")
@Reference(
    "Gorishniy, Rubachev, Khrulkov, Babenko 2021, Revisiting deep learning models for tabular data,"
        + " arXiv:2106.11959")
public record ResidualMlp(
    @Required int units,
    int blocks,
    OptionalInt hidden,
    @Required Activation activation,
    Optional<Layer> norm,
    double dropout,
    double alphaDropout,
    Optional<Activation> outputActivation,
    Initializers initializer)
    implements Model {
  /** More are a slip of the keyboard: a network of as many blocks takes minutes to plan. */
  private static final int MOST = 10_000;

  public ResidualMlp() {
    this(
        16,
        2,
        OptionalInt.empty(),
        new Rectifier(),
        Optional.empty(),
        0,
        0,
        Optional.empty(),
        new Initializers());
  }

  public ResidualMlp {
    require(units > 0, "units must be at least 1 but was %s", units);
    require(blocks > 0 && blocks <= MOST, "blocks must be from 1 to %s but was %s", MOST, blocks);
    require(
        hidden.isEmpty() || hidden.getAsInt() > 0,
        "hidden must be at least 1 but was %s",
        hidden.orElse(1));
    Hidden.of(norm, dropout, alphaDropout);
  }

  @Override
  public Expr apply(Expr input, int outputs) {
    Hidden around = Hidden.of(norm, dropout, alphaDropout);
    Expr x = input.flattened().through("input", dense(units));
    for (int i = 0; i < blocks; i++) {
      x = x.through("blocks." + i, y -> y.plus(branch(y, around)));
    }
    Expr last = around.normalized(x, "output").through("output.hidden_activation", activation);
    return Outputs.of(last, outputs, outputActivation, initializer);
  }

  private Expr branch(Expr x, Hidden around) {
    Dense first = dense(hidden.orElse(units)).before(activation);
    Expr y = around.normalized(x, "hidden").through("hidden", first);
    Expr activated = y.through("hidden.activation", activation);
    return around.dropped(activated, "hidden").through("output", dense(units));
  }

  private Dense dense(int size) {
    return new Dense(size, initializer, true);
  }
}
