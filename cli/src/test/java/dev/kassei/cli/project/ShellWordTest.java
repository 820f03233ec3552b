package dev.kassei.cli.project;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShellWordTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "/opt/kassei-0.1.0 | /opt/kassei-0.1.0",
        "runs/日本 | runs/日本",
        "new 日本 #1 | 'new 日本 #1'",
        "/opt/$x's/api.jar | '/opt/$x'\\''s/api.jar'",
        "a\"b | 'a\"b'",
        "`` | ''",
      })
  void posixShellsReadItAsItWas(String word, String typed) {
    assertThat(ShellWord.forPosix(word)).isEqualTo(typed);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {"C:\\kassei | C:\\kassei", "C:\\my kassei | \"C:\\my kassei\"", "it's | it's"})
  void windowsShellsReadItAsItWas(String word, String typed) {
    assertThat(ShellWord.forWindows(word)).isEqualTo(typed);
  }
}
