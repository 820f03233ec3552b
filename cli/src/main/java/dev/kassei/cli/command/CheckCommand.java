package dev.kassei.cli.command;

import dev.kassei.cli.failure.Failures;
import dev.kassei.cli.sheet.CheckReport;
import dev.kassei.cli.sheet.CheckedPlugin;
import dev.kassei.cli.sheet.Json;
import dev.kassei.experiment.plugin.Plugins;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code kassei check}: whether plugins and formulas keep the contract of their family. */
@Command(
    name = "check",
    description = {
      "Checks plugins and formulas: shapes, NaN, extreme inputs, derivatives, kinks and jumps,"
          + " float32 beside float64, the same bits each time.",
      "",
      "  kassei check mish adam",
      "  kassei check 'x * tanh(softplus(x))'",
      "  kassei check '{type: leaky_relu, alpha: 0.2}'",
      "  kassei check --plugins target/classes",
      ""
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:nothing is wrong", "1:a plugin has errors", "2:something you can fix"},
    mixinStandardHelpOptions = true)
public final class CheckCommand implements Callable<Integer> {
  @Spec private CommandSpec specification;
  @Mixin private PluginOptions options;

  @Parameters(
      paramLabel = "NAME|FORMULA|YAML",
      description =
          "Plugins by name, formulas of x, activations as inline YAML. By default all plugins, or"
              + " with --plugins all that are there.")
  private List<String> names = List.of();

  @Option(names = "--json", description = "Prints JSON.")
  private boolean json;

  @Override
  public Integer call() {
    PrintWriter out = specification.commandLine().getOut();
    Plugins plugins = options.plugins();
    var list = new CheckList(plugins);
    List<CheckedPlugin> checked =
        names.isEmpty()
            ? list.all(!options.paths().isEmpty())
            : names.stream().flatMap(list::named).toList();
    var report = new CheckReport(checked);
    if (json) {
      Json.print(out, report::write);
    } else {
      report.print(out);
    }
    return checked.stream().anyMatch(CheckedPlugin::hasErrors) ? Failures.FAILED : 0;
  }
}
