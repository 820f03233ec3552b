package dev.kassei.cli.command;

import dev.kassei.cli.failure.UsageProblem;
import dev.kassei.experiment.plugin.PluginProblem;
import dev.kassei.experiment.plugin.Plugins;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** Where plugins beside the built-in ones are. */
final class PluginPaths {
  @Option(
      names = "--plugins",
      paramLabel = "PATH",
      description = "A plugin jar, a folder of jars, or a folder of classes. Repeatable.")
  private final List<Path> paths = new ArrayList<>();

  /** The plugins, built in and at the paths. */
  Plugins plugins() {
    try {
      return Plugins.builtIn().and(paths);
    } catch (IllegalArgumentException e) {
      throw new UsageProblem("--plugins: " + e.getMessage());
    }
  }

  /** Reports plugins that cannot be used; the others can. */
  static boolean report(Plugins plugins, PrintWriter err) {
    List<PluginProblem> problems = plugins.problems();
    problems.forEach(problem -> err.println("plugin not usable: " + problem));
    return !problems.isEmpty();
  }

  /** The paths; none by default. */
  List<Path> list() {
    return paths;
  }
}
