package dev.kassei.experiment.schema;

import dev.kassei.experiment.config.ExperimentConfig;
import dev.kassei.experiment.config.RecordShape;
import dev.kassei.experiment.config.RecordShape.Component;
import dev.kassei.experiment.config.tree.Keys;
import dev.kassei.experiment.plugin.Plugins;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The schema of an experiment, of the same records that its configuration is bound to. */
public final class ExperimentSchema {
  private static final RecordShape SHAPE = RecordShape.of(ExperimentConfig.class);

  private final Definitions definitions = new Definitions();
  private final SlotSchemas slots;

  /**
   * @param plugins those that an experiment can name
   */
  public ExperimentSchema(Plugins plugins) {
    this.slots = new SlotSchemas(plugins, definitions);
  }

  /** The schemas that others refer to. */
  public Definitions definitions() {
    return definitions;
  }

  /** The keys of a record with what is said of them. */
  public ClosedMap keys(Class<?> record) {
    RecordShape shape = RecordShape.of(record);
    var keys = new ClosedMap();
    slots.records().add(keys, record, shape.components(), Defaults.of(shape));
    return keys;
  }

  /** The keys of an experiment, nested and dotted. */
  public ClosedMap keys() {
    var keys = new ClosedMap();
    SHAPE.components().stream()
        .forEach(
            each ->
                keys.key(
                    each.key(), slots.records().property(SHAPE.type(), each, Defaults.of(SHAPE))));
    paths().forEach((path, schema) -> dotted(keys, path, schema));
    return keys;
  }

  private static void dotted(ClosedMap keys, String path, Schema schema) {
    if (path.contains("\\.")) {
      keys.keys(path, schema);
    }
  }

  /** What must stand in an experiment that nothing is merged with; its name is that of the file. */
  public Schema complete() {
    List<Component> components =
        SHAPE.components().stream().filter(each -> !each.key().equals(Keys.NAME)).toList();
    return slots.completeness().components(SHAPE, components).orElse(Schema.ANYTHING);
  }

  /** What must stand in the map of a record. */
  public Schema complete(Class<?> record) {
    RecordShape shape = RecordShape.of(record);
    return slots.completeness().components(shape, shape.components()).orElse(Schema.ANYTHING);
  }

  /** The paths of an experiment that can be told one by one, such as {@code training.epochs}. */
  public Stream<String> names() {
    return paths().keySet().stream()
        .filter(path -> !path.contains("+"))
        .map(path -> path.replace("\\.", "."));
  }

  /** What may stand under each path of an experiment, by the regular expression of the path. */
  public Map<String, Schema> paths() {
    return slots.records().dotted().of(SHAPE.components());
  }
}
