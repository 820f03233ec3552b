package dev.kassei.cli.command;

import dev.kassei.batch.plan.FileLoader;
import dev.kassei.cli.failure.UsageProblem;
import dev.kassei.experiment.config.ConfigLoader;
import dev.kassei.experiment.config.PluginPolicy;
import dev.kassei.experiment.plugin.Plugins;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Where plugins come from, for commands that read configurations, which can name some, too. */
final class PluginOptions {
  @Mixin private PluginPaths paths;

  @Option(
      names = "--no-plugins",
      description =
          "Refuses configurations that name plugins, since reading one runs its plugins' code.")
  private boolean refused;

  private final Set<String> said = new HashSet<>();

  /** The plugins, built in and at the paths. */
  Plugins plugins() {
    if (refused && !paths().isEmpty()) {
      throw new UsageProblem("--plugins and --no-plugins exclude each other");
    }
    return paths.plugins();
  }

  /** Where plugins beside the built-in ones are. */
  List<Path> paths() {
    return paths.list();
  }

  /**
   * A loader that knows these plugins, and says once for each file which others it loads because
   * the file names them. It reports those of both that cannot be used.
   */
  FileLoader loader(Plugins plugins, PrintWriter err) {
    var reported = new Reported(err);
    if (!paths().isEmpty()) {
      reported.loaded(plugins);
    }
    return new FileLoader(new ConfigLoader(plugins, paths(), reported));
  }

  /** Where it is in truth: it is for the reader to judge. */
  private static String place(Path path) {
    try {
      return path.toRealPath().toString();
    } catch (IOException e) {
      return path.toAbsolutePath().toString();
    }
  }

  /** Loads plugins unless that is refused, and says so; nothing is said twice. */
  private final class Reported implements PluginPolicy {
    private final PrintWriter err;

    Reported(PrintWriter err) {
      this.err = err;
    }

    @Override
    public Optional<String> refusal(Path file, List<Path> named) {
      String list = String.join(", ", named.stream().map(PluginOptions::place).toList());
      if (refused) {
        return Optional.of("refused by --no-plugins, since their code would run: " + list);
      }
      say("%s loads plugins: %s".formatted(file, list));
      return Optional.empty();
    }

    @Override
    public void loaded(Plugins usable) {
      PluginPaths.reports(usable).forEach(this::say);
    }

    private void say(String line) {
      if (said.add(line)) {
        err.println(line);
      }
    }
  }
}
