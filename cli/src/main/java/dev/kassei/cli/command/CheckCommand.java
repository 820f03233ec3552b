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
          + " float32 against float64, the same bits each time.",
      "",
      "  kassei check mish adam",
      "  kassei check 'x * tanh(softplus(x))'",
      "  kassei check '{type: leaky_relu, alpha: 0.2}'",
      "  kassei check --plugins .",
      ""
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:no plugin has errors", "1:a plugin has errors", "2:something you can fix"},
    mixinStandardHelpOptions = true)
public final class CheckCommand implements Callable<Integer> {
  @Spec private CommandSpec specification;
  @Mixin private PluginPaths paths;

  @Parameters(
      paramLabel = "NAME|FORMULA|YAML",
      description =
          "Names of plugins, formulas of x, or plugins as inline YAML. Default: all plugins, or"
              + " all at the --plugins paths.")
  private List<String> names = List.of();

  @Option(names = "--json", description = "Prints JSON.")
  private boolean json;

  @Override
  public Integer call() {
    PrintWriter out = specification.commandLine().getOut();
    Plugins plugins = paths.plugins();
    var list = new CheckList(plugins);
    List<CheckedPlugin> checked =
        names.isEmpty()
            ? (paths.list().isEmpty() ? list.all() : list.thirdParty())
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
