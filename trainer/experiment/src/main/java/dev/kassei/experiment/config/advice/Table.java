package dev.kassei.experiment.config.advice;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** A table of this package, as the lines of a text file. */
final class Table {
  private Table() {}

  /** The lines of a file, without empty ones and comments. */
  static List<String> lines(String file) {
    try (InputStream in = Table.class.getResourceAsStream(file)) {
      byte[] bytes = Objects.requireNonNull(in, file).readAllBytes();
      return new String(bytes, StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Words between commas, as they are compared. */
  static List<String> words(String text) {
    return Arrays.stream(text.strip().split(", *")).map(Spelling::bare).toList();
  }
}
