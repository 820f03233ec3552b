package dev.kassei.builtins.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.kassei.api.Metric;
import dev.kassei.api.Predictions;
import dev.kassei.api.Target;
import dev.kassei.fixtures.ReferenceVectors;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/** The metrics beside scikit-learn's. */
class MetricReferenceTest {
  @TestFactory
  Stream<DynamicTest> metricsAgreeWithScikitLearn() {
    return ReferenceVectors.read("metrics").stream().flatMap(MetricReferenceTest::tests);
  }

  private static Stream<DynamicTest> tests(JsonNode entry) {
    Predictions predictions = predictions(entry);
    return entry.get("expected").properties().stream()
        .map(
            expected ->
                dynamicTest(
                    entry.get("name").asString() + ": " + expected.getKey(),
                    () -> check(predictions, expected.getKey(), expected.getValue())));
  }

  private static void check(Predictions predictions, String key, JsonNode expected) {
    Metric metric = metric(key);
    assertThat(metric.suits(predictions.target())).isTrue();
    assertThat(metric.value(predictions)).isCloseTo(expected.doubleValue(), within(1e-12));
  }

  private static Predictions predictions(JsonNode entry) {
    int outputs = entry.get("outputs").intValue();
    return new Predictions(
        target(entry.get("classes").intValue(), outputs),
        outputs,
        ReferenceVectors.numbers(entry.get("values")),
        ReferenceVectors.numbers(entry.get("targets")));
  }

  private static Target target(int classes, int outputs) {
    return classes == 0
        ? new Target(IntStream.range(0, outputs).mapToObj(i -> "y" + i).toList(), List.of())
        : new Target(List.of("y"), IntStream.range(0, classes).mapToObj(k -> "" + k).toList());
  }

  /** The metric of a key such as {@code f1 micro}, {@code f1 of 2} or {@code top_k 3}. */
  private static Metric metric(String key) {
    String[] words = key.split(" ", -1);
    String last = words[words.length - 1];
    Optional<String> positive = words.length == 3 ? Optional.of(last) : Optional.empty();
    Average average =
        words.length == 2 && !last.matches("\\d+")
            ? Average.valueOf(last.toUpperCase(Locale.ROOT))
            : Average.MACRO;
    return switch (words[0]) {
      case "accuracy" -> new Accuracy();
      case "balanced_accuracy" -> new BalancedAccuracy();
      case "precision" -> new Precision(average, positive);
      case "recall" -> new Recall(average, positive);
      case "f1" -> new F1(average, positive);
      case "mcc" -> new MatthewsCorrelation();
      case "log_loss" -> new LogLoss();
      case "roc_auc" -> new RocAuc();
      case "pr_auc" -> new PrAuc();
      case "calibration_error" -> new CalibrationError(Integer.parseInt(last));
      case "top_k" -> new TopK(Integer.parseInt(last));
      case "rmse" -> new RootMeanSquaredError();
      case "mean_absolute_error" -> new MeanAbsoluteError();
      case "r2" -> new RSquared();
      default -> throw new IllegalArgumentException(key);
    };
  }
}
