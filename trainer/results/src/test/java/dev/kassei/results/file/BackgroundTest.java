package dev.kassei.results.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import org.junit.jupiter.api.Test;

class BackgroundTest {
  private static Background<String> failing(Throwable problem) {
    return new Background<>(
        "test",
        () -> {
          if (problem instanceof IOException e) {
            throw e;
          }
          if (problem instanceof RuntimeException e) {
            throw e;
          }
          throw (Error) problem;
        });
  }

  @Test
  void joinGivesWhatWasMade() throws IOException {
    var work = new Background<>("test", () -> Thread.currentThread().getName());
    assertThat(work.join()).isEqualTo("test");
  }

  @Test
  void joinFailsAsTheWorkDid() {
    for (Throwable problem :
        List.of(
            new NoSuchFileException("x"), new IllegalStateException(), new OutOfMemoryError())) {
      Background<String> work = failing(problem);
      assertThatThrownBy(work::join).isSameAs(problem);
    }
  }
}
