package dev.kassei.cli.command;

import dev.kassei.experiment.plugin.PluginFrame;
import java.io.PrintWriter;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Says which plugin is at work where one has been for ten seconds: it may never end. */
public final class PluginWatch {
  private static final int PERIOD_MILLIS = 2_000;

  /** Between the first and the last of these looks lie ten seconds. */
  private static final int LOOKS = 6;

  private final PrintWriter err;
  private final Thread thread = new Thread(this::watch, "kassei-plugin-watch");
  private final Set<Work> said = new HashSet<>();
  private Map<Work, Integer> looks = Map.of();

  PluginWatch(PrintWriter err) {
    this.err = err;
  }

  /** A method of a plugin that Kassei has called. */
  private record Work(String origin, String type, String method) {}

  /** Watches until its end. */
  public static PluginWatch start(PrintWriter err) {
    var watch = new PluginWatch(err);
    watch.thread.setDaemon(true);
    watch.thread.start();
    return watch;
  }

  private void watch() {
    try {
      while (true) {
        Thread.sleep(PERIOD_MILLIS);
        look(Thread.getAllStackTraces().values());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Looks once; what was at work at each of the last looks is told, and never again. */
  void look(Collection<StackTraceElement[]> stacks) {
    var seen = new HashMap<Work, Integer>();
    for (StackTraceElement[] stack : stacks) {
      List<PluginFrame> frames = PluginFrame.on(stack);
      if (!frames.isEmpty()) {
        Work work = work(frames.get(frames.size() - 1));
        seen.put(work, looks.getOrDefault(work, 0) + 1);
        if (seen.get(work) >= LOOKS && said.add(work)) {
          say(work, frames.get(0));
        }
      }
    }
    looks = seen;
  }

  private static Work work(PluginFrame called) {
    StackTraceElement element = called.element();
    return new Work(called.origin(), element.getClassName(), element.getMethodName());
  }

  private void say(Work work, PluginFrame now) {
    err.printf(
        "%na plugin takes long: %s: %s: its %s has been at work for 10 seconds, now in line %s; Ctrl-C ends it%n",
        work.origin(), work.type(), called(work.method()), now.line());
    err.flush();
  }

  private static String called(String method) {
    return switch (method) {
      case "<clinit>" -> "static initializer";
      case "<init>" -> "constructor";
      default -> "method " + method;
    };
  }

  /** Who is at work now, for those who wait for the end. */
  static Optional<String> atWork() {
    return Thread.getAllStackTraces().values().stream()
        .flatMap(stack -> PluginFrame.on(stack).stream().limit(1))
        .findFirst()
        .map(frame -> frame.problem("it is at work in line " + frame.line()).toString());
  }

  /** Looks no more. */
  public void end() {
    thread.interrupt();
  }
}
