package dev.kassei.cli;

import dev.kassei.api.Activation;
import dev.kassei.testkit.Finding;
import dev.kassei.testkit.Finding.Severity;
import dev.kassei.testkit.Kits;
import dev.kassei.trainer.config.ConfigLoader;
import dev.kassei.trainer.config.NamedPlugin;
import dev.kassei.trainer.plugin.Families;
import dev.kassei.trainer.plugin.Family;
import dev.kassei.trainer.plugin.PluginEntry;
import dev.kassei.trainer.plugin.PluginException;
import dev.kassei.trainer.plugin.PluginProblem;
import dev.kassei.trainer.plugin.Plugins;
import java.util.List;
import java.util.stream.Stream;

/** Finds what is to be checked, and checks it. */
final class CheckList {
  private static final String BUILT_IN = "built in";
  private static final String TYPED = "command line";
  private static final String LOADING = "loading";
  private static final String VARIABLE = "x";
  private static final String NAME = "[A-Za-z0-9_]+";

  private final Plugins plugins;

  CheckList(Plugins plugins) {
    this.plugins = plugins;
  }

  /** All plugins, or those that are not built in; what cannot be loaded is wrong. */
  List<CheckedPlugin> all(boolean strangersOnly) {
    Stream<CheckedPlugin> broken =
        plugins.problems().stream()
            .filter(problem -> !strangersOnly || !problem.origin().equals(BUILT_IN))
            .map(CheckList::unusable);
    Stream<CheckedPlugin> usable =
        Families.ALL.stream()
            .flatMap(family -> entries(family))
            .filter(entry -> !strangersOnly || !entry.entry().origin().equals(BUILT_IN))
            .filter(FamilyEntry::isUsable)
            .map(FamilyEntry::checked);
    return Stream.concat(broken, usable).toList();
  }

  /**
   * The plugins of this name, of whatever family, or else an activation from a formula or YAML.
   *
   * @throws dev.kassei.trainer.config.ConfigurationException if it is none of these
   */
  Stream<CheckedPlugin> named(String text) {
    List<FamilyEntry> found =
        Families.ALL.stream()
            .flatMap(family -> entries(family))
            .filter(entry -> entry.entry().name().equals(text))
            .toList();
    return found.isEmpty() ? Stream.of(activation(text)) : found.stream().map(FamilyEntry::checked);
  }

  private CheckedPlugin activation(String text) {
    boolean isFormula = !text.startsWith("{") && (!text.matches(NAME) || text.equals(VARIABLE));
    String quoted = text.replace("\\", "\\\\").replace("\"", "\\\"");
    String yaml = isFormula ? "{formula: \"" + quoted + "\"}" : text;
    NamedPlugin<Activation> named =
        new ConfigLoader(plugins).plugin(Families.ACTIVATION, "check", yaml);
    String name = isFormula ? text : named.name();
    return new CheckedPlugin(
        name, Families.ACTIVATION.key(), TYPED, Kits.ACTIVATION.check(named.plugin()));
  }

  private static CheckedPlugin unusable(PluginProblem problem) {
    String name = problem.name().isEmpty() ? problem.type() : problem.name();
    var finding = new Finding(Severity.ERROR, LOADING, problem.toString());
    return new CheckedPlugin(name, "plugin", problem.origin(), List.of(finding));
  }

  /** Activations are layers, too, but checked as activations. */
  private Stream<FamilyEntry> entries(Family<?> family) {
    return plugins.of(family).entries().stream()
        .filter(
            entry ->
                family == Families.ACTIVATION || !Activation.class.isAssignableFrom(entry.type()))
        .map(entry -> new FamilyEntry(family.key(), entry));
  }

  private record FamilyEntry(String kind, PluginEntry<?> entry) {
    boolean isUsable() {
      try {
        entry.defaults();
        return true;
      } catch (PluginException e) {
        return false;
      }
    }

    CheckedPlugin checked() {
      List<Finding> findings = Kits.check(entry.defaults()).orElseThrow();
      return new CheckedPlugin(entry.name(), kind, entry.origin(), findings);
    }
  }
}
