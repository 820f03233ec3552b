package dev.kassei.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LostPicturesTest {
  @TempDir private Path temporary;

  /** Output that puts a file where pictures should go, as soon as something is printed. */
  private static StringWriter blocking(Path plots) {
    return new StringWriter() {
      @Override
      public void write(String text, int offset, int length) {
        super.write(text, offset, length);
        try {
          if (Files.notExists(plots)) {
            Files.writeString(plots, "in the way");
          }
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    };
  }

  @Test
  void aRunWhosePicturesCannotBeDrawnIsCompleteWithAWarning() {
    Path folder = temporary.resolve("xor-mlp");
    StringWriter out = blocking(folder.resolve("plots"));
    var err = new StringWriter();
    String[] words = {
      "run", Configs.MLP.toString(), "--set", "training.epochs=2", "--out", temporary.toString()
    };
    int code =
        Kassei.commandLine(words)
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true))
            .execute(words);
    assertThat(code).isZero();
    assertThat(err.toString().lines())
        .singleElement()
        .asString()
        .startsWith("warning: the run is complete, but its pictures could not be drawn: ")
        .contains("plots");
    assertThat(out.toString().lines().reduce((first, second) -> second))
        .contains(folder.toString());
    assertThat(folder.resolve("run.json")).isNotEmptyFile();
    assertThat(folder.resolve("report.html")).doesNotExist();
  }
}
