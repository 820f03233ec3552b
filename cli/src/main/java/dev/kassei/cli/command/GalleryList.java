package dev.kassei.cli.command;

import dev.kassei.api.Activation;
import dev.kassei.api.PluginName;
import dev.kassei.cli.failure.UsageProblem;
import dev.kassei.cli.gallery.GalleryFunction;
import dev.kassei.experiment.config.NamedPlugin;
import dev.kassei.experiment.plugin.Families;
import dev.kassei.experiment.plugin.PluginEntry;
import dev.kassei.experiment.plugin.Plugins;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The activations that were asked for: names, formulas and inline YAML between commas. */
final class GalleryList {
  /** The article's activations in its order; GELU and hard sigmoid as it defines them. */
  static final String ARTICLE =
      "linear,sigmoid,relu,tanh,leaky_relu,softmax,elu,swish,"
          + "{type: hard_sigmoid, like: article},{type: gelu, like: article},softplus,leaky_gelu,"
          + "hard_swish,mish,arctan,sigmoid_linear";

  /** Every activation there is that keeps the width, since others have no surface. */
  private static final String ALL = "all";

  private static final String SOURCE = "--activations";

  private final Plugins plugins;
  private final TypedPlugins typed;

  GalleryList(Plugins plugins) {
    this.plugins = plugins;
    typed = new TypedPlugins(plugins);
  }

  /** The activations of a list, with their titles. */
  List<GalleryFunction> functions(String list) {
    return list.strip().equals(ALL)
        ? plugins.of(Families.ACTIVATION).tried().entries().stream()
            .map(entry -> new GalleryFunction(entry.title(), entry.defaults()))
            .filter(GalleryFunction::keepsWidth)
            .toList()
        : split(list).stream().map(this::function).toList();
  }

  private GalleryFunction function(String text) {
    NamedPlugin<Activation> named = typed.activation(SOURCE, text);
    return new GalleryFunction(title(named), named.plugin());
  }

  /** The name given in the list, or else the plugin's title. */
  private String title(NamedPlugin<Activation> named) {
    return Optional.ofNullable(named.plugin().getClass().getAnnotation(PluginName.class))
        .map(PluginName::value)
        .filter(named.name()::equals)
        .flatMap(name -> plugins.of(Families.ACTIVATION).find(name))
        .map(PluginEntry::title)
        .orElse(named.name());
  }

  /** Splits at the commas that are not within brackets or quotes. */
  private static List<String> split(String list) {
    var items = new ArrayList<String>();
    int depth = 0;
    boolean quoted = false;
    int start = 0;
    for (int i = 0; i <= list.length(); i++) {
      char c = i < list.length() ? list.charAt(i) : ',';
      quoted ^= c == '"';
      depth += quoted ? 0 : depth(c);
      boolean within = quoted || depth > 0;
      if (c == ',' && (!within || i == list.length())) {
        items.add(list.substring(start, i).strip());
        start = i + 1;
      }
    }
    if (items.contains("")) {
      throw new UsageProblem(
          SOURCE + ": expected names, formulas or YAML between commas but was '" + list + "'");
    }
    return items;
  }

  private static int depth(char c) {
    return switch (c) {
      case '(', '{', '[' -> 1;
      case ')', '}', ']' -> -1;
      default -> 0;
    };
  }
}
