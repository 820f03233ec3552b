package dev.kassei.experiment.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an experiment does not measure ends no training, and metrics have names of their own. */
class MeasuredTest {
  @TempDir private Path temporary;

  private Folder folder() {
    return new Folder(temporary);
  }

  @Test
  void testRowsEndNoTraining() {
    assertThat(folder().problems("training.early_stopping.monitor: test.loss"))
        .containsExactly(
            "main.yaml:2:34: training.early_stopping.monitor: expected what each epoch measures,"
                + " train.running_loss, but was 'test.loss'; there are no validation rows, give"
                + " dataset.split.validation, such as 0.2");
  }

  @Test
  void theDefaultOfAMonitorIsNotBlamedWhereRowsAreMissing() {
    assertThat(folder().problems("training.early_stopping: {patience: 3}"))
        .singleElement()
        .asString()
        .endsWith(
            ": validation.loss needs validation rows, and there are none; give"
                + " dataset.split.validation, such as 0.2, or choose train.running_loss");
  }

  @Test
  void aMonitorIsCalledByTheNameOfTheMetric() {
    String metrics = "dataset.split.validation: .5\nmetrics: [{type: r2, name: fit}]\n";
    assertThatCode(() -> folder().load(metrics + "training.early_stopping.monitor: validation.fit"))
        .doesNotThrowAnyException();
    assertThat(folder().problems(metrics + "training.early_stopping.monitor: validation.r2"))
        .containsExactly(
            "main.yaml:4:34: training.early_stopping.monitor: expected what each epoch measures,"
                + " train.running_loss, validation.loss, validation.fit, but was 'validation.r2'; no"
                + " metric is called 'r2', add it, as in metrics: [r2]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "val_loss        | ; here it is 'validation.loss'",
        "val_acc         | ; here it is 'validation.accuracy'",
        "val/accuracy    | ; here it is 'validation.accuracy'",
        "validation.mae  | ; here it is 'validation.mean_absolute_error'",
        "validation.rmse | ; no metric is called 'rmse', add it, as in metrics: [rmse]",
        "validation.fit  | was 'validation.fit'",
      })
  void aMonitorIsTranslated(String given, String advice) {
    String yaml = "dataset.split.validation: .5\ntraining.early_stopping.monitor: ";
    assertThat(folder().problems(yaml + given)).singleElement().asString().endsWith(advice);
  }

  @Test
  void everyMetricHasANameOfItsOwn() {
    assertThat(folder().problems("metrics: [{type: accuracy, name: loss}]"))
        .containsExactly(
            "main.yaml:2:10: metrics: 'loss' is what the loss is called; choose another name");
    assertThat(folder().problems("metrics: [r2, {type: accuracy, name: r2}]"))
        .containsExactly("main.yaml:2:10: metrics: two metrics are called 'r2'; give one a 'name'");
  }
}
