package dev.kassei.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is said of plugins by the stacks of threads. */
final class PluginWatchTest {
  private final StringWriter said = new StringWriter();
  private final PluginWatch watch = new PluginWatch(new PrintWriter(said, true));

  /** A thread in line 7 of a plugin's method that is called by Kassei. */
  private static StackTraceElement[] in(String method) {
    return new StackTraceElement[] {
      frame("plugin a.jar", "thirdparty.Help", "loop", 7),
      frame("plugin a.jar", "thirdparty.Endless", method, 3),
      frame("app", "dev.kassei.cli.Kassei", "main", 60)
    };
  }

  private static StackTraceElement frame(String loader, String type, String method, int line) {
    return new StackTraceElement(loader, null, null, type, method, type + ".java", line);
  }

  private void look(int times, String method) {
    for (int i = 0; i < times; i++) {
      watch.look(List.<StackTraceElement[]>of(in(method)));
    }
  }

  @Test
  void whoIsAtWorkForTenSecondsIsNamedOnce() {
    look(5, "apply");
    assertThat(said.toString()).isEmpty();

    look(10, "apply");
    assertThat(said.toString())
        .isEqualToNormalizingNewlines(
            "\na plugin takes long: a.jar: thirdparty.Endless: its method apply has been at work for"
                + " 10 seconds, now in line 7; Ctrl-C ends it\n");
  }

  @Test
  void aPluginThatReturnsInTimeIsNotNamed() {
    look(5, "apply");
    watch.look(List.of());
    look(5, "apply");
    assertThat(said.toString()).isEmpty();
  }

  @Test
  void constructorsAndInitializersAreCalledSo() {
    look(6, "<init>");
    look(6, "<clinit>");
    assertThat(said.toString()).contains("its constructor has", "its static initializer has");
  }
}
