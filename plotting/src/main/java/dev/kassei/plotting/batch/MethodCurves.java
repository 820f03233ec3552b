package dev.kassei.plotting.batch;

import java.util.Comparator;
import java.util.List;

/** The curves of a method, a trial each; at least one. */
public record MethodCurves(String method, List<TrialCurve> trials) {
  public MethodCurves {
    trials = List.copyOf(trials);
  }

  /** What the trials have in common: the median, and the interval that it lies in. */
  Course course(boolean higherIsBetter) {
    double worst = higherIsBetter ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
    double[] epochs =
        trials.stream()
            .max(Comparator.comparingDouble(TrialCurve::lastEpoch))
            .map(TrialCurve::epochs)
            .orElseThrow();
    int outside = Quantiles.outside(trials.size());
    double[][] rows = new double[3][epochs.length];
    for (int i = 0; i < epochs.length; i++) {
      double epoch = epochs[i];
      double[] sorted =
          trials.stream().mapToDouble(trial -> trial.at(epoch, worst)).sorted().toArray();
      rows[0][i] = Quantiles.median(sorted);
      rows[1][i] = sorted[outside];
      rows[2][i] = sorted[sorted.length - 1 - outside];
    }
    return new Course(epochs, rows[0], rows[1], rows[2]);
  }

  /** The median over trials by epoch, and its interval. */
  record Course(double[] epochs, double[] median, double[] low, double[] high) {}
}
