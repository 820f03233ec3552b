package dev.kassei.experiment.config;

import dev.kassei.api.PluginName;
import dev.kassei.api.expr.FormulaException;
import dev.kassei.api.expr.FormulaProblem;
import dev.kassei.experiment.config.RecordShape.Component;
import dev.kassei.experiment.config.advice.KeyMap;
import dev.kassei.experiment.config.advice.KnownKeys;
import dev.kassei.experiment.config.advice.Suggestions;
import dev.kassei.experiment.config.tree.CoreSchema;
import dev.kassei.experiment.config.tree.Keys;
import dev.kassei.experiment.config.tree.Location;
import dev.kassei.experiment.config.tree.Node;
import dev.kassei.experiment.config.tree.Node.Entry;
import dev.kassei.experiment.config.tree.Node.Mapping;
import dev.kassei.experiment.config.tree.Node.Scalar;
import dev.kassei.experiment.config.tree.Paths;
import dev.kassei.experiment.config.tree.Problem;
import dev.kassei.experiment.config.tree.Problems;
import dev.kassei.experiment.config.tree.Words;
import dev.kassei.experiment.plugin.ComponentTypes;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes records: their defaults overlaid key by key, then the canonical constructor. */
public final class RecordBinder {
  private final Binder binder;
  private final KnownKeys keys;
  private final Problems problems;

  RecordBinder(Binder binder, KnownKeys keys, Problems problems) {
    this.binder = binder;
    this.keys = keys;
    this.problems = problems;
  }

  /**
   * A record that is no plugin.
   *
   * @param base its default in the surrounding record; else its own defaults hold
   */
  public Optional<Object> bind(RecordShape shape, Node node, String path, Optional<Object> base) {
    Optional<Method> shorthand = shape.shorthand();
    if (shorthand.isPresent() && isShort(shape, node)) {
      return shorter(shape, shorthand.get(), node, path);
    }
    Node full = node instanceof Scalar s && shape.inline().isPresent() ? Node.typed(s) : node;
    if (!(full instanceof Mapping map) || shape.isText()) {
      String expected = ScalarBinder.expected(Slot.of(shape.type()), node);
      String advice = shape.shorthand().isPresent() ? ValueAdvice.single(node, path) : "";
      problems.add(node.location(), path, expected + advice + label(shape));
      return Optional.empty();
    }
    try {
      Optional<Object> below = base.isPresent() ? base : shape.defaults();
      return fields(shape, map, path, below, List.of());
    } catch (InvocationTargetException e) {
      return failed(shape, map, path, e.getCause());
    }
  }

  /** Other libraries call the column so that is the label here. */
  private static String label(RecordShape shape) {
    return shape.type() == TargetConfig.class ? "; the column to predict is the key label" : "";
  }

  private static boolean isShort(RecordShape shape, Node node) {
    if (node instanceof Mapping map) {
      return Keys.typeKey(map).isPresent() && !shape.isText();
    }
    return node instanceof Scalar scalar && !CoreSchema.isNull(scalar);
  }

  /** The shorter form; keys of the record's own that stand beside it are merged onto the result. */
  private Optional<Object> shorter(RecordShape shape, Method factory, Node node, String path) {
    Slot slot = Slot.of(factory.getGenericParameterTypes()[0]);
    Optional<Object> argument =
        binder.bind(slot, argument(shape, slot, node), path, Optional.empty());
    Optional<Object> made = argument.flatMap(value -> invoke(shape, factory, value, node, path));
    if (!(node instanceof Mapping map) || made.isEmpty()) {
      return made;
    }
    boolean scalar = ComponentTypes.isScalar(slot.raw());
    Mapping own = scalar ? map.without(List.of(Keys.TYPE)) : only(map, shape.keys());
    return fields(shape, own, path, made, List.of());
  }

  private static Node argument(RecordShape shape, Slot slot, Node node) {
    if (!(node instanceof Mapping map)) {
      return node;
    }
    boolean scalar = ComponentTypes.isScalar(slot.raw());
    return scalar ? map.get(Keys.TYPE).orElse(map) : map.without(shape.keys());
  }

  private static Mapping only(Mapping map, List<String> keys) {
    List<String> others = map.entries().keySet().stream().filter(k -> !keys.contains(k)).toList();
    return map.without(others);
  }

  private Optional<Object> invoke(
      RecordShape shape, Method factory, Object argument, Node node, String path) {
    try {
      return Optional.of(factory.invoke(null, argument));
    } catch (InvocationTargetException e) {
      Mapping map = new Mapping(node.location(), Map.of());
      return failed(shape, map, path, e.getCause());
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(factory + " cannot be called", e);
    }
  }

  /**
   * A record from a map of its keys.
   *
   * @param base what holds where the map has no key; if empty, all keys are required
   * @param besides keys that stand in the same map and belong to somebody else, named in messages
   */
  Optional<Object> fields(
      RecordShape shape, Mapping map, String path, Optional<Object> base, List<String> besides) {
    boolean known = shape.inline().isPresent() || areKnown(shape, map, path, besides);
    var values = new ArrayList<Object>();
    var failed = new ArrayList<Component>();
    for (Component component : shape.components()) {
      Optional<Object> value = value(shape, component, map, path, base);
      if (value.isEmpty()) {
        failed.add(component);
      }
      value.or(() -> base.map(component::of)).ifPresent(values::add);
    }
    if (values.size() < shape.components().size()) {
      return Optional.empty();
    }
    Optional<Object> made = create(shape, values, map, path, failed);
    return known && failed.isEmpty() ? made : Optional.empty();
  }

  /**
   * Calls the constructor, with defaults in place of components that failed: it may object to
   * others. An objection that has to do with a failed one is no news.
   */
  public Optional<Object> create(
      RecordShape shape, List<Object> values, Mapping map, String path, List<Component> failed) {
    try {
      return Optional.of(shape.create(values));
    } catch (InvocationTargetException e) {
      String message = message(e.getCause());
      if (failed.stream().noneMatch(component -> mention(message, component).isPresent())) {
        return failed(shape, map, path, e.getCause());
      }
      return Optional.empty();
    }
  }

  private boolean areKnown(RecordShape shape, Mapping map, String path, List<String> besides) {
    var known = new ArrayList<>(shape.keys());
    known.addAll(besides);
    boolean all = true;
    for (Map.Entry<String, Entry> entry : map.entries().entrySet()) {
      if (!shape.keys().contains(entry.getKey())) {
        all = false;
        var place = new KeyMap(path, pluginName(shape), known);
        unknown(entry.getKey(), entry.getValue().key(), place);
      }
    }
    return all;
  }

  private static String pluginName(RecordShape shape) {
    PluginName name = shape.type().getAnnotation(PluginName.class);
    return name == null ? "" : name.value();
  }

  /** Reports a key that is not known in a map that describes no plugin. */
  public void unknown(String key, Location location, String path, List<String> known) {
    unknown(key, location, KeyMap.at(path, known));
  }

  private void unknown(String key, Location location, KeyMap map) {
    String hint = Suggestions.forKey(key, map, keys);
    String stop = hint.endsWith("?") ? " " : ". ";
    String list =
        map.known().isEmpty()
            ? "There are no keys here"
            : "Known keys: " + String.join(", ", map.known());
    problems.add(
        location, Paths.key(map.path(), Words.shown(key)), "unknown key" + hint + stop + list);
  }

  /** The value of one component, or its default. */
  public Optional<Object> value(
      RecordShape shape, Component component, Mapping map, String path, Optional<Object> base) {
    if (component.inline()) {
      return inline(shape, component, map, path, base);
    }
    Optional<Object> below = component.required() ? Optional.empty() : base.map(component::of);
    Optional<Node> node = map.get(component.key());
    String inner = Paths.key(path, component.key());
    if (node.isPresent()) {
      return binder.bind(component.slot(), node.get(), inner, below);
    }
    if (below.isEmpty() && component.slot().inside().isPresent()) {
      return Optional.of(Binder.absent(component.slot()));
    }
    if (below.isEmpty()) {
      String expected = component.slot().description();
      String existing = binder.plugins().existing(chosen(component.slot().raw()));
      problems.add(map.location(), inner, "missing; expected " + expected + existing);
    }
    return below;
  }

  /** What is chosen by name in a slot: of a record its inline component. */
  private static Class<?> chosen(Class<?> type) {
    Optional<Component> inline = type.isRecord() ? RecordShape.of(type).inline() : Optional.empty();
    return inline.<Class<?>>map(component -> component.slot().raw()).orElse(type);
  }

  private Optional<Object> inline(
      RecordShape shape, Component component, Mapping map, String path, Optional<Object> base) {
    Mapping rest = map.without(shape.keys());
    if (rest.entries().isEmpty() && base.isPresent() && !component.required()) {
      return base.map(component::of);
    }
    if (component.slot().isMap()) {
      return binder.bind(component.slot(), rest, path, Optional.empty());
    }
    return binder.plugins().bind(component.slot().raw(), rest, path, shape.keys());
  }

  /** Reports what a constructor says, at the key that it mentions first if there is one. */
  private Optional<Object> failed(RecordShape shape, Mapping map, String path, Throwable cause) {
    String message = message(cause);
    Optional<Component> mentioned =
        shape.components().stream()
            .filter(component -> map.get(component.key()).isPresent())
            .filter(component -> mention(message, component).isPresent())
            .min(Comparator.comparingInt(c -> mention(message, c).getAsInt()));
    Location location =
        mentioned.flatMap(component -> map.get(component.key())).orElse(map).location();
    String inner = mentioned.map(component -> Paths.key(path, component.key())).orElse(path);
    if (cause instanceof FormulaException formula) {
      formula.problems().forEach(each -> problems.add(inFormula(each, location, inner)));
    } else {
      problems.add(location, inner, message);
    }
    return Optional.empty();
  }

  private static Problem inFormula(FormulaProblem problem, Location location, String path) {
    return new Problem(location, path, inFormula(problem), problem.excerpt().lines().toList());
  }

  private static String inFormula(FormulaProblem problem) {
    return "in the formula, column %s: %s".formatted(problem.column(), problem.message());
  }

  private static String message(Throwable cause) {
    String message = String.valueOf(cause.getMessage());
    if (cause instanceof FormulaException formula) {
      return inFormula(formula.problems().get(0));
    }
    return cause instanceof IllegalArgumentException && cause.getMessage() != null
        ? message
        : "its constructor fails with " + cause.getClass().getSimpleName() + ": " + message;
  }

  /** Where a message mentions a component. */
  private static OptionalInt mention(String message, Component component) {
    String names = Pattern.quote(component.key()) + "|" + component.accessor().getName();
    Matcher matcher = Pattern.compile("(?<!\\w)(" + names + ")(?!\\w)").matcher(message);
    return matcher.find() ? OptionalInt.of(matcher.start()) : OptionalInt.empty();
  }
}
