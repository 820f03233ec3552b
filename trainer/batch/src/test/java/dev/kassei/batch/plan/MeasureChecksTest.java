package dev.kassei.batch.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What no trial will have is refused while nothing has been trained, or even loaded. */
class MeasureChecksTest {
  @TempDir private Path temporary;

  private Folder folder() {
    return new Folder(temporary);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''                        | metric: test.accuracy | metric: there are no test rows to measure"
            + " test.accuracy on; give dataset.split.test, such as 0.2",
        "''                        | metric: validation.loss | metric: there are no validation rows to"
            + " measure validation.loss on; give dataset.split.validation, such as 0.2",
        "'metrics: [{type: r2, name: fit}]' | metric: train.r2 | metric: no metric is called 'r2';"
            + " add it, as in metrics: [r2]. Known metrics: loss, fit",
        "''                        | metric: train.running_loss | metric: train.running_loss is a mean"
            + " while weights change, and belongs to none; write train.loss",
        "''                        | 'metric: train.loss, epoch: 5' | metric: expected what each epoch"
            + " measures, train.running_loss, but was 'train.loss', the loss of one set of weights;"
            + " train.running_loss is the mean while they change; there are no validation rows, give"
            + " dataset.split.validation, such as 0.2; or compare the last epoch",
        "dataset.split.test: 0.2   | 'metric: test.loss, epoch: 5' | metric: expected what each epoch"
            + " measures, train.running_loss, but was 'test.loss'; there are no validation rows, give"
            + " dataset.split.validation, such as 0.2; or compare the last epoch",
        "training.epochs: 30       | epoch: 30 | epoch: there is no epoch 30: training.epochs is 30, and"
            + " epochs count from 0",
        "training.epochs: 1000     | epoch: 150 | epoch: epoch 150 of 1000 is not saved; the nearest are"
            + " 149 and 159",
        "''                        | epoch: best | epoch: the best epoch is chosen on validation rows,"
            + " and there are none; give dataset.split.validation, such as 0.2, or compare the last"
            + " epoch",
        "'training.early_stopping: {monitor: train.running_loss, patience: 7}' | epoch: 7 | epoch:"
            + " training.early_stopping may end a trial before epoch 7; compare the best or the last"
            + " epoch",
      })
  void whatNoTrialWillHaveIsRefused(String experiment, String compare, String message) {
    assertThat(folder().problemsOfBatch(text(experiment, compare)))
        .singleElement()
        .satisfies(
            problem ->
                assertThat(problem)
                    .startsWith("main.yaml:")
                    .endsWith(": batch.compare." + message));
  }

  private static String text(String experiment, String compare) {
    return experiment + "\nbatch: {grid: {seed: [1, 2]}, compare: {" + compare + "}}";
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'metrics: [{type: r2, name: fit}]' | metric: train.fit",
        "'metrics: [{type: r2, name: fit}]\ndataset.split.validation: 0.25' | 'metric: validation.fit,"
            + " epoch: 99'",
        "''                                 | epoch: 99",
        "''                                 | 'metric: train.running_loss, epoch: 3'",
        "'training.early_stopping: {monitor: train.running_loss}' | 'epoch: best, metric: train.loss'",
        "'training.early_stopping: {monitor: train.running_loss, patience: 7}' | epoch: 6",
        "'dataset.split: {folds: 2, fold: 0}'                     | metric: test.loss",
      })
  void whatTrialsWillHaveIsNot(String experiment, String compare) {
    assertThatCode(() -> folder().batch(text(experiment, compare))).doesNotThrowAnyException();
  }

  @Test
  void theFirstTrialThatLacksItIsNamed() {
    assertThat(
            folder()
                .problemsOfBatch(
                    """
                    batch:
                      grid: {model.activation: [relu, mish], dataset.split.validation: [0.25, 0]}
                      compare: {metric: validation.loss}
                    """))
        .containsExactly(
            "main.yaml:4:21: batch.compare.metric: there are no validation rows to measure"
                + " validation.loss on; give dataset.split.validation, such as 0.2 (first in trial 2:"
                + " dataset.split.validation=0)");
  }

  @Test
  void tuningTakesValidationRows() {
    assertThat(
            folder()
                .problemsOfBatch(
                    """
                    batch:
                      grid: {seed: [1, 2]}
                      tune: {grid: {training.epochs: [5, 10]}}
                      compare: {epoch: 7}
                    """))
        .containsExactly(
            "main.yaml:4:9: batch.tune.metric: there are no validation rows to measure validation.loss"
                + " on; give dataset.split.validation, such as 0.2",
            "main.yaml:5:20: batch.compare.epoch: there is no epoch 7: training.epochs is 5, and"
                + " epochs count from 0 (first in tuning: training.epochs=5)");
  }

  @Test
  void testRowsEndNoTraining() {
    assertThat(
            folder()
                .problemsOfBatch(
                    "training.early_stopping.monitor: test.loss\nbatch: {grid: {seed: [1, 2]}}"))
        .containsExactly(
            "main.yaml:2:34: training.early_stopping.monitor: expected what each epoch measures,"
                + " train.running_loss, but was 'test.loss'; there are no validation rows, give"
                + " dataset.split.validation, such as 0.2");
  }
}
