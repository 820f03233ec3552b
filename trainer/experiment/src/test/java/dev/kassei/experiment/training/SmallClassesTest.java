package dev.kassei.experiment.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kassei.api.Predictions;
import dev.kassei.api.Target;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SmallClassesTest {
  private static final Target TUMOUR = new Target(List.of("y"), List.of("benign", "malignant"));

  /** So many rows of each class, all predicted to be benign but some of the malignant. */
  private static Predictions rows(int benign, int malignant, int found) {
    double[] targets = new double[benign + malignant];
    Arrays.fill(targets, benign, targets.length, 1);
    double[] values = new double[targets.length];
    Arrays.fill(values, benign, benign + found, 1);
    return new Predictions(TUMOUR, 1, values, targets);
  }

  @Test
  void whatBecameOfASmallClassIsSaid() {
    assertThat(SmallClasses.sentences(Map.of("test", rows(97, 3, 1))))
        .containsExactly(
            "class 'malignant' is 3 % of the 100 test rows: recall 0.33;"
                + " always naming 'benign' is right for 97 %");
  }

  @Test
  void nothingIsSaidOfClassesThatAreNotSmall() {
    assertThat(SmallClasses.sentences(Map.of("test", rows(75, 25, 1)))).isEmpty();
    assertThat(SmallClasses.sentences(Map.of("test", rows(76, 24, 1)))).hasSize(1);
    assertThat(SmallClasses.sentences(Map.of("test", rows(5, 0, 0))))
        .as("a class without rows has no recall")
        .isEmpty();
  }

  @Test
  void theTestRowsComeFirst() {
    Map<String, Predictions> all =
        Map.of("train", rows(9, 1, 0), "validation", rows(9, 1, 1), "test", rows(5, 5, 5));
    assertThat(SmallClasses.sentences(all)).isEmpty();
    assertThat(SmallClasses.sentences(Map.of("train", rows(9, 1, 0), "validation", rows(9, 1, 1))))
        .singleElement()
        .asString()
        .contains("of the 10 validation rows: recall 1.00;");
  }

  @Test
  void numbersHaveNoSmallClass() {
    var number = new Target(List.of("y"), List.of());
    var predictions = new Predictions(number, 1, new double[] {1, 2}, new double[] {1, 2});
    assertThat(SmallClasses.sentences(Map.of("test", predictions))).isEmpty();
  }

  @Test
  void aTieCountsAsAGuess() {
    Predictions tied = rows(9, 1, 0);
    tied.values()[9] = 0.5;
    assertThat(SmallClasses.sentences(Map.of("train", tied)))
        .singleElement()
        .asString()
        .contains("recall 0.50;");
  }
}
