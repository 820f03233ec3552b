package dev.kassei.spark.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import org.apache.spark.SparkException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SparkClusterTest {
  private static final String MASTER = "spark://a:7077";

  @Test
  void aSettingThatSparkRefusesIsNotTheNetworksMatter() {
    var refused = new IllegalArgumentException("requirement failed: spark.network.timeout");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SparkCluster.problem(MASTER, "1", refused))
        .withMessage("Spark refuses its settings: requirement failed: spark.network.timeout");
  }

  @Test
  void anAddressThatIsNoneIsNamed() {
    var refused = new IllegalStateException("Could not parse Master URL: 'x'\nat a.B.c");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SparkCluster.problem("x", "1", refused))
        .withMessage("'x' is no address of Spark: Could not parse Master URL: 'x'");
  }

  @Test
  void whatCanNeverFitIsNamedWithTheOptions() {
    String reason =
        "The number of cores per executor (=2) has to be >= the number of cpus per task = 3.";
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> SparkCluster.problem("local[2]", "3", thrown("resource.ResourceUtils$", reason)))
        .withMessageStartingWith("Spark refuses the master 'local[2]' with --threads 3")
        .withMessageContaining("cpus per task = 3; change one of them");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> SparkCluster.problem("local[0]", "1", thrown("SparkContext$", "0 threads")))
        .withMessageContaining("the master 'local[0]'");
  }

  @Test
  void whatAnotherProcessAnswersMayBeBetterLater() {
    SparkException ended = thrown("scheduler.cluster.YarnClientSchedulerBackend", "it has ended");
    assertThat(SparkCluster.problem("yarn", "1", ended))
        .hasMessage("Spark at yarn cannot be reached: it has ended");
    var caused = new SparkException("refused", new IOException("connection"));
    assertThat(SparkCluster.problem(MASTER, "1", caused)).hasMessageContaining("refused");
  }

  private static SparkException thrown(String type, String message) {
    var problem = new SparkException(message);
    var frame = new StackTraceElement("org.apache.spark." + type, "any", "Any.scala", 1);
    problem.setStackTrace(new StackTraceElement[] {frame});
    return problem;
  }

  @ParameterizedTest
  @CsvSource({"yarn, spark-yarn", "k8s://https://a:6443, spark-kubernetes"})
  void aModuleThatIsMissingIsNamed(String master, String module) {
    var refused = new SparkException("Could not parse Master URL: '%s'".formatted(master));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SparkCluster.problem(master, "1", refused))
        .withMessageStartingWith("'%s' needs %s, ".formatted(master, module))
        .withMessageContaining("SPARK_HOME");
  }

  @Test
  void anythingElseMayBeBetterLater() {
    assertThat(SparkCluster.problem(MASTER, "1", new IllegalStateException("no route to host")))
        .isExactlyInstanceOf(IOException.class)
        .hasMessage("Spark at spark://a:7077 cannot be reached: no route to host");
  }
}
