package dev.kassei.experiment.config;

import dev.kassei.api.Activation;
import dev.kassei.api.Layer;
import dev.kassei.api.NamedLayer;
import dev.kassei.experiment.config.advice.Suggestions;
import dev.kassei.experiment.config.tree.CoreSchema;
import dev.kassei.experiment.config.tree.Keys;
import dev.kassei.experiment.config.tree.MissingSpace;
import dev.kassei.experiment.config.tree.Node;
import dev.kassei.experiment.config.tree.Node.Mapping;
import dev.kassei.experiment.config.tree.Node.Scalar;
import dev.kassei.experiment.config.tree.Paths;
import dev.kassei.experiment.config.tree.Problems;
import dev.kassei.experiment.config.tree.Words;
import dev.kassei.experiment.plugin.Catalogue;
import dev.kassei.experiment.plugin.Families;
import dev.kassei.experiment.plugin.Family;
import dev.kassei.experiment.plugin.PluginEntry;
import dev.kassei.experiment.plugin.PluginException;
import dev.kassei.experiment.plugin.PluginProblem;
import dev.kassei.experiment.plugin.Plugins;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes plugins: a bare word is a map with that {@code type}, a bare formula one with that {@code
 * formula}; {@code like} chooses a peer's definition, {@code name} a name for pictures; all other
 * keys are the plugin's own.
 */
public final class PluginBinder {
  private static final List<String> RESERVED = List.of(Keys.TYPE, Keys.LIKE, Keys.NAME);

  /** As many names are listed in a message; of more, the reader is told how to see them. */
  private static final int LISTED = 12;

  private final Plugins plugins;
  private final RecordBinder records;
  private final PluginNames names;
  private final Problems problems;

  PluginBinder(Plugins plugins, RecordBinder records, PluginNames names, Problems problems) {
    this.plugins = plugins;
    this.records = records;
    this.names = names;
    this.problems = problems;
  }

  /**
   * A plugin.
   *
   * @param type an interface that belongs to a family
   * @param besides keys of the surrounding record that stand in the same map
   */
  public Optional<Object> bind(Class<?> type, Node node, String path, List<String> besides) {
    Family<?> family = Families.of(type).orElseThrow();
    Catalogue<?> catalogue = plugins.of(family).only(type);
    if (node instanceof Scalar scalar && CoreSchema.isText(scalar)) {
      return bind(catalogue, Node.typed(scalar), path, besides);
    }
    if (node instanceof Mapping map) {
      return bind(catalogue, map, path, besides);
    }
    String expected = ScalarBinder.expected(Slot.of(type), node) + ValueAdvice.single(node, path);
    problems.add(node.location(), path, expected + existing(type));
    return Optional.empty();
  }

  private Optional<Object> bind(
      Catalogue<?> catalogue, Mapping given, String path, List<String> besides) {
    Mapping map = BareFormula.spelledOut(given, catalogue);
    Optional<Scalar> type = type(catalogue, map, path);
    if (type.isEmpty()) {
      return Optional.empty();
    }
    var entry = catalogue.find(type.get().text());
    if (entry.isEmpty()) {
      unknown(catalogue, type.get(), path);
      return Optional.empty();
    }
    Optional<String> ambiguity = entry.get().ambiguity(type.get().text());
    if (ambiguity.isPresent()) {
      problems.add(type.get().location(), path, ambiguity.get());
      return Optional.empty();
    }
    return defaults(entry.get(), map, path)
        .flatMap(defaults -> overlaid(entry.get(), defaults, map, path, besides));
  }

  private Optional<Scalar> type(Catalogue<?> catalogue, Mapping map, String path) {
    Optional<Node> node = map.get(Keys.TYPE);
    Optional<String> namesake = Keys.namesake(map).filter(name -> catalogue.find(name).isPresent());
    if (namesake.isPresent()) {
      return Optional.of(new Scalar(map.location(), namesake.get(), true));
    }
    if (node.isPresent() && node.get() instanceof Scalar scalar && CoreSchema.isText(scalar)) {
      return Optional.of(scalar);
    }
    String article = catalogue.family().withArticle();
    String was = node.map(value -> " but was " + Words.of(value)).orElse("");
    String message = "expected 'type' to name %s%s%s. %s";
    problems.add(
        node.orElse(map).location(),
        path,
        message.formatted(article, was, nameAsKey(catalogue, map), existing(catalogue)));
    return Optional.empty();
  }

  /** What is meant by a map whose one key is the name of a plugin, as {@code {Linear: 8}}. */
  private static String nameAsKey(Catalogue<?> catalogue, Mapping map) {
    if (map.entries().size() != 1) {
      return "";
    }
    String key = map.entries().keySet().iterator().next();
    if (catalogue.find(key).isPresent()) {
      return ", as in {type: %s}".formatted(key);
    }
    String hint = Suggestions.forPlugin(catalogue.family().key(), key, catalogue.allNames());
    return hint.isEmpty() ? "" : ", and not by the key %s%s".formatted(Words.quoted(key), hint);
  }

  private void unknown(Catalogue<?> catalogue, Scalar type, String path) {
    Optional<PluginProblem> refused =
        catalogue.problems().stream()
            .filter(problem -> problem.name().equals(type.text()))
            .findFirst();
    if (refused.isPresent()) {
      problems.add(type.location(), path, "the plugin cannot be used: " + refused.get());
      return;
    }
    String hint =
        BareFormula.cutOff(type.text(), catalogue)
            .or(() -> MissingSpace.advice(type.text()))
            .or(() -> OtherForms.advice(type.text(), catalogue))
            .orElseGet(
                () ->
                    Suggestions.forPlugin(
                        catalogue.family().key(), type.text(), catalogue.allNames()));
    String stop = hint.endsWith("?") ? " " : ". ";
    problems.add(
        type.location(),
        path,
        "unknown %s %s%s%s%s"
            .formatted(
                catalogue.family().key(),
                Words.quoted(type.text()),
                hint,
                stop,
                existing(catalogue)));
  }

  /** A sentence that names the plugins of a type; nothing if the type belongs to no family. */
  String existing(Class<?> type) {
    return Families.of(type)
        .map(family -> ". " + existing(plugins.of(family).only(type)))
        .orElse("");
  }

  private static String existing(Catalogue<?> catalogue) {
    List<String> names = catalogue.names();
    Family<?> family = catalogue.family();
    if (names.isEmpty()) {
      return "There are no " + family.plural();
    }
    if (family.equals(Families.LAYER)) {
      return "'kassei list layers' and 'kassei list activations' show them all";
    }
    return names.size() > LISTED
        ? "'kassei list %s' shows them all".formatted(family.plural())
        : "Known %s: %s".formatted(family.plural(), String.join(", ", names));
  }

  private Optional<Object> defaults(PluginEntry<?> entry, Mapping map, String path) {
    try {
      Object own = entry.defaults();
      Optional<Node> like = map.get(Keys.LIKE);
      return like.isEmpty() ? Optional.of(own) : peer(entry, own, like.get(), path);
    } catch (PluginException e) {
      PluginProblem problem = e.problem();
      problems.add(map.location(), path, "the plugin cannot be used: " + problem);
      return Optional.empty();
    } catch (RuntimeException | LinkageError e) {
      problems.add(map.location(), path, "the plugin's list of peers fails: " + e);
      return Optional.empty();
    }
  }

  private Optional<Object> peer(PluginEntry<?> entry, Object own, Node like, String path) {
    Map<String, ? extends Object> peers =
        own instanceof Activation activation ? activation.peers() : Map.of();
    String inner = Paths.key(path, Keys.LIKE);
    if (like instanceof Scalar scalar && peers.containsKey(scalar.text())) {
      return Optional.of(peers.get(scalar.text()));
    }
    List<String> known = peers.keySet().stream().sorted().toList();
    String hint = like instanceof Scalar s ? Suggestions.didYouMean(s.text(), known) : "";
    String list =
        known.isEmpty()
            ? "; '%s' has one definition only".formatted(entry.name())
            : "%s Known for '%s': %s"
                .formatted(hint.isEmpty() ? "." : hint, entry.name(), String.join(", ", known));
    problems.add(like.location(), inner, "no peer " + Words.of(like) + list);
    return Optional.empty();
  }

  private Optional<Object> overlaid(
      PluginEntry<?> entry, Object defaults, Mapping map, String path, List<String> besides) {
    Optional<String> name = name(map, path);
    Mapping own = map.without(RESERVED);
    Optional<Object> plugin = overlaid(defaults, own, path, beside(defaults, besides));
    plugin.ifPresent(made -> name.ifPresent(given -> names.name(made, given)));
    if (defaults.getClass() != entry.type()) {
      String like = map.get(Keys.LIKE).map(node -> ((Scalar) node).text()).orElse("");
      plugin.ifPresent(made -> names.choose(made, entry.name(), like));
    }
    return name.isPresent() ? plugin.flatMap(made -> named(made, map, path)) : plugin;
  }

  /** A layer with a name has its tensors under it; to everything else a name is a label. */
  private Optional<Object> named(Object plugin, Mapping map, String path) {
    if (!(plugin instanceof Layer layer) || plugin instanceof Activation) {
      return Optional.of(plugin);
    }
    try {
      return Optional.of(new NamedLayer(names.of(plugin), layer));
    } catch (IllegalArgumentException e) {
      Node name = map.get(Keys.NAME).orElse(map);
      problems.add(name.location(), Paths.key(path, Keys.NAME), e.getMessage());
      return Optional.empty();
    }
  }

  private Optional<Object> overlaid(
      Object defaults, Mapping own, String path, List<String> besides) {
    if (defaults.getClass().isRecord()) {
      RecordShape shape = RecordShape.of(defaults.getClass());
      return records.fields(shape, own, path, Optional.of(defaults), besides);
    }
    own.entries().forEach((key, entry) -> records.unknown(key, entry.key(), path, besides));
    return own.entries().isEmpty() ? Optional.of(defaults) : Optional.empty();
  }

  private static List<String> beside(Object defaults, List<String> besides) {
    var keys = new ArrayList<>(besides);
    keys.add(Keys.NAME);
    if (defaults instanceof Activation activation && !activation.peers().isEmpty()) {
      keys.add(Keys.LIKE);
    }
    return keys;
  }

  private Optional<String> name(Mapping map, String path) {
    Optional<Node> node = map.get(Keys.NAME);
    if (node.isEmpty()) {
      return Optional.empty();
    }
    if (node.get() instanceof Scalar scalar
        && !scalar.text().isBlank()
        && !CoreSchema.isNull(scalar)) {
      return Optional.of(scalar.text());
    }
    String expected = ScalarBinder.expected(Slot.of(String.class), node.get());
    problems.add(node.get().location(), Paths.key(path, Keys.NAME), expected);
    return Optional.empty();
  }
}
