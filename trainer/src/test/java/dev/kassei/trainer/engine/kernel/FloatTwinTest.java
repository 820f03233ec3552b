package dev.kassei.trainer.engine.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FloatTwinTest {
  static List<Path> originals() {
    return FloatTwin.originals();
  }

  @ParameterizedTest
  @MethodSource("originals")
  void floatTwinsAreFresh(Path original) throws IOException {
    String twin = Files.readString(FloatTwin.twin(original));

    assertThat(twin).isEqualTo(FloatTwin.twin(Files.readString(original)));
  }
}
