package dev.kassei.cli.command;

import dev.kassei.cli.failure.UsageProblem;
import dev.kassei.cli.project.ClassName;
import dev.kassei.cli.project.ExistingProject;
import dev.kassei.cli.project.Installation;
import dev.kassei.cli.project.PluginKind;
import dev.kassei.cli.project.PluginProject;
import dev.kassei.cli.project.PluginSources;
import dev.kassei.cli.project.ShellWord;
import dev.kassei.experiment.config.advice.Suggestions;
import dev.kassei.experiment.plugin.Family;
import dev.kassei.experiment.plugin.Plugins;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code kassei new}: a project for a plugin of your own. */
@Command(
    name = "new",
    description = {
      "Writes a small project for a plugin of your own: its class, its test, and an experiment that"
          + " uses it. It builds and passes its test as it is.",
      "",
      "  kassei new activation MyMish",
      "  cd my-mish && mvn package && kassei run experiment.yaml",
      "  kassei new optimizer MyStep --into .",
      ""
    },
    mixinStandardHelpOptions = true)
public final class NewCommand implements Callable<Integer> {
  private static final String PACKAGE = "org.example";

  @Spec private CommandSpec specification;

  @Parameters(
      index = "0",
      paramLabel = "KIND",
      description = "The kind of plugin, such as activation or optimizer.")
  private String kind;

  @Parameters(
      index = "1",
      paramLabel = "NAME",
      description = "The name of its class, such as MyMish.")
  private String name;

  @Option(
      names = "--package",
      paramLabel = "PACKAGE",
      description = "The package of the class. Default: that of the project, or org.example.")
  private Optional<String> packageName = Optional.empty();

  @Option(
      names = "--group",
      paramLabel = "GROUP",
      description = "The Maven groupId. Default: the package.")
  private Optional<String> group = Optional.empty();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "The project's folder. Default: the name, such as my-mish.")
  private Optional<Path> target = Optional.empty();

  @Option(
      names = "--into",
      paramLabel = "PROJECT",
      description = "Adds the plugin to the project in this folder.")
  private Optional<Path> existing = Optional.empty();

  @Override
  public Integer call() throws IOException {
    PluginKind known = known();
    try {
      return existing.isPresent() ? add(known, existing.get()) : write(known);
    } catch (IllegalArgumentException e) {
      throw new UsageProblem(e.getMessage());
    }
  }

  private int add(PluginKind known, Path folder) throws IOException {
    if (target.isPresent()) {
      throw new UsageProblem("--out and --into exclude each other");
    }
    if (group.isPresent()) {
      throw new UsageProblem("--group: the project in '%s' has one".formatted(folder));
    }
    var project = new ExistingProject(folder);
    PluginSources plugin = sources(known, project.packageName().orElse(PACKAGE));
    OutputFolder.require(folder);
    String experiment = project.add(plugin);
    sayNext(folder, Installation.of(NewCommand.class, Version.kassei()), experiment);
    return 0;
  }

  private int write(PluginKind known) throws IOException {
    PluginSources plugin = sources(known, PACKAGE);
    var project = new PluginProject(plugin, group.orElse(plugin.packageName()));
    Path folder = target.orElse(Path.of(plugin.name().inFiles()));
    if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      throw new UsageProblem(
          "'%s' exists already; choose another folder with --out, or add the plugin to the project in it with --into"
              .formatted(folder));
    }
    OutputFolder.require(folder);
    Installation kassei = Installation.of(NewCommand.class, Version.kassei());
    project.write(folder, kassei);
    sayNext(folder, kassei, "experiment.yaml");
    return 0;
  }

  private void sayNext(Path folder, Installation kassei, String experiment) {
    PrintWriter out = specification.commandLine().getOut();
    String command = kassei.command(System.getenv().getOrDefault("PATH", ""));
    out.println(
        "Next: cd %s && mvn package && %s run %s"
            .formatted(ShellWord.of(folder), command, experiment));
    out.println(folder);
  }

  private PluginSources sources(PluginKind known, String defaultPackage) {
    var plugin = new PluginSources(known, new ClassName(name), packageName.orElse(defaultPackage));
    requireNewName(plugin);
    return plugin;
  }

  private PluginKind known() {
    return PluginKind.of(kind)
        .orElseThrow(
            () ->
                new UsageProblem(
                    "there is no kind of plugin called '%s'%s There are %s"
                        .formatted(
                            kind,
                            Suggestions.nearestWord(kind, PluginKind.words())
                                .map("; did you mean '%s'?"::formatted)
                                .orElse("."),
                            String.join(", ", PluginKind.words()))));
  }

  private static void requireNewName(PluginSources plugin) {
    String name = plugin.name().inConfigurations();
    for (Family<?> family : plugin.kind().families()) {
      if (Plugins.builtIn().of(family).find(name).isPresent()) {
        throw new UsageProblem(
            "Kassei already has %s '%s'; choose another name"
                .formatted(family.withArticle(), name));
      }
    }
  }
}
