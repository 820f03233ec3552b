package dev.kassei.batch.plan;

import dev.kassei.experiment.config.ConfigLoader;
import dev.kassei.experiment.config.EffectiveConfig;
import dev.kassei.experiment.config.ExperimentConfig;
import dev.kassei.experiment.config.LoadedConfig;
import dev.kassei.experiment.config.RecordShape;
import dev.kassei.experiment.config.RecordShape.Component;
import dev.kassei.experiment.config.tree.CoreSchema;
import dev.kassei.experiment.config.tree.Keys;
import dev.kassei.experiment.config.tree.Location;
import dev.kassei.experiment.config.tree.Node;
import dev.kassei.experiment.config.tree.Node.Entry;
import dev.kassei.experiment.config.tree.Node.Mapping;
import dev.kassei.experiment.config.tree.Node.Scalar;
import dev.kassei.experiment.config.tree.Node.Sequence;
import dev.kassei.experiment.config.tree.YamlWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Writes a batch as YAML: sections that are the same in all trials with every default spelled out,
 * those that axes change as they were typed.
 */
final class BatchText {
  /** What changes no trial and no comparison. */
  private static final List<String> BESIDE_EXPERIMENT =
      List.of(ConfigLoader.FORMAT_KEY, ConfigLoader.PLUGINS_KEY, Keys.NAME, "plots");

  private static final List<String> BESIDE_PLAN = List.of(BatchKeys.KEEP, BatchKeys.CHECKPOINT);

  private final EffectiveConfig effective;
  private final RebasedPaths paths;

  BatchText(EffectiveConfig effective, RebasedPaths paths) {
    this.effective = effective;
    this.paths = paths;
  }

  /**
   * The tree.
   *
   * @param experiment one of the trials
   * @param base what stands beside the batch
   * @param touched the keys of sections that axes change
   * @param batch the batch with its defaults
   */
  Mapping tree(
      LoadedConfig experiment, Mapping base, Set<String> touched, Map<String, Node> batch) {
    var entries = new LinkedHashMap<>(effective.head(experiment.pluginPaths()));
    for (Component component : RecordShape.of(ExperimentConfig.class).components()) {
      String key = component.key();
      if (!touched.contains(key)) {
        entries.put(key, effective.entry(component, component.of(experiment.experiment())));
      } else if (base.get(key).isPresent()) {
        entries.put(key, typed(base.entries().get(key)));
      }
    }
    var parts = new LinkedHashMap<String, Entry>();
    batch.forEach((key, node) -> parts.put(key, new Entry(node.location(), typed(node))));
    Location here = base.location();
    entries.put(AxisKeys.BATCH, new Entry(here, new Mapping(here, parts)));
    return new Mapping(here, entries);
  }

  /** What of the tree decides over trials and comparison. */
  static Plan plan(Mapping tree) {
    Entry batch = tree.entries().get(AxisKeys.BATCH);
    Mapping decisive = ((Mapping) batch.value()).without(BESIDE_PLAN);
    return new Plan(
        YamlWriter.text(
            tree.without(BESIDE_EXPERIMENT)
                .with(AxisKeys.BATCH, new Entry(batch.key(), decisive))));
  }

  private Entry typed(Entry entry) {
    return new Entry(entry.key(), typed(entry.value()));
  }

  private Node typed(Node node) {
    if (node instanceof Mapping map) {
      var entries = new LinkedHashMap<String, Entry>();
      map.entries().forEach((key, entry) -> entries.put(key, typed(entry)));
      return new Mapping(map.location(), entries);
    }
    if (node instanceof Sequence sequence) {
      return new Sequence(sequence.location(), sequence.items().stream().map(this::typed).toList());
    }
    return scalar((Scalar) node);
  }

  /** Texts may need quotes where the writer puts them. */
  private Scalar scalar(Scalar scalar) {
    boolean bare = scalar.plain() && !CoreSchema.isText(scalar);
    String text = bare ? scalar.text() : paths.text(scalar.location(), scalar.text());
    boolean nothing = bare && text.isEmpty();
    return new Scalar(scalar.location(), nothing ? "~" : text, bare);
  }

  /** Texts as a list. */
  static Sequence list(Location location, List<String> texts) {
    return new Sequence(
        location, texts.stream().<Node>map(text -> new Scalar(location, text, true)).toList());
  }
}
