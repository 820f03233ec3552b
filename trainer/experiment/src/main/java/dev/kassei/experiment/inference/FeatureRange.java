package dev.kassei.experiment.inference;

import dev.kassei.api.Precision;
import dev.kassei.experiment.data.FiniteNumbers;
import dev.kassei.results.record.Preparation;
import java.util.Optional;

/** The numbers of features that a network can compute with, as it sees them. */
public final class FeatureRange {
  private final Optional<double[]> means;
  private final Optional<double[]> deviations;
  private final Precision precision;

  private FeatureRange(Preparation preparation, Precision precision) {
    this.means = preparation.means();
    this.deviations = preparation.deviations();
    this.precision = precision;
  }

  /** The range of a model that was trained on rows of a preparation. */
  public static FeatureRange of(Preparation preparation, Precision precision) {
    return new FeatureRange(preparation, precision);
  }

  /** Whether a number, before it is scaled, is within it. */
  public boolean holds(double number, int feature) {
    double seen =
        means.isPresent()
            ? (number - means.get()[feature]) / deviations.orElseThrow()[feature]
            : number;
    return FiniteNumbers.fits(seen, precision);
  }
}
