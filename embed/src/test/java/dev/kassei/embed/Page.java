package dev.kassei.embed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** A page of the documentation, and the programs on it. */
record Page(String text) {
  private static final Pattern BLOCK =
      Pattern.compile("^```java\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE);
  private static final Path TESTS = Path.of("src", "test", "java", "dev", "kassei", "embed");

  static Page of(String name) throws IOException {
    return new Page(Files.readString(Path.of("..", "docs", name)));
  }

  /** Requires that each program stands in a test, which has been compiled and runs it. */
  void isShownFrom(Class<?> test, int blocks) throws IOException {
    String source = squeezed(Files.readString(TESTS.resolve(test.getSimpleName() + ".java")));
    List<String> programs =
        BLOCK.matcher(text).results().map(block -> squeezed(block.group(1))).toList();
    assertThat(programs).hasSize(blocks).allSatisfy(each -> assertThat(source).contains(each));
  }

  /** Line breaks differ, and tests run one folder further down. */
  private static String squeezed(String code) {
    return code.replace("../configs/", "configs/").replaceAll("\\s+", "");
  }
}
