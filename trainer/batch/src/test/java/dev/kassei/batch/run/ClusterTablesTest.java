package dev.kassei.batch.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** The tables of docs/cluster.md are what is simulated, which takes most of a minute. */
@EnabledIfSystemProperty(named = "simulation", matches = "true")
class ClusterTablesTest {
  private static final Path PAGE = Path.of("..", "..", "docs", "cluster.md");

  @Test
  void thePageHasThem(@TempDir Path temporary) throws IOException {
    var table = new ClusterTable(temporary);
    assertThat(PAGE).content().contains(table.steady()).contains(table.spot());
  }
}
