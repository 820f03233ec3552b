package dev.kassei.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StandardOutputTest {
  @TempDir Path temporary;
  private final StringWriter err = new StringWriter();

  @Test
  void whatIsPrintedIsWritten() {
    var bytes = new ByteArrayOutputStream();
    var out = new StandardOutput(bytes, temporary);
    out.writer().print("活性");
    assertThat(out.ended(1, new PrintWriter(err))).isEqualTo(1);
    assertThat(bytes.toString(StandardCharsets.UTF_8)).isEqualTo("活性");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void aFullDiskIsReportedOnce() {
    var out = new StandardOutput(failing("No space left on device"), temporary);
    out.writer().println("a");
    out.writer().println("b");
    assertThat(out.ended(0, new PrintWriter(err))).isEqualTo(2);
    assertThat(err.toString().strip())
        .isEqualTo("results cannot be written to the standard output: No space left on device");
  }

  @Test
  void aClosedPipeEndsQuietly() {
    assertQuiet(new StandardOutput(failing("Broken pipe"), temporary));
  }

  @Test
  void aClosedPipeEndsQuietlyInAnyLanguage() throws IOException {
    Path descriptor = Files.createSymbolicLink(temporary.resolve("1"), Path.of("pipe:[1234]"));
    assertQuiet(new StandardOutput(failing("パイプが切断されました"), descriptor));
  }

  private void assertQuiet(StandardOutput out) {
    out.writer().println("a");
    assertThat(out.ended(0, new PrintWriter(err))).isZero();
    assertThat(err.toString()).isEmpty();
  }

  private static OutputStream failing(String message) {
    return new OutputStream() {
      @Override
      public void write(int value) throws IOException {
        throw new IOException(message);
      }
    };
  }
}
