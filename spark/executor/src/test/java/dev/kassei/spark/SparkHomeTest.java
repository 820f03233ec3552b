package dev.kassei.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.kassei.experiment.config.ExperimentException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SparkHomeTest {
  @TempDir private Path home;

  private Map<String, String> with(String jar) throws IOException {
    Files.createDirectories(home.resolve("jars"));
    Files.createFile(home.resolve("jars").resolve(jar));
    return Map.of("SPARK_HOME", home.toString());
  }

  private static void refuses(Map<String, String> environment, String... words) {
    assertThatExceptionOfType(ExperimentException.class)
        .isThrownBy(() -> SparkHome.find(environment))
        .satisfies(problem -> assertThat(problem).hasMessageContainingAll(words));
  }

  @Test
  void findsTheOneThatIsNamed() throws IOException {
    assertThat(SparkHome.find(with("spark-core_2.13-4.2.0.jar")).jars())
        .isEqualTo(home.resolve("jars"));
  }

  @Test
  void findsTheOneOfTheCommandOnThePath() throws IOException {
    with("spark-core_2.13-4.0.1.jar");
    Path bin = Files.createDirectories(home.resolve("bin"));
    Path command = Files.createFile(bin.resolve("spark-submit"));
    assertThat(command.toFile().setExecutable(true)).isTrue();
    SparkHome found = SparkHome.find(Map.of("PATH", "/nowhere:" + bin));
    assertThat(found.jars().toRealPath()).isEqualTo(home.resolve("jars").toRealPath());
  }

  @Test
  void saysHowToGetOneWhereThereIsNone() {
    refuses(Map.of("PATH", "/nowhere"), "SPARK_HOME is not set", "pip install pyspark");
    refuses(Map.of("SPARK_HOME", "/nowhere"), "'/nowhere/jars' has no spark-core");
  }

  @Test
  void refusesAnotherVersion() throws IOException {
    refuses(
        with("spark-core_2.12-3.5.1.jar"),
        "Spark 4 for Scala 2.13",
        "found spark-core_2.12-3.5.1.jar");
  }
}
