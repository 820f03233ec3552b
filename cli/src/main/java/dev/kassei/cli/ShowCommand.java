package dev.kassei.cli;

import dev.kassei.api.Activation;
import dev.kassei.api.Precision;
import dev.kassei.trainer.config.ConfigLoader;
import dev.kassei.trainer.config.LoadedConfig;
import dev.kassei.trainer.config.NamedPlugin;
import dev.kassei.trainer.plugin.Families;
import dev.kassei.trainer.plugin.Family;
import dev.kassei.trainer.plugin.PluginEntry;
import dev.kassei.trainer.plugin.PluginFailure;
import dev.kassei.trainer.plugin.Plugins;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code kassei show}: one plugin, one formula, or the network of one experiment. */
@Command(
    name = "show",
    description = {
      "Shows an activation: formula, derivative and values; another plugin with its defaults; or"
          + " the layers of an experiment.",
      "",
      "  kassei show gelu --at=-3,0,3",
      "  kassei show '{type: leaky_relu, alpha: 0.2}'",
      "  kassei show '{formula: \"x*sigmoid(x)\"}' --json",
      "  kassei show configs/xor-mlp.yaml",
      ""
    },
    mixinStandardHelpOptions = true)
final class ShowCommand implements Callable<Integer> {
  @Spec private CommandSpec specification;
  @Mixin private PluginOptions options;

  @Parameters(
      paramLabel = "NAME|YAML|FILE",
      description = "A plugin's name, an activation as inline YAML, or an experiment's file.")
  private String what;

  @Option(
      names = "--at",
      split = ",",
      paramLabel = "X",
      converter = PointConverter.class,
      description =
          "Where to evaluate, separated by commas; row-wise functions take the points as one row."
              + " Default: ${DEFAULT-VALUE}.")
  private List<Double> points = List.of(-3.0, -1.0, 0.0, 1.0, 3.0);

  @Option(
      names = "--precision",
      description = "float32 or float64. Default: ${DEFAULT-VALUE}.",
      paramLabel = "PRECISION")
  private Precision precision = Precision.FLOAT64;

  @Option(names = "--json", description = "Prints JSON.")
  private boolean json;

  @Override
  public Integer call() {
    PrintWriter out = specification.commandLine().getOut();
    Plugins plugins = options.plugins();
    Optional<Path> file = file();
    if (file.isPresent()) {
      LoadedConfig config = new ConfigLoader(plugins).load(file.get(), List.of());
      NetworkSheet sheet = NetworkSheet.of(config);
      sheet.print(out, json);
      return 0;
    }
    Optional<PluginSheet> other = other(plugins);
    if (other.isPresent()) {
      other.get().print(out, json);
      return 0;
    }
    NamedPlugin<Activation> activation =
        new ConfigLoader(plugins).plugin(Families.ACTIVATION, "activation", what);
    sheet(activation, plugins).print(out, json);
    return 0;
  }

  private ActivationSheet sheet(NamedPlugin<Activation> activation, Plugins plugins) {
    try {
      return ActivationSheet.of(activation, plugins, precision, points);
    } catch (IllegalArgumentException e) {
      throw PluginFailure.of(e).isPresent()
          ? e
          : new Failures.UsageProblem(
              "%s cannot be computed for the row %s: %s"
                  .formatted(activation.name(), points, e.getMessage()));
    }
  }

  private Optional<Path> file() {
    try {
      Path path = Path.of(what);
      boolean named = what.endsWith(".yaml") || what.endsWith(".yml");
      return named || Files.isRegularFile(path) ? Optional.of(path) : Optional.empty();
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  /** A plugin of this name that is not an activation. */
  private Optional<PluginSheet> other(Plugins plugins) {
    for (Family<?> family : Families.ALL) {
      Optional<? extends PluginEntry<?>> entry = plugins.of(family).find(what);
      if (entry.isPresent() && !Activation.class.isAssignableFrom(entry.get().type())) {
        return Optional.of(new PluginSheet(family.key(), entry.get()));
      }
    }
    return Optional.empty();
  }
}
