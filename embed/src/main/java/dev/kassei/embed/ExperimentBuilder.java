package dev.kassei.embed;

import dev.kassei.api.DatasetSource;
import dev.kassei.api.LearningAlgorithm;
import dev.kassei.api.Loss;
import dev.kassei.api.Model;
import dev.kassei.api.Precision;
import dev.kassei.experiment.config.ConfigSource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * Describes an experiment step by step. What it has no method for is {@link #set}, by the keys that
 * YAML has. Mutable, for one thread.
 *
 * <p>A text given as a value means what it means in YAML: {@code "tanh"} is a name, {@code "[8,
 * 8]"} a list, {@code "{type: elu, alpha: 2}"} a map.
 */
@API(status = API.Status.STABLE, since = "0.1")
public final class ExperimentBuilder {
  private static final String TYPE = "type";

  private static final String DATASET = "dataset";

  private final Map<String, Object> tree = new LinkedHashMap<>();
  private final List<Record> records = new ArrayList<>();

  /** The keys of the data set itself, beside which others say what is done with it. */
  private Map<String, Object> source = Map.of();

  private Optional<MemoryData> data = Optional.empty();

  ExperimentBuilder() {}

  /** The name of the experiment; {@code experiment} if none is given. */
  public ExperimentBuilder name(String name) {
    return set("name", name);
  }

  /**
   * Rows to learn from, and the class of each.
   *
   * @param x one row each, all of one length; copied
   * @param classes whole numbers that tell classes apart
   */
  public ExperimentBuilder data(double[][] x, int[] classes) {
    return data(MemoryData.classes(x, classes));
  }

  /** Rows to learn from, and the name of the class of each. */
  public ExperimentBuilder data(double[][] x, String[] classes) {
    return data(MemoryData.classes(x, classes));
  }

  /** Rows to learn from, and the number to be predicted of each. */
  public ExperimentBuilder data(double[][] x, double[] y) {
    return data(x, MemoryData.column(y));
  }

  /** Rows to learn from, and the numbers to be predicted of each. */
  public ExperimentBuilder data(double[][] x, double[][] y) {
    return data(MemoryData.numbers(x, y));
  }

  private ExperimentBuilder data(MemoryData rows) {
    data = Optional.of(rows);
    return dataset(MemoryData.NAME);
  }

  /**
   * A CSV file whose last column is to be learned; a relative path starts in the working directory.
   */
  public ExperimentBuilder data(Path csv) {
    return dataset("csv", Map.of("path", Given.required(csv, "csv")));
  }

  /** A data set as a plugin record. */
  public ExperimentBuilder data(DatasetSource record) {
    source = Nodes.keys(noted(DATASET, record));
    return this;
  }

  /** A data set by its name, such as {@code iris}. */
  public ExperimentBuilder dataset(String name) {
    return dataset(name, Map.of());
  }

  /** A data set by its name, such as {@code spirals}, with options. */
  public ExperimentBuilder dataset(String name, Map<String, ?> options) {
    source = typed(name, options);
    return this;
  }

  /**
   * Shifts and scales features to mean 0 and standard deviation 1, as the training rows have them.
   */
  public ExperimentBuilder standardize() {
    return set("dataset.standardize", true);
  }

  /** Holds out a share of the rows, which are measured after each epoch. */
  public ExperimentBuilder validation(double share) {
    return set("dataset.split.validation", share);
  }

  /** Holds out a share of the rows, which are measured once at the end. */
  public ExperimentBuilder test(double share) {
    return set("dataset.split.test", share);
  }

  /** The network by name, such as {@code mlp}, or as YAML. */
  public ExperimentBuilder model(String nameOrYaml) {
    return set("model", nameOrYaml);
  }

  /** The network by name with options, such as {@code Map.of("hidden", List.of(8))}. */
  public ExperimentBuilder model(String name, Map<String, ?> options) {
    return set("model", typed(name, options));
  }

  /** The network as a plugin record. */
  public ExperimentBuilder model(Model record) {
    return set("model", noted("model", record));
  }

  /** What training minimises, by name or as YAML. */
  public ExperimentBuilder loss(String nameOrYaml) {
    return set("loss", nameOrYaml);
  }

  /** What training minimises, by name with options. */
  public ExperimentBuilder loss(String name, Map<String, ?> options) {
    return set("loss", typed(name, options));
  }

  /** What training minimises, as a plugin record. */
  public ExperimentBuilder loss(Loss record) {
    return set("loss", noted("loss", record));
  }

  /** The learning algorithm by name, such as {@code adam}, or as YAML. */
  public ExperimentBuilder optimizer(String nameOrYaml) {
    return set("optimizer", nameOrYaml);
  }

  /** The learning algorithm by name with options, such as {@code Map.of("learning_rate", 0.01)}. */
  public ExperimentBuilder optimizer(String name, Map<String, ?> options) {
    return set("optimizer", typed(name, options));
  }

  /** The learning algorithm as a plugin record. */
  public ExperimentBuilder optimizer(LearningAlgorithm record) {
    return set("optimizer", noted("optimizer", record));
  }

  /** How often all rows are seen. */
  public ExperimentBuilder epochs(int count) {
    return set("training.epochs", count);
  }

  /** The number of rows in a step. */
  public ExperimentBuilder batchSize(int rows) {
    return set("training.batch_size", rows);
  }

  /** The source of all randomness: weights, order, split, noise. */
  public ExperimentBuilder seed(long seed) {
    return set("seed", seed);
  }

  /** The format of the network's numbers. */
  public ExperimentBuilder precision(Precision precision) {
    return set("precision", precision);
  }

  /**
   * Makes a batch: every value of this axis with every value of the other axes.
   *
   * @param path what differs, such as {@code model.activation}
   * @param values the values, or a map that stands for several, such as {@code Map.of("log",
   *     List.of(0.001, 0.1), "count", 5)}
   */
  public ExperimentBuilder grid(String path, Object... values) {
    Given.required(path, "path");
    Given.required(values, path);
    inside(inside(tree, "batch"), "grid")
        .put(path, noted(isRange(values) ? values[0] : Given.list(values, path)));
    return this;
  }

  private static boolean isRange(Object... values) {
    return values.length == 1 && values[0] instanceof Map<?, ?> map && !map.containsKey(TYPE);
  }

  /** Makes a batch: everything once with each of the seeds 1 to {@code count}. */
  public ExperimentBuilder seeds(int count) {
    return grid("seed", Map.of("from", 1, "count", count));
  }

  /**
   * Any other key.
   *
   * @param path such as {@code training.early_stopping.patience}
   * @param value a text, number, boolean, path, list, map or plugin record
   */
  public ExperimentBuilder set(String path, Object value) {
    Given.required(path, "path");
    Given.required(value, path);
    String[] keys = path.split("\\.", -1);
    Map<String, Object> place = tree;
    for (int i = 0; i < keys.length - 1; i++) {
      place = inside(place, keys[i]);
    }
    place.put(keys[keys.length - 1], noted(value));
    return this;
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> inside(Map<String, Object> map, String key) {
    Object there = map.get(key);
    if (there instanceof Map<?, ?> inner) {
      return (Map<String, Object>) inner;
    }
    var inner = new LinkedHashMap<String, Object>();
    if (there != null) {
      // a bare word is a map of a type
      inner.put(TYPE, there);
    }
    map.put(key, inner);
    return inner;
  }

  private Map<String, Object> typed(String name, Map<String, ?> options) {
    Given.required(name, "name");
    Given.required(options, "options of " + name);
    var typed = new LinkedHashMap<String, Object>(Map.of(TYPE, name));
    options.forEach(
        (option, value) -> typed.put(option, noted(Given.required(value, name + "." + option))));
    return typed;
  }

  private Record noted(String key, Object plugin) {
    if (!(Given.required(plugin, key) instanceof Record record)) {
      throw new KasseiException(
          "%s: expected a record with @PluginName but was %s"
              .formatted(key, plugin.getClass().getName()));
    }
    records.add(record);
    return record;
  }

  /** A copy, whose records are known by their names in the configuration. */
  private Object noted(Object value) {
    if (value instanceof Record record) {
      records.add(record);
    }
    if (value instanceof Map<?, ?> map) {
      var copy = new LinkedHashMap<String, Object>();
      map.forEach(
          (key, each) ->
              copy.put(String.valueOf(key), noted(Given.required(each, String.valueOf(key)))));
      return copy;
    }
    return value instanceof List<?> list
        ? list.stream().map(each -> noted(Given.required(each, "a list's value"))).toList()
        : value;
  }

  /**
   * The description.
   *
   * @throws KasseiException if a value cannot stand in a configuration
   */
  public Experiment build() {
    var whole = new LinkedHashMap<>(tree);
    if (!source.isEmpty()) {
      var dataset = new LinkedHashMap<>(source);
      dataset.putAll(inside(whole, DATASET));
      whole.put(DATASET, dataset);
    }
    ConfigSource built =
        Failures.translated(() -> ConfigSource.tree(Experiment.NAME, Nodes.mapping(whole)));
    return new Experiment(built, new OwnPlugins(List.copyOf(records), data));
  }
}
