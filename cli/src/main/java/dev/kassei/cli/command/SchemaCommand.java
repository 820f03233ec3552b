package dev.kassei.cli.command;

import dev.kassei.batch.plan.FileSchema;
import dev.kassei.cli.failure.Failures;
import dev.kassei.cli.sheet.SchemaText;
import dev.kassei.experiment.plugin.Plugins;
import dev.kassei.results.file.WholeFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code kassei schema}: what may stand in configurations, for editors. */
@Command(
    name = "schema",
    description = {
      "Prints the JSON Schema of configurations, by which editors complete and check them.",
      "",
      "  kassei schema --plugins my-plugins.jar --out kassei.schema.json",
      ""
    },
    mixinStandardHelpOptions = true)
public final class SchemaCommand implements Callable<Integer> {
  @Spec private CommandSpec specification;
  @Mixin private PluginPaths paths;

  @Option(
      names = "--out",
      converter = OutputFileConverter.class,
      paramLabel = "FILE",
      description = "The file to write. Default: standard output.")
  private Optional<Path> file = Optional.empty();

  @Override
  public Integer call() throws IOException {
    Plugins plugins = paths.plugins();
    String schema = SchemaText.of(FileSchema.of(plugins));
    if (file.isPresent()) {
      WholeFile.text(file.get(), out -> out.write(schema));
    } else {
      specification.commandLine().getOut().print(schema);
    }
    boolean problems = PluginPaths.report(plugins, specification.commandLine().getErr());
    return problems ? Failures.FIXABLE : 0;
  }
}
