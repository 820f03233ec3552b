package dev.kassei.cli.command;

import dev.kassei.cli.failure.Failures;
import dev.kassei.experiment.plugin.PluginExit;
import dev.kassei.experiment.plugin.PluginProblem;
import java.io.PrintWriter;

/**
 * Lets a process fail that a plugin ends by {@link System#exit}, whatever code it gives: nobody who
 * reads an exit code of 0 would look for results that are missing.
 */
public final class PluginExitReport {
  private PluginExitReport() {}

  /** Adds the hook that looks, when the process ends, who has asked for it. */
  public static void add(PrintWriter err) {
    ShutdownHooks.add(() -> PluginExit.culprit().ifPresent(each -> fail(each, err)));
  }

  private static void fail(PluginProblem culprit, PrintWriter err) {
    err.println("a plugin fails: " + culprit);
    err.flush();
    ShutdownHooks.awaitOthers();
    Runtime.getRuntime().halt(Failures.FAILED);
  }
}
