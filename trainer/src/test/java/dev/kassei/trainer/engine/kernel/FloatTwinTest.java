package dev.kassei.trainer.engine.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FloatTwinTest {
  static Iterable<String> names() {
    return FloatTwin.NAMES;
  }

  @ParameterizedTest
  @MethodSource("names")
  void floatTwinsAreFresh(String name) throws IOException {
    String original = Files.readString(FloatTwin.FOLDER.resolve(name + ".java"));
    String twin = Files.readString(FloatTwin.FOLDER.resolve(FloatTwin.twinOf(name) + ".java"));

    assertThat(twin).isEqualTo(FloatTwin.twin(original));
  }
}
