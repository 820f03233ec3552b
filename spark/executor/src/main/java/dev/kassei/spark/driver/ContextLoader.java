package dev.kassei.spark.driver;

import java.util.function.Supplier;

/** Spark looks for classes where the thread's class loader does. */
final class ContextLoader {
  private ContextLoader() {}

  static <T> T call(Supplier<T> work) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(ContextLoader.class.getClassLoader());
    try {
      return work.get();
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  static void run(Runnable work) {
    call(
        () -> {
          work.run();
          return true;
        });
  }
}
