package dev.kassei.builtins.model;

import static dev.kassei.api.value.Requirements.require;
import static dev.kassei.api.value.Requirements.requireFinite;

import dev.kassei.api.Initializer;
import dev.kassei.api.Model;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import dev.kassei.api.Required;
import dev.kassei.api.expr.Expr;
import dev.kassei.api.value.Draws;
import dev.kassei.builtins.initializer.Initializers;
import dev.kassei.builtins.initializer.TorchDefault;
import dev.kassei.builtins.layer.Dense;
import java.util.List;

/**
 * A sinusoidal representation network: hidden layers sin(ω·(x·W + b)) and a linear one for the
 * outputs, with the initial weights that its authors derive: uniform on ±1/inputs in the first
 * layer and on ±√(6/inputs)/ω in all others; biases on ±1/√inputs, as their code has them.
 *
 * @param hidden the units of each hidden layer
 * @param firstOmega ω of the first layer, which sets the range of frequencies
 * @param hiddenOmega ω of the other layers
 */
@PluginName(value = "siren", title = "SIREN")
@Reference(
    "Sitzmann, Martel, Bergman, Lindell, Wetzstein 2020, Implicit neural representations with"
        + " periodic activation functions, arXiv:2006.09661")
public record Siren(@Required List<Integer> hidden, double firstOmega, double hiddenOmega)
    implements Model {
  public Siren() {
    this(List.of(64, 64), 30, 30);
  }

  public Siren {
    hidden = List.copyOf(hidden);
    require(!hidden.isEmpty(), "hidden must name the units of at least one layer");
    hidden.forEach(
        units -> require(units > 0, "a hidden layer has at least 1 unit but one has %s", units));
    requireOmega("first_omega", firstOmega);
    requireOmega("hidden_omega", hiddenOmega);
  }

  private static void requireOmega(String name, double omega) {
    requireFinite(name, omega);
    require(omega > 0, "%s must be positive but was %s", name, omega);
  }

  @Override
  public Expr apply(Expr input, int outputs) {
    Expr x = layer(input.flattened(), 0, new First(), firstOmega);
    for (int i = 1; i < hidden.size(); i++) {
      x = layer(x, i, new Later(hiddenOmega), hiddenOmega);
    }
    return x.through("output", dense(outputs, new Later(hiddenOmega)));
  }

  private Expr layer(Expr x, int index, Initializer weights, double omega) {
    String path = "hidden." + index;
    return x.through(path, dense(hidden.get(index), weights))
        .through(path + ".activation", y -> y.times(omega).sin());
  }

  private static Dense dense(int units, Initializer weights) {
    return new Dense(units, new Initializers(weights, new TorchDefault()), true);
  }

  /** Uniform on ±1/inputs. */
  private record First() implements Initializer {
    @Override
    public double value(Fans fans, Draws draws, long index) {
      return symmetric(draws, index, 1.0 / fans.in());
    }
  }

  /** Uniform on ±√(6/inputs)/ω. */
  private record Later(double omega) implements Initializer {
    @Override
    public double value(Fans fans, Draws draws, long index) {
      return symmetric(draws, index, Math.sqrt(6.0 / fans.in()) / omega);
    }
  }

  private static double symmetric(Draws draws, long index, double bound) {
    return bound * (2 * draws.uniform(index) - 1);
  }
}
