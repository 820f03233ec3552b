package dev.kassei.builtins.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kassei.api.Metric;
import dev.kassei.api.Predictions;
import dev.kassei.api.Target;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class MetricTest {
  private static final Target YES_NO = new Target(List.of("y"), List.of("no", "yes"));
  private static final Target THREE = new Target(List.of("y"), List.of("a", "b", "c"));
  private static final Target NUMBER = new Target(List.of("y"), List.of());
  private static final Target NUMBERS = new Target(List.of("y", "z"), List.of());

  @Test
  void accuracyIsTheShareOfRightClasses() {
    assertThat(accuracy(YES_NO, 1, values(0.1, 0.9, 0.8, 0.3), 0, 1, 0, 1)).isEqualTo(0.5);
    assertThat(accuracy(THREE, 3, values(0.2, 0.5, 0.3, 0.7, 0.2, 0.1), 1, 2)).isEqualTo(0.5);
  }

  @Test
  void aTieCountsAsAGuess() {
    assertThat(accuracy(YES_NO, 1, values(0.5, 0.9), 0, 1)).isEqualTo(0.75);
    assertThat(accuracy(THREE, 3, values(0.4, 0.4, 0.2, 0, 0, 1), 0, 2)).isEqualTo(2 / 3.0);
    assertThat(accuracy(YES_NO, 1, values(Double.NaN, 0.9), 0, 1))
        .as("what is no number is no tie")
        .isEqualTo(0.5);
    assertThat(new Accuracy().undecided(4)).isEqualTo(0.25);
  }

  @Test
  void accuracyOfUndecidedRowsAloneIsNotDefined() {
    assertThat(accuracy(YES_NO, 1, values(0.5, 0.5 + 1e-9, Double.NaN), 0, 1, 1)).isNaN();
  }

  @Test
  void accuracyIsForClassesAndTheOthersForNumbers() {
    assertThat(new Accuracy().suits(YES_NO)).isTrue();
    assertThat(new Accuracy().suits(NUMBER)).isFalse();
    assertThat(new MeanAbsoluteError().suits(YES_NO)).isFalse();
    assertThat(new MeanAbsoluteError().suits(NUMBER)).isTrue();
    assertThat(new RSquared().suits(YES_NO)).isFalse();
    assertThat(new RSquared().suits(NUMBER)).isTrue();
  }

  @Test
  void meanAbsoluteErrorIsOverRowsAndColumns() {
    var predictions = new Predictions(NUMBERS, 2, values(1, 2, 3, 4), values(2, 2, 0, 0));
    assertThat(new MeanAbsoluteError().value(predictions)).isEqualTo(2);
  }

  @Test
  void rSquaredComparesWithTheMean() {
    double[] targets = {3, -0.5, 2, 7};
    assertThat(rSquared(NUMBER, values(2.5, 0.0, 2, 8), targets))
        .as("scikit-learn's r2_score")
        .isCloseTo(0.9486081370449679, within(1e-15));
    assertThat(rSquared(NUMBER, targets, targets)).isEqualTo(1);
    assertThat(rSquared(NUMBER, values(2.875, 2.875, 2.875, 2.875), targets)).isEqualTo(0);
    assertThat(rSquared(NUMBER, values(1, 2), values(4, 4))).isNaN();
  }

  @Test
  void rSquaredOfSeveralColumnsIsTheirMean() {
    assertThat(rSquared(NUMBERS, values(1, 5, 3, 5), values(1, 4, 3, 6))).isEqualTo(0.5);
  }

  @Test
  void allMetricsAreServices() {
    assertThat(ServiceLoader.load(Metric.class))
        .contains(new Accuracy(), new MeanAbsoluteError(), new RSquared());
  }

  private static double accuracy(Target target, int outputs, double[] values, double... targets) {
    return new Accuracy().value(new Predictions(target, outputs, values, targets));
  }

  private static double rSquared(Target target, double[] values, double[] targets) {
    return new RSquared().value(new Predictions(target, target.columns(), values, targets));
  }

  private static double[] values(double... values) {
    return values;
  }
}
