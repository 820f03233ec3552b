package dev.kassei.experiment.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PluginExitTest {
  private static StackTraceElement frame(String loader, String type, String method, int line) {
    return new StackTraceElement(loader, null, null, type, method, type + ".java", line);
  }

  @Test
  void aPluginThatEndsTheProcessIsNamed() {
    StackTraceElement[] exits = {
      frame("", "java.lang.Runtime", "exit", 115),
      frame("", "java.lang.System", "exit", 1860),
      frame("plugin a.jar", "thirdparty.Leaving", "epochEnded", 9),
      frame("app", "dev.kassei.cli.Kassei", "main", 60)
    };

    assertThat(PluginExit.culprit(List.<StackTraceElement[]>of(exits)))
        .hasValueSatisfying(
            problem ->
                assertThat(problem)
                    .hasToString(
                        "a.jar: thirdparty.Leaving: it ends the process by System.exit in line 9;"
                            + " throw an exception instead"));
  }

  @Test
  void neitherOurOwnEndNorAPluginAtWorkIsAPluginThatEndsTheProcess() {
    StackTraceElement[] ours = {
      frame("", "java.lang.Runtime", "exit", 115), frame("app", "dev.kassei.cli.Kassei", "main", 60)
    };
    StackTraceElement[] working = {
      frame("plugin a.jar", "thirdparty.Working", "apply", 7),
      frame("app", "dev.kassei.cli.Kassei", "main", 60)
    };

    assertThat(PluginExit.culprit(List.of(ours, working))).isEmpty();
  }
}
