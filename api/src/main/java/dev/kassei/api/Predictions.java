package dev.kassei.api;

import java.util.OptionalInt;
import org.apiguardian.api.API;

/** Predictions beside their targets. The arrays must not be modified. */
@API(status = API.Status.STABLE, since = "0.1")
public final class Predictions {
  /** Two probabilities closer than this cannot be told apart: which is larger is rounding noise. */
  public static final double UNDECIDED = 1e-6;

  private final Target target;
  private final int outputs;
  private final double[] values;
  private final double[] targets;

  /**
   * Predictions of rows.
   *
   * @param target what was to be learned
   * @param outputs the number of predicted columns
   * @param values rows × outputs, row by row; not copied
   * @param targets rows × target columns, row by row; not copied
   */
  public Predictions(Target target, int outputs, double[] values, double[] targets) {
    this.target = target;
    this.outputs = outputs;
    this.values = values;
    this.targets = targets;
  }

  /** What was to be learned. */
  public Target target() {
    return target;
  }

  /** The number of predicted columns. */
  public int outputs() {
    return outputs;
  }

  /** Rows × outputs, row by row: responses, that is probabilities for classes. */
  public double[] values() {
    return values;
  }

  /** Rows × target columns, row by row. */
  public double[] targets() {
    return targets;
  }

  /** The number of rows. */
  public int rows() {
    return values.length / outputs;
  }

  /**
   * The class that row {@code row} is predicted to be; empty where the best two are within {@link
   * #UNDECIDED} of each other or a value is not a number. One output is the probability of class 1.
   */
  public OptionalInt predictedClass(int row) {
    return isNumber(row) ? preferredClass(row) : OptionalInt.empty();
  }

  /**
   * Whether row {@code row} is a tie: all values are numbers, and the best two are within {@link
   * #UNDECIDED} of each other.
   */
  public boolean isTied(int row) {
    return isNumber(row) && preferredClass(row).isEmpty();
  }

  private boolean isNumber(int row) {
    for (int k = 0; k < outputs; k++) {
      if (Double.isNaN(values[row * outputs + k])) {
        return false;
      }
    }
    return true;
  }

  private OptionalInt preferredClass(int row) {
    if (outputs == 1) {
      double margin = values[row] - 0.5;
      return Math.abs(margin) > UNDECIDED
          ? OptionalInt.of(margin > 0 ? 1 : 0)
          : OptionalInt.empty();
    }
    int best = 0;
    double second = Double.NEGATIVE_INFINITY;
    for (int k = 1; k < outputs; k++) {
      double value = values[row * outputs + k];
      double lead = values[row * outputs + best];
      second = Math.max(second, Math.min(value, lead));
      best = value > lead ? k : best;
    }
    double margin = values[row * outputs + best] - second;
    return margin > UNDECIDED ? OptionalInt.of(best) : OptionalInt.empty();
  }

  /** Such as {@code 30 rows of 3 outputs}. */
  @Override
  public String toString() {
    return rows() + " rows of " + outputs + " outputs";
  }
}
