package dev.kassei.results.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeadingTest {
  @ParameterizedTest
  @CsvSource({
    "validation.mean_absolute_error, Validation mean absolute error",
    "test.roc_auc, Test ROC AUC",
    "pr_auc, PR AUC",
    "r2, R²",
    "test.f1, Test F1",
    "test.mcc, Test MCC",
    "train.rmse, Train RMSE",
    "precision, Precision",
    "'', ''"
  })
  void namesAreWrittenAsTheFieldWritesThem(String name, String heading) {
    assertThat(Heading.of(name)).isEqualTo(heading);
  }
}
