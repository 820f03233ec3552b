package dev.kassei.batch.plan;

import dev.kassei.api.value.Draws;
import dev.kassei.experiment.config.ConfigLoader;
import dev.kassei.experiment.config.RecordBinder;
import dev.kassei.experiment.config.RecordShape;
import dev.kassei.experiment.config.tree.ConfigFiles;
import dev.kassei.experiment.config.tree.CoreSchema;
import dev.kassei.experiment.config.tree.DottedKeys;
import dev.kassei.experiment.config.tree.DottedKeys.Piece;
import dev.kassei.experiment.config.tree.Keys;
import dev.kassei.experiment.config.tree.Location;
import dev.kassei.experiment.config.tree.Node;
import dev.kassei.experiment.config.tree.Node.Entry;
import dev.kassei.experiment.config.tree.Node.Mapping;
import dev.kassei.experiment.config.tree.Node.Scalar;
import dev.kassei.experiment.config.tree.Node.Sequence;
import dev.kassei.experiment.config.tree.Paths;
import dev.kassei.experiment.config.tree.Problems;
import dev.kassei.experiment.config.tree.Words;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.function.Predicate;
import java.util.stream.LongStream;

/** Reads one axis: a list of values, or a form that makes them. */
final class AxisReader {
  static final String VALUES = "values";
  static final String CHOICE = "choice";
  static final String ALL = "all";
  static final Map<String, Class<? extends ValueForm>> FORMS =
      Map.of(
          "log", ValueForm.Log.class,
          "linear", ValueForm.Linear.class,
          "from", ValueForm.From.class);
  static final Map<String, Class<? extends Distribution>> DISTRIBUTIONS =
      Map.of(
          "uniform", Distribution.Uniform.class,
          "log_uniform", Distribution.LogUniform.class);

  /** Keys that are the same for all trials. */
  private static final List<String> FIXED =
      List.of(
          AxisKeys.BATCH,
          ConfigFiles.EXTENDS,
          ConfigFiles.FOLDER,
          ConfigLoader.FORMAT_KEY,
          ConfigLoader.PLUGINS_KEY);

  private final RecordBinder records;
  private final FamilyValues families;
  private final AxisSlots slots;
  private final Problems problems;

  AxisReader(RecordBinder records, FamilyValues families, AxisSlots slots, Problems problems) {
    this.records = records;
    this.families = families;
    this.slots = slots;
    this.problems = problems;
  }

  /**
   * An axis that takes one value after the other; empty after a problem was reported.
   *
   * @param path the axis
   * @param place the path in the file
   */
  Optional<Axis> listed(String path, Entry entry, String place) {
    return axis(path, entry, place, node -> nodes(path, node, place));
  }

  /** How many values {@link #listed} reads, without making the numbers of a form. */
  int count(String path, Entry entry) {
    Node node = entry.value() instanceof Mapping map ? withoutWhen(map) : entry.value();
    return node instanceof Mapping map && !isPlugin(map) && isForm(map)
        ? form(map, path).map(ValueForm::count).orElse(0)
        : nodes(path, node, path).size();
  }

  /** An axis that takes random values, one a sample. */
  Optional<Axis> drawn(String path, Entry entry, String place, int samples, Draws draws) {
    return axis(path, entry, place, node -> samples(node, place, samples, draws));
  }

  private Optional<Axis> axis(String path, Entry entry, String place, Values values) {
    String head = path.split("\\.", -1)[0];
    if (FIXED.contains(head)) {
      problems.add(entry.key(), place, "%s is the same for all trials".formatted(head));
      return Optional.empty();
    }
    Node node = entry.value() instanceof Mapping map ? withoutWhen(map) : entry.value();
    List<? extends Node> nodes = values.of(node);
    if (nodes.isEmpty()) {
      return Optional.empty();
    }
    List<AxisValue> made = values(path, entry.key(), nodes);
    return Optional.of(new Axis(path, entry.key(), made, when(entry.value(), place)));
  }

  /** One value a node; a node that is drawn several times is the same value each time. */
  private List<AxisValue> values(String path, Location key, List<? extends Node> nodes) {
    List<String> labels = Labels.of(nodes);
    Map<Node, AxisValue> known = new IdentityHashMap<>();
    var made = new ArrayList<AxisValue>();
    for (int i = 0; i < nodes.size(); i++) {
      String label = labels.get(i);
      made.add(
          known.computeIfAbsent(
              nodes.get(i),
              node ->
                  AxisValue.of(
                      List.of(path.split("\\.", -1)), label, node, overlay(path, key, node))));
    }
    return made;
  }

  @FunctionalInterface
  private interface Values {
    List<? extends Node> of(Node node);
  }

  private Mapping overlay(String path, Location key, Node value) {
    var piece = new Piece(List.of(path.split("\\.", -1)), key, value);
    return new DottedKeys(problems).nest(key, List.of(piece), "");
  }

  private static Mapping withoutWhen(Mapping map) {
    return map.without(List.of(AxisKeys.WHEN));
  }

  private List<Condition> when(Node node, String place) {
    Optional<Node> when = node instanceof Mapping map ? map.get(AxisKeys.WHEN) : Optional.empty();
    return when.map(each -> conditions(each, Paths.key(place, AxisKeys.WHEN))).orElse(List.of());
  }

  /** The conditions of a map from axes to the values that they must have. */
  List<Condition> conditions(Node node, String place) {
    if (!(node instanceof Mapping map) || map.entries().isEmpty()) {
      problems.add(
          node.location(),
          place,
          "expected a map of axes to values, such as {model.activation: elu}, but was "
              + Words.of(node));
      return List.of();
    }
    var conditions = new ArrayList<Condition>();
    map.entries()
        .forEach(
            (axis, entry) ->
                conditions.add(new Condition(axis, entry.key(), items(entry.value()))));
    return conditions;
  }

  private static List<Node> items(Node node) {
    return node instanceof Sequence sequence ? sequence.items() : List.of(node);
  }

  private List<? extends Node> nodes(String path, Node node, String place) {
    if (!(node instanceof Mapping map) || isPlugin(map)) {
      return values(node, place);
    }
    if (isForm(map)) {
      return form(map, place).map(made -> scalars(made.numbers(), map)).orElse(List.of());
    }
    if (map.get(VALUES).isPresent()) {
      return isOnly(VALUES, map, place) ? values(map.get(VALUES).get(), place) : List.of();
    }
    if (map.get(ALL).isPresent()) {
      return bound(FamilyValues.All.class, map, place)
          .map(all -> families.of(all, slots.family(path), map.get(ALL).get(), place))
          .orElse(List.of());
    }
    if (map.get("count").isPresent()) {
      return bound(ValueForm.From.class, map, place).map(it -> List.<Node>of()).orElse(List.of());
    }
    return refuse(map, place, isRandom(map) ? "; random values stand under batch.random" : "");
  }

  private static boolean isForm(Mapping map) {
    return FORMS.keySet().stream().anyMatch(has(map));
  }

  private Optional<? extends ValueForm> form(Mapping map, String place) {
    String form = FORMS.keySet().stream().sorted().filter(has(map)).findFirst().orElseThrow();
    return bound(FORMS.get(form), map, place);
  }

  private static boolean isPlugin(Mapping map) {
    return Keys.typeKey(map).isPresent();
  }

  private static boolean isRandom(Mapping map) {
    return map.get(CHOICE).isPresent() || DISTRIBUTIONS.keySet().stream().anyMatch(has(map));
  }

  private static Predicate<String> has(Mapping map) {
    return key -> map.get(key).isPresent();
  }

  private List<Node> refuse(Node node, String place, String hint) {
    problems.add(
        node.location(),
        place,
        "expected a list of values or a map with one of values, from, log, linear, all, but was %s%s"
            .formatted(Words.of(node), hint));
    return List.of();
  }

  private List<Node> values(Node node, String place) {
    if (node instanceof Sequence sequence && sequence.items().isEmpty()) {
      problems.add(node.location(), place, "the axis has no values");
      return List.of();
    }
    if (node instanceof Scalar scalar && CoreSchema.isNull(scalar)) {
      return refuse(node, place, "");
    }
    return items(node);
  }

  private boolean isOnly(String form, Mapping map, String place) {
    var others = map.without(List.of(form)).entries();
    others.forEach(
        (key, entry) -> records.unknown(key, entry.key(), place, List.of(form, AxisKeys.WHEN)));
    return others.isEmpty();
  }

  private static List<Scalar> scalars(List<String> numbers, Node node) {
    return numbers.stream().map(number -> new Scalar(node.location(), number, true)).toList();
  }

  private <T> Optional<T> bound(Class<T> type, Mapping map, String place) {
    return records.bind(RecordShape.of(type), map, place, Optional.empty()).map(type::cast);
  }

  private List<? extends Node> samples(Node node, String place, int samples, Draws draws) {
    if (!(node instanceof Mapping map) || isPlugin(map)) {
      return chosen(values(node, place), samples, draws);
    }
    if (map.get(CHOICE).isPresent()) {
      boolean only = isOnly(CHOICE, map, place);
      return only ? chosen(values(map.get(CHOICE).get(), place), samples, draws) : List.of();
    }
    Optional<String> name = DISTRIBUTIONS.keySet().stream().sorted().filter(has(map)).findFirst();
    if (name.isPresent()) {
      return bound(DISTRIBUTIONS.get(name.get()), map, place)
          .map(
              it ->
                  drawn(
                      samples, index -> new Scalar(map.location(), it.number(draws, index), true)))
          .orElse(List.of());
    }
    problems.add(
        node.location(),
        place,
        "expected a list of values or a map with one of choice, uniform, log_uniform but was "
            + Words.of(node));
    return List.of();
  }

  private static List<Node> chosen(List<Node> values, int samples, Draws draws) {
    return values.isEmpty()
        ? List.of()
        : drawn(samples, index -> values.get((int) (draws.uniform(index) * values.size())));
  }

  private static List<Node> drawn(int samples, LongFunction<Node> value) {
    return LongStream.range(0, samples).mapToObj(value).toList();
  }
}
