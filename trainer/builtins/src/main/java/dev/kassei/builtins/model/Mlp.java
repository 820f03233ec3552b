package dev.kassei.builtins.model;

import static dev.kassei.api.value.Requirements.require;

import dev.kassei.api.Activation;
import dev.kassei.api.Layer;
import dev.kassei.api.Model;
import dev.kassei.api.PluginName;
import dev.kassei.api.expr.Expr;
import dev.kassei.builtins.initializer.Initializers;
import dev.kassei.builtins.layer.Dense;
import java.util.List;
import java.util.Optional;

/**
 * A multilayer perceptron: dense layers, each hidden one followed by an activation, with a
 * normalization before it and dropout behind it where they are asked for. Without hidden layers it
 * is a perceptron.
 *
 * @param hidden the units of each hidden layer
 * @param activation one activation for all hidden layers, or one for each; none without hidden
 *     layers
 * @param outputActivation the activation after the last layer
 * @param initializer the first values of weights and biases
 * @param norm a normalization layer between each hidden layer and its activation
 * @param dropout the probability with which a value behind a hidden activation is dropped
 * @param alphaDropout the same for alpha dropout, which suits SELU
 */
@PluginName(value = "mlp", title = "Multilayer perceptron")
public record Mlp(
    List<Integer> hidden,
    List<Activation> activation,
    Optional<Activation> outputActivation,
    Initializers initializer,
    Optional<Layer> norm,
    double dropout,
    double alphaDropout)
    implements Model {
  public Mlp() {
    this(List.of(), List.of(), Optional.empty(), new Initializers());
  }

  /** A perceptron without normalization and dropout. */
  public Mlp(
      List<Integer> hidden,
      List<Activation> activation,
      Optional<Activation> outputActivation,
      Initializers initializer) {
    this(hidden, activation, outputActivation, initializer, Optional.empty(), 0, 0);
  }

  public Mlp {
    hidden = List.copyOf(hidden);
    activation = List.copyOf(activation);
    hidden.forEach(
        units -> require(units > 0, "a hidden layer has at least 1 unit but one has %s", units));
    requireActivations(hidden.size(), activation.size());
    Hidden.of(norm, dropout, alphaDropout);
  }

  @Override
  public Expr apply(Expr input, int outputs) {
    Hidden around = Hidden.of(norm, dropout, alphaDropout);
    Expr x = input.flattened();
    for (int i = 0; i < hidden.size(); i++) {
      Activation next = activation.get(activation.size() == 1 ? 0 : i);
      String path = "hidden." + i;
      Dense layer = new Dense(hidden.get(i), initializer.before(next), true);
      x = around.activated(x.through(path, layer), path, next);
    }
    return Outputs.of(x, outputs, outputActivation, initializer);
  }

  private static void requireActivations(int layers, int activations) {
    require(
        layers > 0 || activations == 0,
        "activation stands after hidden layers, but hidden is empty;"
            + " give hidden, such as [16], or choose output_activation");
    require(
        layers == 0 || activations > 0,
        "activation is missing: the hidden layers need one, such as activation: relu,"
            + " or a list of %s",
        layers);
    require(
        activations <= 1 || activations == layers,
        "activation must be a single one or a list with one for each hidden layer, %s, but has %s",
        layers,
        activations);
  }
}
