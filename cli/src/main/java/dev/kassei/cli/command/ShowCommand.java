package dev.kassei.cli.command;

import dev.kassei.api.Activation;
import dev.kassei.api.Precision;
import dev.kassei.api.expr.Expr;
import dev.kassei.api.expr.FormulaPrinter;
import dev.kassei.api.expr.LatexPrinter;
import dev.kassei.api.value.Numbers;
import dev.kassei.cli.failure.UsageProblem;
import dev.kassei.cli.sheet.ActivationSheet;
import dev.kassei.cli.sheet.Json;
import dev.kassei.cli.sheet.NetworkSheet;
import dev.kassei.cli.sheet.PluginFormulas;
import dev.kassei.cli.sheet.PluginSheet;
import dev.kassei.cli.sheet.Printable;
import dev.kassei.experiment.config.ConfigSource;
import dev.kassei.experiment.config.LoadedConfig;
import dev.kassei.experiment.config.NamedPlugin;
import dev.kassei.experiment.plugin.PluginFailure;
import dev.kassei.experiment.plugin.Plugins;
import dev.kassei.results.record.RunFiles;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
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
      "Shows an activation (its formula, derivative and values), another plugin with its defaults"
          + " and, of layers, losses and optimizers, its formula, or the layers of an experiment.",
      "",
      "  kassei show gelu --at=-3,0,3",
      "  kassei show 'x*sigmoid(x)'",
      "  kassei show mish --latex",
      "  kassei show '{type: leaky_relu, alpha: 0.2}' --json",
      "  kassei show sine --kind dataset",
      "  kassei show configs/xor-mlp.yaml",
      ""
    },
    mixinStandardHelpOptions = true)
public final class ShowCommand implements Callable<Integer> {
  private static final List<Double> POINTS = List.of(-3.0, -1.0, 0.0, 1.0, 3.0);
  private static final List<Double> EVENLY_MANY = List.of(-3.0, -1.0, 1.0, 3.0);
  private static final List<String> OF_POINTS = List.of("--at", "--precision");
  private static final List<String> OF_ACTIVATIONS = List.of("--at", "--precision", "--latex");
  private static final String OPTIONS =
      "--at and --precision are for activations, --latex for what has a formula";

  @Spec private CommandSpec specification;
  @Mixin private PluginOptions options;

  @Parameters(
      paramLabel = "NAME|FORMULA|YAML|FILE",
      description =
          "A plugin's name, a formula of x, an activation as inline YAML, an experiment's YAML file,"
              + " - for one from the standard input, or a run's folder.")
  private String what;

  @Option(
      names = "--kind",
      paramLabel = "KIND",
      description =
          "The kind to show, such as activation or dataset, where plugins of several kinds have the"
              + " name. Default: all.")
  private Optional<String> kind = Optional.empty();

  @Option(
      names = "--at",
      split = ",",
      paramLabel = "X",
      converter = PointConverter.class,
      description =
          "Where to evaluate an activation, separated by commas; row-wise functions take the points"
              + " as one row. Default: -3,-1,0,1,3, without 0 where a row needs an even number.")
  private List<Double> points = List.of();

  @Option(
      names = "--precision",
      description =
          "The precision of an activation's values: float32 or float64. Default: float64.",
      paramLabel = "PRECISION")
  private Precision precision = Precision.FLOAT64;

  @Option(
      names = "--latex",
      description =
          "Prints formulas as LaTeX, for math mode with amsmath: those of activations and their"
              + " derivatives, of layers, losses and optimizers.")
  private boolean latex;

  @Option(names = "--json", description = "Prints JSON.")
  private boolean json;

  @Override
  public Integer call() {
    PrintWriter out = specification.commandLine().getOut();
    Plugins plugins = options.plugins();
    Optional<Path> file = file();
    if (file.isPresent()) {
      refuse(List.of("--kind"), "a file", "--kind is for names of plugins");
      refuse(OF_ACTIVATIONS, "a file", OPTIONS);
      LoadedConfig config =
          options
              .loader(plugins, specification.commandLine().getErr())
              .experiment(source(file.get()), List.of());
      print(NetworkSheet.of(config));
      return 0;
    }
    var typed = new TypedPlugins(plugins);
    if (!TypedPlugins.isName(what)) {
      refuse(List.of("--kind"), "not a name", "--kind is for names of plugins");
      print(sheet(typed.activation("activation", what), plugins));
      return 0;
    }
    List<TypedPlugins.OfKind> named = chosen(typed.named(what));
    if (named.stream().noneMatch(TypedPlugins.OfKind::isActivation)) {
      boolean hasFormula = named.stream().anyMatch(ShowCommand::hasFormula);
      refuse(hasFormula ? OF_POINTS : OF_ACTIVATIONS, "not an activation", OPTIONS);
    }
    for (int i = 0; i < named.size(); i++) {
      if (i > 0) {
        out.println();
      }
      print(sheet(named.get(i), typed, plugins));
    }
    return 0;
  }

  private static boolean hasFormula(TypedPlugins.OfKind plugin) {
    return !PluginFormulas.of(plugin.entry().defaults()).isEmpty();
  }

  /** Refuses options that this use would ignore. */
  private void refuse(List<String> options, String description, String purpose) {
    List<String> given =
        options.stream()
            .filter(specification.commandLine().getParseResult()::hasMatchedOption)
            .toList();
    if (!given.isEmpty()) {
      throw new UsageProblem(
          "'%s' is %s, so %s would be ignored; %s"
              .formatted(what, description, String.join(", ", given), purpose));
    }
  }

  private void print(Printable sheet) {
    PrintWriter out = specification.commandLine().getOut();
    if (json) {
      Json.print(out, sheet::write);
    } else {
      sheet.print(out);
    }
  }

  private Printable sheet(TypedPlugins.OfKind plugin, TypedPlugins typed, Plugins plugins) {
    return plugin.isActivation()
        ? sheet(typed.activation("activation", what), plugins)
        : new PluginSheet(plugin.kind(), plugin.entry(), notation());
  }

  /** Those of the kind asked for; one alone for JSON. */
  private List<TypedPlugins.OfKind> chosen(List<TypedPlugins.OfKind> named) {
    List<TypedPlugins.OfKind> chosen =
        named.stream().filter(each -> kind.isEmpty() || kind.get().equals(each.kind())).toList();
    String kinds = String.join(", ", named.stream().map(TypedPlugins.OfKind::kind).toList());
    if (chosen.isEmpty()) {
      throw new UsageProblem(
          "--kind: there is no %2$s '%1$s'; of this name there are: %3$s"
              .formatted(what, kind.orElseThrow(), kinds));
    }
    if (json && chosen.size() > 1) {
      throw new UsageProblem(
          "several plugins are called '%s'; choose with --kind: %s".formatted(what, kinds));
    }
    return chosen;
  }

  private ActivationSheet sheet(NamedPlugin<Activation> activation, Plugins plugins) {
    if (!points.isEmpty()) {
      return sheet(activation, plugins, points);
    }
    try {
      return sheet(activation, plugins, POINTS);
    } catch (UsageProblem e) {
      return sheet(activation, plugins, EVENLY_MANY);
    }
  }

  private ActivationSheet sheet(
      NamedPlugin<Activation> activation, Plugins plugins, List<Double> row) {
    try {
      return ActivationSheet.of(activation, plugins, notation(), precision, row);
    } catch (IllegalArgumentException e) {
      throw PluginFailure.of(e).isPresent()
          ? e
          : new UsageProblem(
              "%s cannot be computed for the row %s of --at: %s"
                  .formatted(
                      activation.name(), row.stream().map(Numbers::text).toList(), e.getMessage()));
    }
  }

  private Function<Expr, String> notation() {
    return latex ? LatexPrinter::latex : FormulaPrinter::text;
  }

  private static ConfigSource source(Path file) {
    return file.equals(StandardInput.TYPED) ? StandardInput.read() : ConfigSource.file(file);
  }

  /** A file, or that of a run's folder. */
  private Optional<Path> file() {
    try {
      Path path = Path.of(what);
      if (path.equals(StandardInput.TYPED)) {
        return Optional.of(path);
      }
      Path inside = path.resolve(RunFiles.CONFIG);
      if (Files.isRegularFile(inside)) {
        return Optional.of(inside);
      }
      if (Files.isDirectory(path) && !TypedPlugins.isName(what)) {
        throw new UsageProblem(TypedPlugins.folder(what));
      }
      boolean isNamedSo = what.endsWith(".yaml") || what.endsWith(".yml");
      return isNamedSo || Files.isRegularFile(path) ? Optional.of(path) : Optional.empty();
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }
}
