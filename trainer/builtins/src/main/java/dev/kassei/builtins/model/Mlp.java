package dev.kassei.builtins.model;

import static dev.kassei.api.value.Requirements.require;

import dev.kassei.api.Activation;
import dev.kassei.api.Model;
import dev.kassei.api.PluginName;
import dev.kassei.api.expr.Expr;
import dev.kassei.builtins.initializer.Initializers;
import dev.kassei.builtins.layer.Dense;
import java.util.List;
import java.util.Optional;

/**
 * A multilayer perceptron: dense layers, each hidden one followed by an activation. Without hidden
 * layers it is a perceptron.
 *
 * @param hidden the units of each hidden layer
 * @param activation one activation for all hidden layers, or one for each; none without hidden
 *     layers
 * @param outputActivation the activation after the last layer
 * @param initializer the first values of weights and biases
 */
@PluginName(value = "mlp", title = "Multilayer perceptron")
public record Mlp(
    List<Integer> hidden,
    List<Activation> activation,
    Optional<Activation> outputActivation,
    Initializers initializer)
    implements Model {
  public Mlp() {
    this(List.of(), List.of(), Optional.empty(), new Initializers());
  }

  public Mlp {
    hidden = List.copyOf(hidden);
    activation = List.copyOf(activation);
    hidden.forEach(
        units -> require(units > 0, "a hidden layer has at least 1 unit but one has %s", units));
    requireActivations(hidden.size(), activation.size());
  }

  @Override
  public Expr apply(Expr input, int outputs) {
    Expr x = input;
    for (int i = 0; i < hidden.size(); i++) {
      Activation next = activation.get(activation.size() == 1 ? 0 : i);
      Dense layer = new Dense(hidden.get(i), initializer.before(next), true);
      x = x.through("hidden." + i, layer).through("hidden." + i + ".activation", next);
    }
    return output(x, outputs);
  }

  private Expr output(Expr x, int outputs) {
    Initializers last = outputActivation.map(initializer::before).orElse(initializer);
    Expr y = x.through("output", new Dense(outputs, last, true));
    Expr activated = outputActivation.map(each -> y.through("output.activation", each)).orElse(y);
    require(
        activated.width() == outputs,
        "output_activation makes %s columns of %s, but the loss needs %s",
        activated.width(),
        outputs,
        outputs);
    return activated;
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
