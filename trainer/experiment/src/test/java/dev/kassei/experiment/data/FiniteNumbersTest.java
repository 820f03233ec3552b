package dev.kassei.experiment.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.kassei.experiment.config.ConfigLoader;
import dev.kassei.experiment.config.ExperimentException;
import dev.kassei.experiment.config.LoadedConfig;
import dev.kassei.experiment.plugin.Plugins;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Numbers that float32 cannot hold are refused, not infinite. */
class FiniteNumbersTest {
  @TempDir private Path folder;

  private SplitData data(String csv, String precision, boolean standardize) throws IOException {
    Files.writeString(folder.resolve("d.csv"), csv);
    Path file =
        Files.writeString(
            folder.resolve("e.yaml"),
            """
            dataset: {type: csv, path: d.csv, standardize: %s}
            model: {type: mlp}
            loss: mse
            optimizer: sgd
            precision: %s
            """
                .formatted(standardize, precision));
    LoadedConfig config = new ConfigLoader(Plugins.builtIn()).load(file, List.of());
    return new DataCache(Long.MAX_VALUE).data(config.experiment(), config.folder());
  }

  private void refused(String csv, String message) {
    assertThatExceptionOfType(ExperimentException.class)
        .isThrownBy(() -> data(csv, "float32", false))
        .withMessageContaining(message);
  }

  @Test
  void aFeatureBeyondFloat32IsRefusedWithItsPlace() {
    refused(
        "a,b,y\n1,2,0.5\n3,-1e39,0.25\n",
        "row 1, column b: -1.0E39 is beyond the range of float32, ±3.4e38; set precision: float64,"
            + " or scale the column");
  }

  @Test
  void aTargetBeyondFloat32IsRefused() {
    refused("a,y\n1,0.5\n3,3.5e38\n", "row 1, column y: 3.5E38 is beyond the range of float32");
  }

  @Test
  void theLargestFloatIsTakenAndSoIsMoreInFloat64() throws IOException {
    assertThat(data("a,y\n3.4028235e38,0.5\n1,0.25\n", "float32", false).train().rows())
        .isEqualTo(2);
    assertThat(data("a,y\n1e39,0.5\n1,0.25\n", "float64", false).train().rows()).isEqualTo(2);
  }

  @Test
  void whatCountsIsWhatTheNetworkSees() throws IOException {
    assertThat(data("a,y\n1e39,0.5\n2e39,0.25\n", "float32", true).train().rows()).isEqualTo(2);
  }
}
