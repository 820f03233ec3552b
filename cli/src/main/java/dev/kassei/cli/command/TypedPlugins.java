package dev.kassei.cli.command;

import dev.kassei.api.Activation;
import dev.kassei.cli.failure.UsageProblem;
import dev.kassei.experiment.config.ConfigLoader;
import dev.kassei.experiment.config.NamedPlugin;
import dev.kassei.experiment.config.advice.Suggestions;
import dev.kassei.experiment.config.tree.ConfigurationException;
import dev.kassei.experiment.plugin.Families;
import dev.kassei.experiment.plugin.Family;
import dev.kassei.experiment.plugin.PluginEntry;
import dev.kassei.experiment.plugin.Plugins;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Plugins as they are typed: names, and for activations formulas of x and inline YAML, too. */
final class TypedPlugins {
  private static final String NAME = "[A-Za-z0-9_]+";
  private static final String VARIABLE = "x";

  private final Plugins plugins;

  TypedPlugins(Plugins plugins) {
    this.plugins = plugins;
  }

  /**
   * A plugin and what it is.
   *
   * @param family what it is, as its kind
   */
  record OfKind(Family<?> family, PluginEntry<?> entry) {
    /** Its family's key, such as {@code optimizer}. */
    String kind() {
      return family.key();
    }

    boolean isActivation() {
      return family.equals(Families.ACTIVATION);
    }
  }

  /** Whether a text is a plugin's name, and neither YAML nor a formula. */
  static boolean isName(String text) {
    return text.matches(NAME) && !text.equals(VARIABLE);
  }

  /** The plugins of one family; activations are layers, too, but no plugins of that kind. */
  Stream<OfKind> of(Family<?> family) {
    return plugins.of(family).entries().stream()
        .filter(
            entry ->
                family.equals(Families.ACTIVATION)
                    || !Activation.class.isAssignableFrom(entry.type()))
        .map(entry -> new OfKind(family, entry));
  }

  /**
   * The plugins of this name or alias, of whatever kind; at least one.
   *
   * @throws UsageProblem if there is none
   */
  List<OfKind> named(String name) {
    List<OfKind> found = all().filter(plugin -> plugin.entry().allNames().contains(name)).toList();
    if (found.isEmpty()) {
      throw unknown(name);
    }
    return found;
  }

  private Stream<OfKind> all() {
    return Families.ALL.stream().flatMap(this::of);
  }

  /** What to say of a folder in the place of a plugin. */
  static String folder(String name) {
    return "'%s' is a folder, but not that of a run; name a file in it, or the folder of a run"
        .formatted(name);
  }

  private UsageProblem unknown(String name) {
    if (Files.isDirectory(Path.of(name))) {
      return new UsageProblem("there is no plugin '%s'; %s".formatted(name, folder(name)));
    }
    List<String> names = all().map(plugin -> plugin.entry().name()).distinct().toList();
    String hint =
        Suggestions.forAnyPlugin(name)
            .map("%s."::formatted)
            .or(() -> Suggestions.nearest(name, names).map("; did you mean '%s'?"::formatted))
            .orElse(".");
    String refused =
        plugins.problems().stream()
            .filter(problem -> problem.name().equals(name))
            .findFirst()
            .map(problem -> " A plugin of this name was refused: " + problem)
            .orElse("");
    return new UsageProblem(
        "unknown plugin '%s'%s 'kassei list' shows them all.%s".formatted(name, hint, refused));
  }

  /**
   * A plugin with values of its own from inline YAML: of each kind that has one of this type and
   * these keys, as two kinds may have one name.
   *
   * @throws UsageProblem if there is none of this type
   * @throws ConfigurationException if no kind takes these keys
   */
  List<WithValues> withValues(String source, String yaml) {
    var loader = new ConfigLoader(plugins);
    Optional<String> type = loader.type(source, yaml);
    List<? extends Family<?>> families =
        type.isEmpty()
            ? List.of(Families.ACTIVATION)
            : named(type.get()).stream().map(OfKind::family).toList();
    var made = new ArrayList<WithValues>();
    var refusals = new ArrayList<ConfigurationException>();
    for (Family<?> family : families) {
      try {
        made.add(new WithValues(family.key(), loader.plugin(family, source, yaml)));
      } catch (ConfigurationException e) {
        refusals.add(e);
      }
    }
    if (made.isEmpty()) {
      throw refusals.get(0);
    }
    return made;
  }

  /** A plugin that was made, and what it is. */
  record WithValues(String kind, NamedPlugin<?> plugin) {}

  /**
   * An activation from its name, a formula, by which it is called then, or YAML.
   *
   * @param source what a problem names as its place
   * @throws dev.kassei.experiment.config.tree.ConfigurationException if it is none of these
   */
  NamedPlugin<Activation> activation(String source, String text) {
    var loader = new ConfigLoader(plugins);
    if (isName(text) || text.startsWith("{")) {
      return loader.plugin(Families.ACTIVATION, source, text);
    }
    String quoted = text.replace("\\", "\\\\").replace("\"", "\\\"");
    String yaml = "{formula: \"" + quoted + "\"}";
    return new NamedPlugin<>(text, loader.plugin(Families.ACTIVATION, source, yaml).plugin());
  }
}
