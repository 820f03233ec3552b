package dev.kassei.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.entry;

import dev.kassei.experiment.config.ExperimentException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SparkSettingsTest {
  private static final String MEMORY = "spark.executor.memory";

  @TempDir private Path conf;

  @AfterEach
  void forget() {
    System.clearProperty(MEMORY);
  }

  private Map<String, String> settings(Optional<String> master, String file) throws IOException {
    Path defaults = Files.writeString(conf.resolve("spark-defaults.conf"), file);
    return new SparkSettings(Optional.of(defaults))
        .of(new SparkExecutor(master, "moons", 2), Path.of("/k/kassei-spark.jar"));
  }

  @Test
  void theCommandLineComesBeforeTheFile() throws IOException {
    String file = "spark.master   spark://a:7077\nspark.executor.memory 3g\n";
    assertThat(settings(Optional.of("local[2]"), file))
        .contains(entry("spark.master", "local[2]"), entry(MEMORY, "3g"));
    System.setProperty(MEMORY, "5g");
    assertThat(settings(Optional.empty(), file))
        .contains(entry("spark.master", "spark://a:7077"), entry(MEMORY, "5g"));
  }

  @Test
  void ownJarJoinsThoseThatAreThere() throws IOException {
    assertThat(settings(Optional.of("local"), "spark.jars /a.jar\n"))
        .contains(entry("spark.jars", "/a.jar,file:///k/kassei-spark.jar"))
        .contains(entry("spark.task.cpus", "2"));
  }

  @Test
  void noPortIsOpenedToOthersThatNobodyAskedFor() throws IOException {
    assertThat(settings(Optional.of("local[2]"), ""))
        .contains(entry("spark.ui.enabled", "false"), entry("spark.driver.host", "127.0.0.1"));
    assertThat(settings(Optional.of("spark://a:7077"), "spark.ui.enabled true\n"))
        .contains(entry("spark.ui.enabled", "true"))
        .doesNotContainKey("spark.driver.host");
  }

  @Test
  void executorsAreToldTheirScala() throws IOException {
    String name = "spark.executorEnv.SPARK_SCALA_VERSION";
    assertThat(settings(Optional.of("local[2]"), "")).contains(entry(name, "2.13"));
    assertThat(settings(Optional.of("local[2]"), name + " 2.13.18"))
        .contains(entry(name, "2.13.18"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"local-cluster[0,1,1024]", "local-cluster[2, 0, 1024]"})
  void aClusterOfNobodyIsRefused(String master) {
    assertThatExceptionOfType(ExperimentException.class)
        .isThrownBy(() -> settings(Optional.of(master), ""))
        .withMessageContaining("at least 1 worker and 1 core but was '%s'".formatted(master));
  }

  @Test
  void aMasterHasToBeKnown() {
    assertThatExceptionOfType(ExperimentException.class)
        .isThrownBy(() -> settings(Optional.empty(), ""))
        .withMessageContaining("--master spark://host:7077");
  }
}
