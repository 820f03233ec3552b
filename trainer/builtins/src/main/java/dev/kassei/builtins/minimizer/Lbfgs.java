package dev.kassei.builtins.minimizer;

import static dev.kassei.api.value.Requirements.require;
import static dev.kassei.api.value.Requirements.requireFinite;

import dev.kassei.api.Minimizer;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;

/**
 * The limited-memory method of Broyden, Fletcher, Goldfarb and Shanno: each iteration searches
 * along −H·g, where H approximates the inverse of the second derivatives by the last changes of
 * parameters and gradient, for a point that fulfils the strong Wolfe conditions. A step takes up to
 * {@code max_iter} iterations. These are the definitions of PyTorch's LBFGS with {@code
 * line_search_fn="strong_wolfe"}. Training ends where a step finds no way down.
 *
 * @param learningRate the first distance that a search tries, in multiples of the direction
 * @param maxIter the most iterations of a step
 * @param toleranceGrad an absolute value that no element of the gradient exceeds at a minimum
 * @param toleranceChange the smallest change of loss or parameters that is worth another iteration
 * @param historySize how many changes are remembered
 */
@PluginName(value = "lbfgs", title = "L-BFGS")
@Reference(
    "Nocedal, Wright 2006, Numerical optimization, algorithms 7.4 and 7.5 and, for the search, 3.5"
        + " and 3.6")
public record Lbfgs(
    double learningRate, int maxIter, double toleranceGrad, double toleranceChange, int historySize)
    implements Minimizer {
  /** Each pair of a step and a change is as large as two networks. */
  private static final int MOST_PAIRS = 10_000;

  public Lbfgs() {
    this(1, 20, 1e-7, 1e-9, 100);
  }

  public Lbfgs {
    requireFinite("learning_rate", learningRate);
    require(learningRate > 0, "learning_rate must be positive but was %s", learningRate);
    require(maxIter > 0, "max_iter must be positive but was %s", maxIter);
    require(toleranceGrad >= 0, "tolerance_grad must not be negative but was %s", toleranceGrad);
    require(
        toleranceChange >= 0, "tolerance_change must not be negative but was %s", toleranceChange);
    require(
        historySize > 0 && historySize <= MOST_PAIRS,
        "history_size must be from 1 to %s but was %s",
        MOST_PAIRS,
        historySize);
  }

  @Override
  public boolean step(Objective objective) {
    double[] x = new double[objective.size()];
    objective.read(x);
    double[] gradient = new double[x.length];
    double loss = objective.gradient(gradient);
    var history = new CurvatureHistory(objective, historySize);
    int evaluations = 1;
    boolean hasMoved = false;
    boolean continues = true;
    for (int i = 0; i < maxIter && continues && !isMinimum(gradient); i++) {
      double first = history.isEmpty() ? shortened(gradient) : learningRate;
      var line = new Line(objective, x, history.direction(gradient));
      Line.Point start = line.start(loss, gradient);
      if (start.slope() > -toleranceChange) {
        history.remember(new double[x.length], gradient);
        break;
      }
      Line.Point end = new WolfeSearch(line, start, toleranceChange).from(first);
      history.remember(Vectors.times(end.distance(), line.direction()), gradient);
      Vectors.add(x, end.distance(), line.direction());
      evaluations += line.evaluations();
      hasMoved |= end.distance() > 0;
      continues = evaluations < maxEvaluations() && isWorthMore(line, end, loss);
      loss = end.loss();
      gradient = end.gradient();
    }
    objective.write(x);
    return hasMoved;
  }

  private int maxEvaluations() {
    return maxIter * 5 / 4;
  }

  private boolean isMinimum(double[] gradient) {
    return Vectors.absoluteMax(gradient) <= toleranceGrad;
  }

  /** The first direction is the gradient's, whose length says nothing. */
  private double shortened(double[] gradient) {
    return Math.min(1, 1 / Vectors.absoluteSum(gradient)) * learningRate;
  }

  private boolean isWorthMore(Line line, Line.Point end, double lossBefore) {
    double moved = Vectors.absoluteMax(line.direction()) * end.distance();
    return moved > toleranceChange && Math.abs(end.loss() - lossBefore) >= toleranceChange;
  }
}
