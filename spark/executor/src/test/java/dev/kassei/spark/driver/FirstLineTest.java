package dev.kassei.spark.driver;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FirstLineTest {
  private static String of(String message) {
    return FirstLine.of(new IllegalStateException(message));
  }

  @Test
  void machineAndReasonStandInThePlaceOfSparksNumbers() {
    assertThat(
            of(
                """
                Job aborted due to stage failure: Task 0 in stage 1.0 failed 4 times, most recent failure: Lost task 0.3 in stage 1.0 (TID 7) (127.0.0.1 executor 1): java.nio.file.FileSystemException: /a/b (c): No space left on device
                \tat java.base/sun.nio.fs.UnixFileSystem.copyFile
                """))
        .isEqualTo(
            "127.0.0.1 executor 1: java.nio.file.FileSystemException: /a/b (c): No space left on device");
  }

  @Test
  void otherMessagesStayAsTheyAre() {
    assertThat(of("Job 3 cancelled because SparkContext was shut down\nCaused by"))
        .isEqualTo("Job 3 cancelled because SparkContext was shut down");
    assertThat(of("")).isEmpty();
  }
}
