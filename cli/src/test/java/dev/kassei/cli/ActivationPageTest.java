package dev.kassei.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page of activations is up to date; with {@code -Dpage=write} it becomes so. */
class ActivationPageTest {
  private static final int LARGEST_PICTURE = 6_000;

  @Test
  void pageAndPicturesAreUpToDate() throws IOException {
    Map<String, byte[]> files = new ActivationPage().files();
    if (System.getProperty("page", "").equals("write")) {
      write(files);
    }
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      assertThat(ActivationPage.DOCS.resolve(file.getKey()))
          .as("write it anew: " + ActivationPage.COMMAND)
          .content(StandardCharsets.UTF_8)
          .isEqualTo(new String(file.getValue(), StandardCharsets.UTF_8));
    }
    files.remove(ActivationPage.PAGE);
    assertThat(pictures()).hasSize(files.size());
    assertThat(files.values())
        .allSatisfy(file -> assertThat(file).hasSizeLessThan(LARGEST_PICTURE));
  }

  private static List<Path> pictures() throws IOException {
    try (Stream<Path> files = Files.list(ActivationPage.DOCS.resolve(ActivationPage.PICTURES))) {
      return files.toList();
    }
  }

  private static void write(Map<String, byte[]> files) throws IOException {
    Files.createDirectories(ActivationPage.DOCS.resolve(ActivationPage.PICTURES));
    for (Path picture : pictures()) {
      Files.delete(picture);
    }
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      Files.write(ActivationPage.DOCS.resolve(file.getKey()), file.getValue());
    }
  }
}
