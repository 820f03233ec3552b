package dev.kassei.builtins.minimizer;

import static dev.kassei.api.value.Requirements.require;
import static dev.kassei.api.value.Requirements.requireFinite;

import dev.kassei.api.Minimizer;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import java.util.OptionalInt;

/**
 * Evolution strategy with covariance matrix adaptation: each step is a generation of points m + σ·y
 * with y normal of covariance C. The parameters are the mean m, which moves towards the better
 * points; σ follows the length of its path, C the path and the points, the worse with negative
 * weights. No gradient is looked at. Formulas, constants and names are those of the tutorial.
 *
 * @param sigma the first σ, about a third of the distance to where a minimum may be
 * @param populationSize the points of a generation; without it 4 + ⌊3·ln n⌋ for n parameters
 * @param covariance which entries of C are adapted
 */
@PluginName(value = "cma_es", title = "CMA-ES")
@Reference("Hansen 2016, The CMA evolution strategy: a tutorial, arXiv:1604.00772")
public record CmaEs(double sigma, OptionalInt populationSize, Covariance covariance)
    implements Minimizer {
  private static final int MAX_FULL = 1000;

  /** All points of a generation are in memory. */
  private static final int MOST_POINTS = 100_000;

  /** Which entries of the covariance matrix are adapted. */
  public enum Covariance {
    /** All n², for up to a few hundred parameters. */
    FULL,
    /** The diagonal, by larger learning rates (Ros, Hansen 2008); for many parameters. */
    DIAGONAL
  }

  public CmaEs() {
    this(0.5, OptionalInt.empty(), Covariance.FULL);
  }

  public CmaEs {
    requireFinite("sigma", sigma);
    require(sigma > 0, "sigma must be positive but was %s", sigma);
    require(
        populationSize.orElse(4) >= 4 && populationSize.orElse(4) <= MOST_POINTS,
        "population_size must be from 4 to %s but was %s",
        MOST_POINTS,
        populationSize.orElse(4));
  }

  @Override
  public boolean step(Objective objective) {
    int n = objective.size();
    require(
        covariance == Covariance.DIAGONAL || n <= MAX_FULL,
        "cma_es adapts a full covariance matrix of at most %s parameters, but there are %s; write"
            + " covariance: diagonal",
        MAX_FULL,
        n);
    int lambda = populationSize.orElse(4 + (int) (3 * StrictMath.log(n)));
    var constants = CmaConstants.of(n, lambda, covariance == Covariance.DIAGONAL);
    Shape shape =
        covariance == Covariance.DIAGONAL
            ? new DiagonalShape(objective)
            : new FullShape(objective, constants);
    new CmaGeneration(objective, constants, shape, sigma).run();
    return true;
  }

  /** The covariance matrix C of a distribution. */
  interface Shape {
    /** C^½·z. */
    double[] shaped(double[] z);

    /** C^−½·y. */
    double[] whitened(double[] y);

    /** C ← decay · C + Σ weights · points · pointsᵀ. */
    void adapt(double decay, double[] weights, double[][] points);
  }
}
