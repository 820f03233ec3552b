package dev.kassei.plotting.batch;

import static dev.kassei.api.value.Requirements.require;

import java.util.Arrays;

/**
 * The values of a metric in one trial.
 *
 * @param epochs ascending; not modified
 * @param values as many; not modified
 * @param failed whether the trial ended by diverging: what follows is as bad as can be. Else it
 *     stays as it was at the end
 */
public record TrialCurve(double[] epochs, double[] values, boolean failed) {
  public TrialCurve {
    require(
        epochs.length == values.length && epochs.length > 0,
        "expected as many values as epochs, at least one, but got %s and %s",
        values.length,
        epochs.length);
  }

  double lastEpoch() {
    return epochs[epochs.length - 1];
  }

  /**
   * The value at an epoch, between two by interpolation.
   *
   * @param worst what stands for values that are not numbers
   */
  double at(double epoch, double worst) {
    if (epoch > lastEpoch()) {
      return failed ? worst : worstIfNan(values[values.length - 1], worst);
    }
    int place = Arrays.binarySearch(epochs, epoch);
    int next = place >= 0 ? place : -place - 1;
    if (place >= 0 || next == 0) {
      return worstIfNan(values[next], worst);
    }
    double share = (epoch - epochs[next - 1]) / (epochs[next] - epochs[next - 1]);
    return worstIfNan(values[next - 1] + share * (values[next] - values[next - 1]), worst);
  }

  private static double worstIfNan(double value, double worst) {
    return Double.isNaN(value) ? worst : value;
  }
}
