package dev.kassei.cli.command;

import dev.kassei.api.Activation;
import dev.kassei.cli.failure.UsageProblem;
import dev.kassei.cli.sheet.CheckedPlugin;
import dev.kassei.experiment.config.NamedPlugin;
import dev.kassei.experiment.plugin.Families;
import dev.kassei.experiment.plugin.PluginEntry;
import dev.kassei.experiment.plugin.PluginException;
import dev.kassei.experiment.plugin.PluginProblem;
import dev.kassei.experiment.plugin.Plugins;
import dev.kassei.testkit.Finding;
import dev.kassei.testkit.Finding.Severity;
import dev.kassei.testkit.Kits;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Finds what is to be checked, and checks it. */
final class CheckList {
  private static final String BUILT_IN = "built in";
  private static final String TYPED = "command line";
  private static final String LOADING = "loading";

  private final Plugins plugins;
  private final TypedPlugins typed;

  CheckList(Plugins plugins) {
    this.plugins = plugins;
    this.typed = new TypedPlugins(plugins);
  }

  /** All plugins; what cannot be loaded is wrong. */
  List<CheckedPlugin> all() {
    return from(origin -> true);
  }

  /** The plugins that are not built in; what cannot be loaded is wrong. */
  List<CheckedPlugin> thirdParty() {
    return from(origin -> !origin.equals(BUILT_IN));
  }

  private List<CheckedPlugin> from(Predicate<String> origins) {
    Stream<CheckedPlugin> broken =
        plugins.problems().stream()
            .filter(problem -> origins.test(problem.origin()))
            .map(CheckList::unusable);
    Stream<CheckedPlugin> usable =
        Families.ALL.stream()
            .flatMap(typed::of)
            .filter(each -> origins.test(each.entry().origin()))
            .filter(CheckList::isUsable)
            .map(CheckList::checked);
    return Stream.concat(broken, usable).toList();
  }

  /**
   * The plugins of this name, of whatever kind, or else one from YAML, or an activation from a
   * formula.
   *
   * @throws UsageProblem if there is no plugin of this name
   * @throws dev.kassei.experiment.config.tree.ConfigurationException if formula or YAML have
   *     mistakes
   */
  Stream<CheckedPlugin> named(String text) {
    if (TypedPlugins.isName(text)) {
      return typed.named(text).stream().map(CheckList::checked);
    }
    return text.startsWith("{")
        ? typed.withValues("check", text).stream().map(CheckList::checked)
        : Stream.of(activation(text));
  }

  private static CheckedPlugin checked(TypedPlugins.WithValues made) {
    Object plugin = made.plugin().plugin();
    return new CheckedPlugin(
        made.plugin().name(), made.kind(), TYPED, Kits.check(plugin).orElseThrow());
  }

  private CheckedPlugin activation(String text) {
    NamedPlugin<Activation> named = typed.activation("check", text);
    return new CheckedPlugin(
        named.name(), Families.ACTIVATION.key(), TYPED, Kits.ACTIVATION.check(named.plugin()));
  }

  private static CheckedPlugin unusable(PluginProblem problem) {
    String name = problem.name().isEmpty() ? problem.type() : problem.name();
    var finding = new Finding(Severity.ERROR, LOADING, problem.toString());
    return new CheckedPlugin(name, "plugin", problem.origin(), List.of(finding));
  }

  private static boolean isUsable(TypedPlugins.OfKind plugin) {
    try {
      plugin.entry().defaults();
      return true;
    } catch (PluginException e) {
      return false;
    }
  }

  private static CheckedPlugin checked(TypedPlugins.OfKind plugin) {
    PluginEntry<?> entry = plugin.entry();
    List<Finding> findings = Kits.check(entry.defaults()).orElseThrow();
    return new CheckedPlugin(entry.name(), plugin.kind(), entry.origin(), findings);
  }
}
