package dev.kassei.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class StandardErrorLoggingTest {

  @Test
  void warningsGoToTheErrorStreamAsLevelAndMessage() {
    var written = new ByteArrayOutputStream();
    var before = System.err;
    System.setErr(new PrintStream(written, true, StandardCharsets.UTF_8));
    try {
      var logger = LoggerFactory.getLogger("dev.kassei.test");
      logger.info("not shown");
      logger.warn("活性 {}", 3);
    } finally {
      System.setErr(before);
    }
    assertThat(written.toString(StandardCharsets.UTF_8))
        .isEqualToNormalizingNewlines("warn: 活性 3\n");
  }
}
