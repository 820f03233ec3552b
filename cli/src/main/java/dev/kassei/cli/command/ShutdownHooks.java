package dev.kassei.cli.command;

/** What the end of the process starts. */
final class ShutdownHooks {
  private static final String NAME = "kassei-end";
  private static final int TIMEOUT_MILLIS = 1_000;

  private ShutdownHooks() {}

  /** Adds a hook. */
  static Thread add(Runnable work) {
    var hook = new Thread(work, NAME);
    Runtime.getRuntime().addShutdownHook(hook);
    return hook;
  }

  /** Removes a hook that was added, unless it runs already. */
  static void remove(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // the process is ending: the hook runs
      return;
    }
  }

  /** Waits a while for the others; called by one of them. */
  static void awaitOthers() {
    try {
      for (Thread other : Thread.getAllStackTraces().keySet()) {
        if (other.getName().equals(NAME) && !other.equals(Thread.currentThread())) {
          other.join(TIMEOUT_MILLIS);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
