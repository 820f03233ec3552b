package dev.kassei.experiment.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeBudgetTest {
  @ParameterizedTest
  @CsvSource({
    "10m, 600, 10m",
    "1h30m, 5400, 90m",
    "90s, 90, 90s",
    "1.5h, 5400, 90m",
    "2h, 7200, 2h",
    "0.25s, 0.25, 0.25s",
    "0.01m, 0.6, 0.6s",
    "100000000s, 100000000, 100000000s"
  })
  void aTextIsReadAndWritten(String text, double seconds, String written) {
    TimeBudget budget = TimeBudget.parse(text);
    assertThat(budget.seconds()).isEqualTo(seconds);
    assertThat(budget).hasToString(written);
    assertThat(TimeBudget.parse(written)).isEqualTo(budget);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "10", "10 m", "30m1h", "-1s", "1d", "m"})
  void otherTextsAreRefused(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TimeBudget.parse(text))
        .withMessage(
            "expected hours, minutes and seconds, such as 1h30m, 10m or 90s, but was '%s'", text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0s", "0h0m0s"})
  void noTimeIsRefused(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TimeBudget.parse(text))
        .withMessage("time_budget must be positive but was 0.0");
  }
}
