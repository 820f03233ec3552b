package dev.kassei.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kassei.cli.Invocation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Keys that would do nothing, or not what they say, are refused before the first step. */
class DoesNothingTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "optimizer: {type: sgd, learning_rate: 1e-60} | optimizer.learning_rate: 1e-60 is 0 in float32; take a rate from 1e-45 to 3e38, or precision: float64",
        "optimizer: {type: sgd, learning_rate: 1e60} | optimizer.learning_rate: 1e60 is infinite in float32; take a rate from 1e-45 to 3e38, or precision: float64",
        "training.validate_every: 2 | training.validate_every: there are no validation rows to measure; give dataset.split.validation, such as 0.2, or leave it out",
        "training.exclude_from_decay: [norm] | training.exclude_from_decay: the network has no parameter of norm, so this would do nothing; leave it out",
        "training: {batch_size: all, drop_last: true}\\noptimizer: lbfgs | training.drop_last: this optimizer takes its steps by itself, so this would do nothing; leave it out",
        "dataset: {type: sine, split: {test: 0.2, stratify: true}}\\nloss: mse | dataset.split: stratify keeps the share of each class, but the target is no class; leave it out",
        "dataset: iris\\nloss: cross_entropy\\nmetrics: [{type: top_k, k: 3}] | metrics: 'top_k' with k 3 is not defined for the target, which is one of 3 classes, [setosa, versicolor, virginica]",
        "dataset: {type: csv, path: heavy.csv, sample_weight: w, label: y} | dataset: the weights of the 4 rows for train sum to 4.0E300, which float32 holds as infinity; scale them: only their ratios count",
        "dataset: {type: csv, path: light.csv, sample_weight: w, label: y} | dataset: the weights of the 4 rows for train sum to 4.0E-300, which float32 holds as 0; scale them: only their ratios count",
        "dataset: {type: csv, path: heavy.csv, label: [a, a]}\\nloss: mse | dataset: FOLDER/heavy.csv: column 'a' is named twice by label; name it once",
        "dataset: {type: csv, path: heavy.csv, label: y, features: [y]} | dataset: FOLDER/heavy.csv: column 'y' is named by label and by features; remove it from all but one of them",
        "optimizer: {type: lbfgs, history_size: 2147483647} | optimizer.history_size: history_size must be from 1 to 10000 but was 2147483647",
      })
  void isRefused(String change, String message) throws IOException {
    rows("heavy.csv", "1e300");
    rows("light.csv", "1e-300");
    Path file = folder.resolve("e.yaml");
    Files.writeString(file, experiment(change.replace("\\n", "\n")));
    Invocation validation = Invocation.of("validate", file);
    assertThat(validation.err().replace(folder.toString(), "FOLDER"))
        .endsWith(": " + message + "\n")
        .doesNotContain("Exception");
    assertThat(validation.code()).isEqualTo(2);
  }

  private void rows(String name, String weight) throws IOException {
    String rows =
        IntStream.range(0, 4)
            .mapToObj(i -> "%s,%s,%s\n".formatted(i, weight, i % 2 == 0 ? "p" : "q"))
            .collect(Collectors.joining());
    Files.writeString(folder.resolve(name), "a,w,y\n" + rows);
  }

  /** The keys of the change, and those of a small experiment that it does not give. */
  private static String experiment(String change) {
    String others =
        """
        dataset: moons
        model: {type: mlp, hidden: [4], activation: relu}
        loss: binary_cross_entropy
        optimizer: {type: sgd, weight_decay: 0.1}
        """;
    return change
        + "\n"
        + others
            .lines()
            .filter(line -> !change.contains(line.substring(0, line.indexOf(':') + 1)))
            .collect(Collectors.joining("\n"));
  }
}
