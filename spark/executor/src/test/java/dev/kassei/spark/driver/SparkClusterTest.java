package dev.kassei.spark.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class SparkClusterTest {
  private static final String MASTER = "spark://a:7077";

  @Test
  void aSettingThatSparkRefusesIsNotTheNetworksMatter() {
    var refused = new IllegalArgumentException("requirement failed: spark.network.timeout");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SparkCluster.problem(MASTER, refused))
        .withMessage("Spark refuses its settings: requirement failed: spark.network.timeout");
  }

  @Test
  void anAddressThatIsNoneIsNamed() {
    var refused = new IllegalStateException("Could not parse Master URL: 'x'\nat a.B.c");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SparkCluster.problem("x", refused))
        .withMessage("'x' is no address of Spark: Could not parse Master URL: 'x'");
  }

  @Test
  void anythingElseMayBeBetterLater() {
    assertThat(SparkCluster.problem(MASTER, new IllegalStateException("no route to host")))
        .isExactlyInstanceOf(IOException.class)
        .hasMessage("Spark at spark://a:7077 cannot be reached: no route to host");
  }
}
