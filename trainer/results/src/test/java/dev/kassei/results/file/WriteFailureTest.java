package dev.kassei.results.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.FileSystemException;
import org.junit.jupiter.api.Test;

class WriteFailureTest {
  @Test
  void theFileThatWasToBeWrittenIsNamed() {
    String full = "No space left on device";
    assertThat(WriteFailure.sentence(new FileSystemException("a", null, full)))
        .isEqualTo("results cannot be written to 'a': " + full);
    assertThat(WriteFailure.sentence(new FileSystemException("from", "to", full)))
        .isEqualTo("results cannot be written to 'to': " + full);
  }
}
