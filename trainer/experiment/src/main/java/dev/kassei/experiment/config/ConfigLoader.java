package dev.kassei.experiment.config;

import dev.kassei.api.FilePath;
import dev.kassei.experiment.config.tree.ConfigFiles;
import dev.kassei.experiment.config.tree.ConfigurationException;
import dev.kassei.experiment.config.tree.CoreSchema;
import dev.kassei.experiment.config.tree.FileNames;
import dev.kassei.experiment.config.tree.KeyForm;
import dev.kassei.experiment.config.tree.Keys;
import dev.kassei.experiment.config.tree.Location;
import dev.kassei.experiment.config.tree.Node;
import dev.kassei.experiment.config.tree.Node.Entry;
import dev.kassei.experiment.config.tree.Node.Mapping;
import dev.kassei.experiment.config.tree.Node.Scalar;
import dev.kassei.experiment.config.tree.Overrides;
import dev.kassei.experiment.config.tree.Problems;
import dev.kassei.experiment.config.tree.Words;
import dev.kassei.experiment.config.tree.YamlReader;
import dev.kassei.experiment.plugin.Family;
import dev.kassei.experiment.plugin.Plugins;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Loads configurations. */
public final class ConfigLoader {
  /** The version of the configuration language, which effective configurations name. */
  static final int FORMAT = 1;

  public static final String FORMAT_KEY = "format";
  public static final String PLUGINS_KEY = "plugins";

  /** Under it stands what a batch adds to an experiment. */
  public static final String BATCH_KEY = "batch";

  public static final List<String> FILE_KEYS =
      List.of(ConfigFiles.EXTENDS, ConfigFiles.FOLDER, FORMAT_KEY, PLUGINS_KEY, BATCH_KEY);

  private static final String BATCH =
      "the file describes a batch, but here one experiment is needed; 'kassei validate' prints the"
          + " plan of a batch";

  private final Plugins plugins;
  private final List<Path> given;
  private final PluginPolicy policy;

  /** A loader that knows these plugins beside those that a configuration names. */
  public ConfigLoader(Plugins plugins) {
    this(plugins, List.of());
  }

  /**
   * A loader that knows these plugins beside those that a configuration names.
   *
   * @param paths the jars and folders from which plugins come that are not built in; effective
   *     configurations name them
   */
  public ConfigLoader(Plugins plugins, List<Path> paths) {
    this(plugins, paths, PluginPolicy.LOADED);
  }

  /** As the other, with a word about the plugins that a configuration names. */
  public ConfigLoader(Plugins plugins, List<Path> paths, PluginPolicy policy) {
    this.plugins = plugins;
    this.given = List.copyOf(paths);
    this.policy = policy;
  }

  /**
   * Loads a file, and the files it extends, that describes one experiment.
   *
   * @param file the YAML file, named in messages as it is given here
   * @param settings what is merged onto it, such as {@code model.hidden=[16]}; paths in them start
   *     at the file's folder
   * @throws ConfigurationException if anything is wrong with it; it says all that is
   */
  public LoadedConfig load(Path file, List<String> settings) {
    return load(ConfigSource.file(file), settings);
  }

  /** As {@link #load(Path, List)}, from wherever the configuration stands. */
  public LoadedConfig load(ConfigSource source, List<String> settings) {
    ConfigDocument document = read(source, settings, KeyForm.NESTED);
    Optional<Node> batch = document.tree().get(BATCH_KEY);
    if (batch.isPresent()) {
      throw document.problems().fatal(batch.get().location(), BATCH_KEY, BATCH);
    }
    return document.experiment();
  }

  /**
   * Reads a configuration, and the files it extends, into one tree.
   *
   * @param form the form of its keys
   * @throws ConfigurationException if it cannot be read, or names plugins that cannot be used
   */
  public ConfigDocument read(ConfigSource source, List<String> settings, KeyForm form) {
    var problems = new Problems();
    Path file = source.path();
    var files = new ConfigFiles(file, form, source.moved(), problems);
    Mapping own = source.reading().tree(files, form, problems);
    Mapping tree = files.settled(new Overrides(form, problems).mergedOnto(own, settings));
    checkFormat(tree, problems);
    List<String> paths = pluginPaths(tree, files, problems);
    List<Path> named = paths.stream().map(files::resolved).toList();
    Plugins usable = usable(tree, file, named, problems);
    Mapping rest = withName(tree, file).without(List.of(FORMAT_KEY, PLUGINS_KEY));
    return new ConfigDocument(file, rest, usable, allPaths(paths), files, problems);
  }

  private List<String> allPaths(List<String> paths) {
    var all = new ArrayList<>(paths);
    given.forEach(path -> all.add(path.toAbsolutePath().normalize().toString()));
    return all;
  }

  /**
   * Makes one plugin from YAML, such as {@code relu} or <code>{type: leaky_relu, alpha: 0.2}</code>
   * .
   *
   * @param source what the text is called in messages
   * @throws ConfigurationException if it is no plugin of the family
   */
  public <T> NamedPlugin<T> plugin(Family<T> family, String source, String yaml) {
    var problems = new Problems();
    var names = new PluginNames();
    var binder = new Binder(plugins, FileNames.AS_WRITTEN, names, problems);
    Node node = YamlReader.value(new Location(source, 1, 1), yaml, problems);
    Optional<Object> bound = binder.plugins().bind(family.type(), node, "", List.of());
    problems.throwIfAny();
    T plugin = family.type().cast(bound.orElseThrow());
    return new NamedPlugin<>(names.of(plugin), plugin);
  }

  /**
   * The name by which YAML chooses a plugin, such as {@code adam} in <code>{type: adam}</code>;
   * empty where it has no {@code type}.
   *
   * @param source what the text is called in messages
   * @throws ConfigurationException if it is no YAML
   */
  public Optional<String> type(String source, String yaml) {
    Node node = YamlReader.value(new Location(source, 1, 1), yaml, new Problems());
    return node instanceof Mapping map
        ? map.get(Keys.TYPE).filter(Scalar.class::isInstance).map(type -> ((Scalar) type).text())
        : Optional.empty();
  }

  private static Mapping withName(Mapping tree, Path file) {
    if (tree.get(Keys.NAME).isPresent()) {
      return tree;
    }
    String name = ExperimentConfig.nameOf(String.valueOf(file.getFileName()));
    var scalar = new Scalar(tree.location(), name, false);
    return tree.with(Keys.NAME, new Entry(tree.location(), scalar));
  }

  private static void checkFormat(Mapping tree, Problems problems) {
    Optional<Node> format = tree.get(FORMAT_KEY);
    if (format.isEmpty() || isKnownFormat(format.get())) {
      return;
    }
    problems.add(
        format.get().location(),
        FORMAT_KEY,
        "this version reads format %s but was %s".formatted(FORMAT, Words.of(format.get())));
  }

  private static boolean isKnownFormat(Node node) {
    return node instanceof Scalar scalar
        && CoreSchema.integer(scalar).equals(OptionalLong.of(FORMAT));
  }

  @SuppressWarnings("unchecked")
  private List<String> pluginPaths(Mapping tree, ConfigFiles files, Problems problems) {
    Optional<Node> node = tree.get(PLUGINS_KEY);
    if (node.isEmpty()) {
      return List.of();
    }
    var binder = new Binder(plugins, files::rebased, new PluginNames(), problems);
    return (List<String>)
        binder.bind(PluginPaths.SLOT, node.get(), PLUGINS_KEY, Optional.empty()).orElse(List.of());
  }

  /** The declaration of the key {@code plugins}. */
  private record PluginPaths(@FilePath List<String> plugins) {
    static final Slot SLOT = RecordShape.of(PluginPaths.class).components().get(0).slot();
  }

  private Plugins usable(Mapping tree, Path file, List<Path> named, Problems problems) {
    if (named.isEmpty()) {
      return plugins;
    }
    Location location = tree.get(PLUGINS_KEY).map(Node::location).orElse(tree.location());
    Optional<String> refusal = policy.refusal(file, named);
    if (refusal.isPresent()) {
      throw problems.fatal(location, PLUGINS_KEY, refusal.get());
    }
    try {
      Plugins usable = plugins.and(named);
      policy.loaded(usable);
      return usable;
    } catch (IllegalArgumentException e) {
      // that names of these plugins are unknown would be said, too, and mislead
      throw problems.fatal(location, PLUGINS_KEY, String.valueOf(e.getMessage()));
    }
  }
}
