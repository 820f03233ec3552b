package dev.kassei.cli;

import dev.kassei.cli.failure.Failures;
import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** The standard output stream, which remembers why it could not be written: a writer hides that. */
final class StandardOutput {
  private final Remembering stream;
  private final PrintWriter writer;
  private final Path descriptor;

  /**
   * An output stream.
   *
   * @param descriptor a link to what the stream is, on systems that have such
   */
  StandardOutput(OutputStream stream, Path descriptor) {
    this.descriptor = descriptor;
    this.stream = new Remembering(stream);
    this.writer =
        new PrintWriter(
            new OutputStreamWriter(new BufferedOutputStream(this.stream), StandardCharsets.UTF_8),
            true);
  }

  /** Writes in UTF-8, flushed at each line. */
  PrintWriter writer() {
    return writer;
  }

  /**
   * The exit code at the end: the given one, or that of a failure to write, which is reported. A
   * reader that has read enough and closed its pipe is no failure.
   */
  int ended(int code, PrintWriter err) {
    writer.flush();
    Optional<IOException> failure = stream.failure.filter(each -> !isClosedPipe(each));
    failure.ifPresent(
        each ->
            err.println(
                "results cannot be written to the standard output: "
                    + Optional.ofNullable(each.getMessage()).orElse(each.toString())));
    return failure.isPresent() ? Math.max(code, Failures.FIXABLE) : code;
  }

  /** By the kind of the stream, since the message may be in any language; else by the message. */
  private boolean isClosedPipe(IOException failure) {
    String message = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
    return message.contains("pipe") || isPipe();
  }

  private boolean isPipe() {
    try {
      return Files.readSymbolicLink(descriptor).toString().matches("(pipe|socket):.*");
    } catch (IOException | UnsupportedOperationException e) {
      return false;
    }
  }

  private static final class Remembering extends FilterOutputStream {
    private Optional<IOException> failure = Optional.empty();

    Remembering(OutputStream out) {
      super(out);
    }

    @Override
    public void write(int value) throws IOException {
      write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      try {
        out.write(bytes, offset, length);
      } catch (IOException e) {
        failure = failure.isPresent() ? failure : Optional.of(e);
        throw e;
      }
    }
  }
}
