package dev.kassei.batch.plan;

import dev.kassei.experiment.config.tree.Keys;
import dev.kassei.experiment.schema.ClosedMap;
import dev.kassei.experiment.schema.ExperimentSchema;
import dev.kassei.experiment.schema.Schema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The schemas of axes: of what {@link AxisReader} reads. */
final class AxisSchemas {
  private static final String DOT = "\\.";

  private final ExperimentSchema experiment;
  private final Map<String, Schema> paths;

  AxisSchemas(ExperimentSchema experiment) {
    this.experiment = experiment;
    this.paths = experiment.paths();
  }

  /** A map of axes whose values are listed. */
  Schema listed() {
    return experiment
        .definitions()
        .reference("axes", () -> axes(listedForms(), AxisReader.VALUES).schema());
  }

  /** A map of axes whose values are drawn, and of how many are. */
  Schema drawn() {
    return experiment.definitions().reference("drawn_axes", this::sampled);
  }

  private Schema sampled() {
    Schema seed =
        Schema.anyOf(
            List.of(
                Schema.type("integer"), axis(BlockReader.SEED, drawnForms(), AxisReader.CHOICE)));
    return axes(drawnForms(), AxisReader.CHOICE)
        .key(BlockReader.SAMPLES, Schema.type("integer"))
        .key(BlockReader.SEED, seed)
        .schema();
  }

  private ClosedMap axes(Schema forms, String list) {
    var axes = new ClosedMap();
    for (String path : paths.keySet()) {
      Schema axis = axis(path, forms, list);
      if (path.contains("+")) {
        axes.keys(path, axis);
      } else {
        axes.key(path.replace(DOT, "."), axis);
      }
    }
    return axes;
  }

  /** A value, a list of them, a map that makes some, or a map of the paths below. */
  private Schema axis(String path, Schema forms, String list) {
    Schema values =
        experiment
            .definitions()
            .reference("axis." + path.replace(DOT, "."), () -> values(paths.get(path)));
    Schema listed = new ClosedMap().key(list, values).key(AxisKeys.WHEN, conditions()).schema();
    var all = new ArrayList<>(List.of(values, forms, listed.with("required", List.of(list))));
    String below = below(path);
    if (!below.isEmpty()) {
      String name = "axes.below." + path.replace(DOT, ".");
      all.add(experiment.definitions().reference(name, () -> nested(below)));
    }
    return Schema.anyOf(all);
  }

  /** One value or several. */
  private static Schema values(Schema value) {
    Schema list = Schema.type("array").with("minItems", 1).with("items", value);
    return Schema.anyOf(List.of(value, list));
  }

  private String below(String path) {
    String start = path + DOT;
    return paths.keySet().stream()
        .filter(each -> each.startsWith(start))
        .map(each -> each.substring(start.length()))
        .collect(Collectors.joining("|"));
  }

  private static Schema nested(String below) {
    Set<String> others = new TreeSet<>(AxisKeys.FORMS);
    others.add(Keys.TYPE);
    List<Schema> values = others.stream().map(Schema::required).toList();
    return named(below).with("not", Schema.anyOf(values));
  }

  private static Schema named(String keys) {
    return Schema.type("object")
        .with("minProperties", 1)
        .with("propertyNames", Schema.of("pattern", "^(" + keys + ")$"));
  }

  /** The seeds of tuning. */
  Schema seeds() {
    return axis(BlockReader.SEED, listedForms(), AxisReader.VALUES);
  }

  private Schema listedForms() {
    return experiment
        .definitions()
        .reference(
            "listed_values",
            () -> {
              var forms = new LinkedHashMap<String, Schema>();
              new TreeMap<>(AxisReader.FORMS).forEach((key, form) -> forms.put(key, form(form)));
              forms.put(AxisReader.ALL, all());
              return oneOf(forms);
            });
  }

  private Schema drawnForms() {
    return experiment
        .definitions()
        .reference(
            "drawn_values",
            () -> {
              var forms = new LinkedHashMap<String, Schema>();
              new TreeMap<>(AxisReader.DISTRIBUTIONS)
                  .forEach((key, form) -> forms.put(key, form(form)));
              return oneOf(forms);
            });
  }

  /** A map that has one of some keys, each of which decides over the others. */
  private static Schema oneOf(Map<String, Schema> forms) {
    var decided = new ArrayList<Schema>();
    forms.forEach((key, form) -> decided.add(Schema.when(Schema.required(key), form)));
    List<Schema> known = forms.keySet().stream().map(Schema::required).toList();
    return Schema.type("object").with("anyOf", known).with("allOf", decided);
  }

  private Schema form(Class<?> record) {
    Schema keys = experiment.keys(record).key(AxisKeys.WHEN, conditions()).schema();
    return Schema.allOf(List.of(keys, experiment.complete(record)));
  }

  private Schema all() {
    List<Object> kinds = new ArrayList<>(FamilyValues.KINDS);
    kinds.add(true);
    return experiment
        .keys(FamilyValues.All.class)
        .key(AxisReader.ALL, Schema.values(kinds))
        .key(AxisKeys.WHEN, conditions())
        .schema();
  }

  /** A map from axes to the values that they must have. */
  Schema conditions() {
    String all = Axis.VARIANT + "|" + String.join("|", paths.keySet());
    return experiment.definitions().reference("conditions", () -> named(all));
  }
}
