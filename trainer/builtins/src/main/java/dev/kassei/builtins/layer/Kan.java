package dev.kassei.builtins.layer;

import static dev.kassei.api.value.Requirements.require;
import static dev.kassei.api.value.Requirements.requireFinite;

import dev.kassei.api.Initializer;
import dev.kassei.api.Layer;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import dev.kassei.api.Required;
import dev.kassei.api.expr.Expr;
import dev.kassei.builtins.initializer.GlorotNormal;
import dev.kassei.builtins.initializer.Normal;
import java.util.List;

/**
 * A Kolmogorov–Arnold layer: each output is a sum of trainable functions of the inputs, silu(x)·W_b
 * + B(x)·W_s, with the cubic B-splines B over a uniform grid, which the authors' form has too. The
 * factors that their code keeps beside the coefficients of the splines are part of these.
 *
 * <p>Outside the grid the splines are 0 from three intervals on; there silu(x)·W_b is left.
 *
 * @param units the number of outputs
 * @param gridSize the intervals of the grid
 * @param gridRange where the grid begins and ends
 * @param initializer the first values of W_b
 * @param splineInitializer the first values of W_s
 */
@PluginName(value = "kan", title = "Kolmogorov–Arnold layer")
@Reference(
    "Liu, Wang, Vaidya, Ruehle, Halverson, Soljačić, Hou, Tegmark 2024, KAN: Kolmogorov–Arnold"
        + " networks, arXiv:2404.19756")
public record Kan(
    @Required int units,
    int gridSize,
    List<Double> gridRange,
    Initializer initializer,
    Initializer splineInitializer)
    implements Layer {
  private static final int ORDER = 3;

  public Kan() {
    this(1, 5, List.of(-1.0, 1.0), new GlorotNormal(), new Normal(0, 0.1));
  }

  public Kan {
    gridRange = List.copyOf(gridRange);
    require(units > 0, "units must be at least 1 but was %s", units);
    require(gridSize > 0, "grid_size must be at least 1 but was %s", gridSize);
    requireRange(gridRange);
  }

  static void requireRange(List<Double> range) {
    require(
        range.size() == 2 && range.get(0) < range.get(1),
        "grid_range must be two numbers, the smaller first, such as [-1, 1], but was %s",
        range);
    range.forEach(end -> requireFinite("an end of grid_range", end));
  }

  @Override
  public Expr apply(Expr x) {
    int splines = Math.addExact(gridSize, ORDER);
    Expr bases = splines(x, splines);
    Expr base = x.weights("base_weight", x.width(), units, initializer);
    Expr spline =
        x.weights(
            "spline_weight", Math.multiplyExact(x.width(), splines), units, splineInitializer);
    return Bases.silu(x).matmul(base).plus(bases.matmul(spline));
  }

  /** Those that are not 0 everywhere on the grid; the middle of the first is an interval below. */
  private Expr splines(Expr x, int count) {
    double spacing = (gridRange.get(1) - gridRange.get(0)) / gridSize;
    return Bases.of(x, gridRange.get(0) - spacing, spacing, count, Kan::cubic);
  }

  /** The cubic B-spline with its middle at 0: (2 − |v|)₊³ / 6 − 4·(1 − |v|)₊³ / 6. */
  private static Expr cubic(Expr v) {
    Expr outer = cube(Expr.constant(2).minus(v.abs()).max(0));
    Expr inner = cube(Expr.constant(1).minus(v.abs()).max(0));
    return outer.minus(inner.times(4)).over(6);
  }

  private static Expr cube(Expr x) {
    return x.power(3);
  }
}
