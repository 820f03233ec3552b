package dev.kassei.batch.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompareReaderTest {
  private static final String RATES = "optimizer.learning_rate: [0.1, 1]";

  @TempDir private Path temporary;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "dataset: [xor, moons], RATES, seed: [1, 2]               | optimizer.learning_rate",
        "seed: [1, 2], dataset: [xor, moons]                      | dataset",
        "RATES, dataset: [xor, moons], model.activation: [relu]   | model.activation",
        "seed.weights: [1, 2]                                   | seed.weights"
      })
  void whatIsComparedByDefaultAreNeitherSeedsNorDataSets(String axes, String compared) {
    BatchConfig batch =
        new Folder(temporary).batch("batch: {grid: {" + axes.replace("RATES", RATES) + "}}");
    assertThat(batch.compare().axis()).isEqualTo(compared);
  }
}
