package dev.kassei.builtins.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.kassei.api.Metric;
import dev.kassei.api.Predictions;
import dev.kassei.api.Target;
import java.util.List;
import java.util.Optional;
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
        .contains(
            new Accuracy(),
            new MeanAbsoluteError(),
            new RSquared(),
            new BalancedAccuracy(),
            new Precision(),
            new Recall(),
            new F1(),
            new MatthewsCorrelation(),
            new RocAuc(),
            new PrAuc(),
            new LogLoss(),
            new TopK(),
            new RootMeanSquaredError(),
            new CalibrationError());
  }

  @Test
  void whatIsMeasuredUnaskedStaysTheSame() {
    assertThat(
            ServiceLoader.load(Metric.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(Metric::isDefault))
        .containsExactlyInAnyOrder(new Accuracy(), new MeanAbsoluteError(), new RSquared());
  }

  @Test
  void aTieCountsAsAGuessInEveryScoreOfClasses() {
    Predictions oneTie = new Predictions(YES_NO, 1, values(0.5, 0.9, 0.1), values(0, 1, 0));
    assertThat(new BalancedAccuracy().value(oneTie)).isEqualTo(0.875);
    assertThat(new Recall().value(oneTie)).isEqualTo(0.875);
    assertThat(new Precision(Average.MACRO, Optional.of("yes")).value(oneTie))
        .isCloseTo(1 / 1.5, within(1e-15));
    assertThat(new F1(Average.MICRO, Optional.empty()).value(oneTie))
        .isEqualTo(new Accuracy().value(oneTie));
    assertThat(new CalibrationError().value(oneTie)).isCloseTo(0.2 / 3, within(1e-15));
  }

  @Test
  void whatTellsNoRowsApartIsUndecided() {
    Predictions ties = new Predictions(YES_NO, 1, values(0.5, 0.5 + 1e-9, 0.5), values(0, 1, 1));
    for (Metric metric :
        List.of(
            new BalancedAccuracy(),
            new Precision(),
            new Recall(),
            new F1(),
            new MatthewsCorrelation(),
            new RocAuc(),
            new PrAuc())) {
      assertThat(metric.value(ties)).as("%s", metric).isNaN();
    }
    assertThat(new RocAuc().undecided(2)).isEqualTo(0.5);
    assertThat(new MatthewsCorrelation().undecided(2)).isEqualTo(0);
    assertThat(new F1().undecided(4)).isEqualTo(0.25);
  }

  @Test
  void noiseAroundOneProbabilityRanksNothing() {
    double[] noisy = {0.3, 0.3 + 1e-9, 0.3 + 2e-9};
    assertThat(new RocAuc().value(new Predictions(YES_NO, 1, noisy, values(0, 1, 1)))).isNaN();
    double[] small = {1e-22, 1e-21, 2e-21};
    assertThat(new RocAuc().value(new Predictions(YES_NO, 1, small, values(0, 1, 1)))).isEqualTo(1);
  }

  @Test
  void aNamedClassIsScoredAlone() {
    double[] scores = {0.2, 0.9, 0.6, 0.3, 0.1};
    var predictions = new Predictions(YES_NO, 1, scores, values(0, 1, 0, 1, 0));
    assertThat(new Recall(Average.MACRO, Optional.of("no")).value(predictions)).isEqualTo(2 / 3.0);
    assertThat(new RocAuc(Optional.of("no")).value(predictions))
        .isEqualTo(new RocAuc().value(predictions));
    assertThat(new PrAuc(Optional.of("no")).value(predictions))
        .isNotEqualTo(new PrAuc().value(predictions));
    assertThat(new Recall(Average.MACRO, Optional.of("perhaps")).suits(YES_NO)).isFalse();
  }

  @Test
  void rowsWithoutNumbersAreOfNoClass() {
    double[] scores = {Double.NaN, 0.9, 0.2};
    var predictions = new Predictions(YES_NO, 1, scores, values(1, 1, 0));
    assertThat(new Recall(Average.MACRO, Optional.of("yes")).value(predictions)).isEqualTo(0.5);
    assertThat(new Precision(Average.MACRO, Optional.of("yes")).value(predictions)).isEqualTo(1);
    assertThat(new MatthewsCorrelation().value(predictions)).isBetween(0.0, 0.99);
    assertThat(new RocAuc().value(predictions)).isNaN();
    assertThat(new LogLoss().value(predictions)).isNaN();
    assertThat(new CalibrationError().value(predictions)).isNaN();
  }

  @Test
  void equalValuesAtTheLastPlaceCountByTheirOrders() {
    var tied = new Predictions(THREE, 3, values(0.5, 0.25, 0.25), values(2));
    assertThat(new TopK(2).value(tied)).isEqualTo(0.5);
    assertThat(new TopK(1).suits(YES_NO)).isFalse();
    assertThat(new TopK(3).suits(THREE)).isFalse();
    var even = new Predictions(THREE, 3, values(1 / 3.0, 1 / 3.0, 1 / 3.0), values(2));
    assertThat(new TopK(2).value(even)).isNaN();
    assertThat(new TopK(2).undecided(3)).isEqualTo(2 / 3.0);
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

  @Test
  void anAverageOfOneClassIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new F1(Average.MICRO, Optional.of("p")))
        .withMessage(
            "positive names one class, p, of which there is nothing to average; leave out average");
  }
}
