package dev.kassei.builtins.layer;

import static dev.kassei.api.value.Requirements.require;

import dev.kassei.api.Initializer;
import dev.kassei.api.Layer;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import dev.kassei.api.Required;
import dev.kassei.api.expr.Expr;
import dev.kassei.builtins.initializer.Initializers;
import dev.kassei.builtins.initializer.Normal;
import dev.kassei.builtins.initializer.TorchDefault;
import dev.kassei.builtins.initializer.Zeros;
import java.util.List;

/**
 * A Kolmogorov–Arnold layer with Gaussian bases in place of splines: silu(x)·W_b + b + G(z)·W_s,
 * where z is x after layer normalization and G has exp(−((z − g) / h)²) for each of evenly spaced
 * centres g, h apart.
 *
 * @param units the number of outputs
 * @param centers the number of centres
 * @param gridRange the first and the last centre
 * @param initializer the first values of W_b and b
 * @param splineInitializer the first values of W_s
 */
@PluginName(value = "fast_kan", title = "FastKAN layer")
@Reference(
    "Li 2024, Kolmogorov–Arnold networks are radial basis function networks, arXiv:2405.06721")
public record FastKan(
    @Required int units,
    int centers,
    List<Double> gridRange,
    Initializers initializer,
    Initializer splineInitializer)
    implements Layer {
  public FastKan() {
    this(1, 8, List.of(-2.0, 2.0), Initializers.of(new TorchDefault()), new Normal(0, 0.1));
  }

  public FastKan {
    gridRange = List.copyOf(gridRange);
    require(units > 0, "units must be at least 1 but was %s", units);
    require(centers > 1, "centers must be at least 2 but was %s", centers);
    Kan.requireRange(gridRange);
  }

  @Override
  public Expr apply(Expr x) {
    double first = gridRange.get(0);
    double spacing = (gridRange.get(1) - first) / (centers - 1);
    Expr z = x.through("layernorm", new LayerNorm());
    Expr bases = Bases.of(z, first, spacing, centers, v -> v.square().negate().exp());
    var linear = new Dense(units, new Initializers(splineInitializer, new Zeros()), false);
    Expr base = Bases.silu(x).through("base_linear", new Dense(units, initializer, true));
    return base.plus(bases.through("spline_linear", linear));
  }
}
