package dev.kassei.trainer.config;

import dev.kassei.api.FilePath;
import dev.kassei.trainer.config.Node.Entry;
import dev.kassei.trainer.config.Node.Mapping;
import dev.kassei.trainer.config.Node.Scalar;
import dev.kassei.trainer.plugin.Family;
import dev.kassei.trainer.plugin.Plugins;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Loads configurations. */
public final class ConfigLoader {
  /** The version of the configuration language, which effective configurations name. */
  static final int FORMAT = 1;

  static final String FORMAT_KEY = "format";
  static final String PLUGINS_KEY = "plugins";
  private static final List<String> FILE_KEYS =
      List.of(ConfigFiles.EXTENDS, FORMAT_KEY, PLUGINS_KEY);

  private final Plugins plugins;

  /** A loader that knows these plugins beside those that a configuration names. */
  public ConfigLoader(Plugins plugins) {
    this.plugins = plugins;
  }

  /**
   * Loads a file and the files it extends.
   *
   * @param file the YAML file, named in messages as it is given here
   * @param settings what is laid over it, such as {@code model.hidden=[16]}; paths in them start at
   *     the file's folder
   * @throws ConfigurationException if anything is wrong with it; it says all that is
   */
  public LoadedConfig load(Path file, List<String> settings) {
    var problems = new Problems();
    var files = new ConfigFiles(file, problems);
    Mapping tree = new Overrides(problems).over(files.read(), settings);
    checkFormat(tree, problems);
    List<String> paths = pluginPaths(tree, files, problems);
    Plugins usable = usable(tree, file, paths, problems);
    var names = new PluginNames();
    var binder = new Binder(usable, files::rebased, names, problems);
    Mapping named = withName(tree, file).without(List.of(FORMAT_KEY, PLUGINS_KEY));
    Optional<Object> experiment = experiment(binder, named);
    problems.throwIfAny();
    return new LoadedConfig(
        (ExperimentConfig) experiment.orElseThrow(), names, files.folder(), usable, paths);
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

  private static Optional<Object> experiment(Binder binder, Mapping tree) {
    RecordShape shape = RecordShape.of(ExperimentConfig.class);
    try {
      return binder.records().fields(shape, tree, "", shape.defaults(), FILE_KEYS);
    } catch (InvocationTargetException e) {
      throw new IllegalStateException("the defaults of an experiment are refused", e);
    }
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
        && CoreSchema.whole(scalar).equals(OptionalLong.of(FORMAT));
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

  private Plugins usable(Mapping tree, Path file, List<String> paths, Problems problems) {
    var resolved = new ArrayList<Path>();
    paths.forEach(path -> resolved.add(file.resolveSibling(path)));
    try {
      return plugins.and(resolved);
    } catch (IllegalArgumentException e) {
      Location location = tree.get(PLUGINS_KEY).map(Node::location).orElse(tree.location());
      problems.add(location, PLUGINS_KEY, String.valueOf(e.getMessage()));
      return plugins;
    }
  }
}
