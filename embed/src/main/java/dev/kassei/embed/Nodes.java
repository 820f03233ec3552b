package dev.kassei.embed;

import dev.kassei.api.value.Numbers;
import dev.kassei.experiment.config.EffectiveConfig;
import dev.kassei.experiment.config.PluginNames;
import dev.kassei.experiment.config.tree.Location;
import dev.kassei.experiment.config.tree.Node;
import dev.kassei.experiment.config.tree.Node.Entry;
import dev.kassei.experiment.config.tree.Node.Mapping;
import dev.kassei.experiment.config.tree.Node.Scalar;
import dev.kassei.experiment.config.tree.Node.Sequence;
import dev.kassei.experiment.config.tree.Problems;
import dev.kassei.experiment.config.tree.YamlReader;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Turns values of Java into what they would be in YAML. */
final class Nodes {
  private static final Location HERE = Location.whole(Experiment.NAME);

  private Nodes() {}

  static Mapping mapping(Map<?, ?> map) {
    var entries = new LinkedHashMap<String, Entry>();
    map.forEach((key, value) -> entries.put(String.valueOf(key), new Entry(HERE, node(value))));
    return new Mapping(HERE, entries);
  }

  /** The keys of a plugin, with its type among them. */
  static Map<String, Object> keys(Record plugin) {
    var keys = new LinkedHashMap<String, Object>();
    ((Mapping) plugin(plugin)).entries().forEach((key, entry) -> keys.put(key, entry.value()));
    return keys;
  }

  private static Node plugin(Record plugin) {
    return yaml(new EffectiveConfig(new PluginNames()).text(plugin));
  }

  /** A text is YAML, so that {@code "[8]"} is a list; a path is a text as it is. */
  private static Node node(Object value) {
    if (value instanceof Node node) {
      return node;
    }
    if (value instanceof String text) {
      return yaml(text);
    }
    if (value instanceof Map<?, ?> map) {
      return mapping(map);
    }
    if (value instanceof List<?> list) {
      return new Sequence(HERE, list.stream().map(Nodes::node).toList());
    }
    return value instanceof Record plugin
        ? plugin(plugin)
        : single(value).orElseThrow(() -> unknown(value));
  }

  private static Node yaml(String text) {
    var problems = new Problems();
    Node node = YamlReader.value(HERE, text, problems);
    problems.throwIfAny();
    return node;
  }

  private static Optional<Node> single(Object value) {
    if (value instanceof Path path) {
      return Optional.of(new Scalar(HERE, path.toString().replace('\\', '/'), false));
    }
    if (value instanceof Enum<?> constant) {
      return plain(constant.name().toLowerCase(Locale.ROOT));
    }
    if (value instanceof Double || value instanceof Float) {
      return plain(number(((Number) value).doubleValue()));
    }
    return value instanceof Number || value instanceof Boolean
        ? plain(value.toString())
        : Optional.empty();
  }

  private static Optional<Node> plain(String text) {
    return Optional.of(new Scalar(HERE, text, true));
  }

  private static String number(double value) {
    if (Double.isInfinite(value)) {
      return value > 0 ? ".inf" : "-.inf";
    }
    return Double.isNaN(value) ? ".nan" : Numbers.text(value);
  }

  private static KasseiException unknown(Object value) {
    return new KasseiException(
        "a value of %s cannot stand in a configuration; give a text, number, boolean, path, list, map or plugin record"
            .formatted(value.getClass().getName()));
  }
}
