package dev.kassei.experiment.plugin;

import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;

/** Tells in a hook at the end of a process whether a plugin has ended it. */
public final class PluginExit {
  private PluginExit() {}

  /** The plugin that ends the process; it waits on its stack until all hooks are done. */
  public static Optional<PluginProblem> culprit() {
    return culprit(Thread.getAllStackTraces().values());
  }

  static Optional<PluginProblem> culprit(Collection<StackTraceElement[]> stacks) {
    return stacks.stream()
        .filter(PluginExit::ends)
        .flatMap(stack -> PluginFrame.on(stack).stream().limit(1))
        .findFirst()
        .map(
            frame ->
                frame.problem(
                    "it ends the process by System.exit in line %s; throw an exception instead"
                        .formatted(frame.line())));
  }

  private static boolean ends(StackTraceElement[] stack) {
    return Arrays.stream(stack)
        .anyMatch(
            frame ->
                frame.getClassName().equals(Runtime.class.getName())
                    && frame.getMethodName().equals("exit"));
  }
}
