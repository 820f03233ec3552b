package dev.kassei.cli.command;

/** What the end of the process starts. */
final class ShutdownHooks {
  private ShutdownHooks() {}

  /** Removes a hook that was added, unless it runs already. */
  static void remove(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // the process is ending: the hook runs
      return;
    }
  }
}
