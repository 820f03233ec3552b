package dev.kassei.activations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The page of measured errors is up to date; with {@code -Dpage=write} it becomes so. */
class AccuracyPageTest {
  private static final Path PAGE = Path.of("..", "docs", "accuracy.md");

  @Test
  void pageIsUpToDate() throws IOException {
    String text = AccuracyPage.text();
    if (System.getProperty("page", "").equals("write")) {
      Files.writeString(PAGE, text);
    }
    assertThat(PAGE).as("write it anew: " + AccuracyPage.COMMAND).content().isEqualTo(text);
  }
}
