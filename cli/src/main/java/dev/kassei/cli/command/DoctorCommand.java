package dev.kassei.cli.command;

import dev.kassei.cli.doctor.Diagnosis;
import dev.kassei.cli.failure.Failures;
import dev.kassei.cli.project.Installation;
import dev.kassei.cli.sheet.Json;
import dev.kassei.experiment.plugin.Families;
import dev.kassei.experiment.plugin.PluginEntry;
import dev.kassei.experiment.plugin.Plugins;
import java.io.PrintWriter;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code kassei doctor}: what it runs on. */
@Command(
    name = "doctor",
    description = {
      "Says what Kassei runs on, which plugins it finds, and what would make it faster.",
      ""
    },
    mixinStandardHelpOptions = true)
public final class DoctorCommand implements Callable<Integer> {
  @Spec private CommandSpec specification;
  @Mixin private PluginPaths paths;

  @Option(names = "--json", description = "Prints JSON.")
  private boolean json;

  @Override
  public Integer call() {
    PrintWriter out = specification.commandLine().getOut();
    Plugins plugins = paths.plugins();
    var diagnosis =
        Diagnosis.ofThisProcess(
            Installation.of(DoctorCommand.class, Version.kassei()),
            Version.code(),
            counts(plugins),
            System.getenv().getOrDefault("KASSEI_ARCHIVE", ""));
    if (json) {
      Json.print(out, diagnosis::write);
    } else {
      diagnosis.print(out);
    }
    boolean problems = PluginPaths.report(plugins, specification.commandLine().getErr());
    return problems ? Failures.FIXABLE : 0;
  }

  /** How many plugins come from where, the built-in ones first; one of two families counts once. */
  private static Map<String, Integer> counts(Plugins plugins) {
    List<PluginEntry<?>> all =
        Families.ALL.stream()
            .<PluginEntry<?>>flatMap(family -> plugins.of(family).tried().entries().stream())
            .sorted(Comparator.comparing(entry -> !entry.isBuiltIn()))
            .toList();
    var counts = new LinkedHashMap<String, Integer>();
    var seen = new HashSet<Class<?>>();
    for (PluginEntry<?> entry : all) {
      if (seen.add(entry.type())) {
        counts.merge(entry.origin(), 1, Integer::sum);
      }
    }
    return counts;
  }
}
