package dev.kassei.cli.command;

import dev.kassei.experiment.plugin.PluginExit;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Until its release, a plugin that ends the process lets happen what its exception would have. */
final class PluginExitGuard {
  private final Thread hook;

  /** What an end leaves to be done. */
  interface CleanUp {
    void run() throws IOException;
  }

  PluginExitGuard(CleanUp cleanUp) {
    hook = ShutdownHooks.add(() -> end(cleanUp));
  }

  private static void end(CleanUp cleanUp) {
    if (PluginExit.culprit().isEmpty()) {
      return;
    }
    try {
      cleanUp.run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void release() {
    ShutdownHooks.remove(hook);
  }
}
