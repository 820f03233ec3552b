package dev.kassei.cli.command;

import dev.kassei.api.Activation;
import dev.kassei.cli.failure.Failures;
import dev.kassei.cli.failure.UsageProblem;
import dev.kassei.cli.project.PluginKind;
import dev.kassei.cli.sheet.Json;
import dev.kassei.cli.sheet.TextTable;
import dev.kassei.experiment.plugin.Catalogue;
import dev.kassei.experiment.plugin.Families;
import dev.kassei.experiment.plugin.Family;
import dev.kassei.experiment.plugin.PluginEntry;
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
import tools.jackson.core.JsonGenerator;

/** {@code kassei list}: the plugins there are. */
@Command(
    name = "list",
    description = {
      "Lists the plugins: activations, layers, models, losses, optimizers and more.",
      "",
      "  kassei list activations --family gated",
      "  kassei list --peer keras --property bounded,smooth",
      ""
    },
    mixinStandardHelpOptions = true)
public final class ListCommand implements Callable<Integer> {
  @Spec private CommandSpec specification;
  @Mixin private PluginPaths paths;
  @Mixin private ActivationFilter filter;

  @Parameters(
      arity = "0..1",
      paramLabel = "KIND",
      description = "The kind to list, such as activations or losses. Default: all.")
  private String kind = "";

  @Option(names = "--json", description = "Prints JSON.")
  private boolean json;

  @Override
  public Integer call() {
    PrintWriter out = specification.commandLine().getOut();
    Plugins plugins = paths.plugins();
    requireActivationsForFilter();
    List<? extends Catalogue<?>> catalogues =
        filter.isEmpty()
            ? catalogues(plugins)
            : List.of(filter.filter(plugins.of(Families.ACTIVATION).tried()));
    if (json) {
      Json.print(out, generator -> write(generator, catalogues));
    } else {
      catalogues.forEach(catalogue -> print(out, catalogue, plugins));
    }
    boolean problems = PluginPaths.report(plugins, specification.commandLine().getErr());
    return problems ? Failures.FIXABLE : 0;
  }

  private List<? extends Catalogue<?>> catalogues(Plugins plugins) {
    return families().stream()
        .map(family -> plugins.of(family).tried())
        .map(ListCommand::withoutActivations)
        .filter(catalogue -> !kind.isEmpty() || !catalogue.entries().isEmpty())
        .toList();
  }

  /** Layers without the activations among them, which have a list of their own. */
  private static <T> Catalogue<T> withoutActivations(Catalogue<T> all) {
    if (isOfActivations(all)) {
      return all;
    }
    List<PluginEntry<T>> others =
        all.entries().stream()
            .filter(entry -> !Activation.class.isAssignableFrom(entry.type()))
            .toList();
    return new Catalogue<>(all.family(), others, all.problems());
  }

  private List<Family<?>> families() {
    List<Family<?>> chosen =
        Families.ALL.stream()
            .filter(
                family ->
                    kind.isEmpty() || kind.equals(family.key()) || kind.equals(family.plural()))
            .toList();
    if (chosen.isEmpty()) {
      throw new UsageProblem(unknown());
    }
    return chosen;
  }

  /** Why there is nothing of this kind to list. */
  private String unknown() {
    return PluginKind.of(kind.replaceFirst("s$", ""))
        .map(
            known ->
                "%ss are listed among the %2$s: kassei list %2$s"
                    .formatted(known.word(), known.families().get(0).plural()))
        .orElseGet(
            () ->
                "there is no kind of plugin called '%s'; there are %s"
                    .formatted(
                        kind,
                        String.join(", ", Families.ALL.stream().map(Family::plural).toList())));
  }

  private void requireActivationsForFilter() {
    Family<?> activations = Families.ACTIVATION;
    if (!filter.isEmpty() && !kind.isEmpty() && !families().contains(activations)) {
      throw new UsageProblem(
          "--family, --peer and --property choose among activations, not among %s".formatted(kind));
    }
  }

  private static void print(PrintWriter out, Catalogue<?> catalogue, Plugins plugins) {
    boolean activations = isOfActivations(catalogue);
    String plural = catalogue.family().plural();
    if (catalogue.entries().isEmpty()) {
      out.println(plural + ": none");
      out.println();
      return;
    }
    var table =
        activations
            ? new TextTable(plural, "title", "family", "from")
            : new TextTable(plural, "title", "from");
    for (PluginEntry<?> entry : catalogue.entries()) {
      if (activations) {
        table.add(entry.name(), entry.title(), entry.group(), entry.origin());
      } else {
        table.add(entry.name(), entry.title(), entry.origin());
      }
    }
    table.print(out);
    if (catalogue.family().equals(Families.LAYER)) {
      int count = plugins.of(Families.ACTIVATION).entries().size();
      out.println(count + " activations are layers, too: kassei list activations");
    }
    out.println();
  }

  private static boolean isOfActivations(Catalogue<?> catalogue) {
    return catalogue.family().equals(Families.ACTIVATION);
  }

  private static void write(JsonGenerator json, List<? extends Catalogue<?>> catalogues) {
    json.writeStartObject();
    for (Catalogue<?> catalogue : catalogues) {
      json.writeArrayPropertyStart(catalogue.family().plural());
      for (PluginEntry<?> entry : catalogue.entries()) {
        json.writeStartObject();
        json.writeStringProperty("name", entry.name());
        json.writeStringProperty("title", entry.title());
        if (isOfActivations(catalogue)) {
          json.writeStringProperty("family", entry.group());
        }
        json.writeStringProperty("from", entry.origin());
        entry.reference().ifPresent(text -> json.writeStringProperty("reference", text));
        json.writeEndObject();
      }
      json.writeEndArray();
    }
    json.writeEndObject();
  }
}
