package dev.kassei.cli.command;

import dev.kassei.cli.failure.UsageProblem;
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
      description =
          "A plugin jar, a folder of jars or of classes, or the folder of a Maven project."
              + " Repeatable.")
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
    List<String> reports = reports(plugins);
    reports.forEach(err::println);
    return !reports.isEmpty();
  }

  /** A line for each plugin that cannot be used. */
  static List<String> reports(Plugins plugins) {
    return plugins.problems().stream().map(problem -> "plugin not usable: " + problem).toList();
  }

  /** The paths; none by default. */
  List<Path> list() {
    return paths;
  }
}
