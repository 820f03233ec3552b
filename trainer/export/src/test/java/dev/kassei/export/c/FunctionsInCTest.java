package dev.kassei.export.c;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The elementary functions of C headers are those that the engine has now. */
class FunctionsInCTest {
  @ParameterizedTest
  @ValueSource(ints = {64, 32})
  void theFilesAreMadeFromTheEngine(int bits) throws IOException {
    assertThat(Files.readString(FunctionsInC.file(bits)))
        .as("if the engine has changed, run FunctionsInC; nobody else writes float%s.c", bits)
        .isEqualTo(FunctionsInC.of(Path.of("..", "engine"), bits));
  }
}
