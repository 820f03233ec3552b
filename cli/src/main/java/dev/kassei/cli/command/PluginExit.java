package dev.kassei.cli.command;

import dev.kassei.cli.failure.Failures;
import dev.kassei.experiment.plugin.PluginFrame;
import dev.kassei.experiment.plugin.PluginProblem;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;

/**
 * Lets a process fail that a plugin ends by {@link System#exit}, whatever code it gives: nobody who
 * reads an exit code of 0 would look for results that are missing.
 */
public final class PluginExit {
  private PluginExit() {}

  /** Adds the hook that looks, when the process ends, who has asked for it. */
  public static void report(PrintWriter err) {
    ShutdownHooks.add(() -> culprit().ifPresent(each -> fail(each, err)));
  }

  private static void fail(PluginProblem culprit, PrintWriter err) {
    err.println("a plugin fails: " + culprit);
    err.flush();
    ShutdownHooks.awaitOthers();
    Runtime.getRuntime().halt(Failures.FAILED);
  }

  /** The plugin that ends the process; it waits on its stack until all hooks are done. */
  static Optional<PluginProblem> culprit() {
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
