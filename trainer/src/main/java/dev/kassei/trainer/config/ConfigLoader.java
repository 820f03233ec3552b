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
  static final List<String> FILE_KEYS =
      List.of(ConfigFiles.EXTENDS, FORMAT_KEY, PLUGINS_KEY, AxisKeys.BATCH);

  private static final String BATCH =
      "the file describes a batch, but here one experiment is needed; 'kassei validate' prints the"
          + " plan of a batch";
  private static final String NO_BATCH = "missing; the file describes one experiment";

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
   * @param settings what is laid over it, such as {@code model.hidden=[16]}; paths in them start at
   *     the file's folder
   * @throws ConfigurationException if anything is wrong with it; it says all that is
   */
  public LoadedConfig load(Path file, List<String> settings) {
    var read = new Read(file, settings);
    if (read.batch().isPresent()) {
      throw read.refusal(BATCH);
    }
    return read.experiment();
  }

  /**
   * Loads a file, and the files it extends, that describes a batch of experiments.
   *
   * @throws ConfigurationException if anything is wrong with it; it says all that is
   */
  public BatchConfig loadBatch(Path file, List<String> settings) {
    var read = new Read(file, settings);
    if (read.batch().isEmpty()) {
      throw read.refusal(NO_BATCH);
    }
    return read.trials();
  }

  /**
   * Loads a file, and the files it extends: a batch if it has the key {@code batch}, else one
   * experiment.
   *
   * @throws ConfigurationException if anything is wrong with it; it says all that is
   */
  public Loaded loadAny(Path file, List<String> settings) {
    var read = new Read(file, settings);
    return read.batch().isEmpty() ? read.experiment() : read.trials();
  }

  /** A file that was read, with everything that experiments in it share. */
  private final class Read {
    private final Problems problems = new Problems();
    private final Path file;
    private final ConfigFiles files;
    private final Mapping tree;
    private final List<String> paths;
    private final Plugins usable;

    Read(Path file, List<String> settings) {
      this.file = file;
      this.files = new ConfigFiles(file, problems);
      Mapping read = files.settled(new Overrides(problems).over(files.read(), settings));
      checkFormat(read, problems);
      this.paths = pluginPaths(read, files, problems);
      this.usable = usable(read, file, resolved(), problems);
      this.tree = withName(read, file).without(List.of(FORMAT_KEY, PLUGINS_KEY));
    }

    private List<Path> resolved() {
      return paths.stream().map(files::resolved).toList();
    }

    Optional<Node> batch() {
      return tree.get(AxisKeys.BATCH);
    }

    ConfigurationException refusal(String message) {
      Location place = batch().map(Node::location).orElse(tree.location());
      return problems.fatal(place, AxisKeys.BATCH, message);
    }

    LoadedConfig experiment() {
      var names = new PluginNames();
      var binder = new Binder(usable, files::rebased, names, problems);
      Optional<ExperimentConfig> made =
          ConfigLoader.experiment(binder, tree).map(ExperimentConfig.class::cast);
      var check = new ExperimentCheck(usable, names, problems);
      made.ifPresent(experiment -> check.check(experiment, tree));
      problems.throwIfAny();
      ExperimentConfig experiment = made.orElseThrow();
      return new LoadedConfig(experiment, names, files.folder(), usable, allPaths());
    }

    BatchConfig trials() {
      if (!(batch().orElseThrow() instanceof Mapping batch)) {
        throw refusal(
            "expected a map with grid, zip, list or random, or with several blocks of these under"
                + " 'blocks', but was "
                + Words.of(batch().get()));
      }
      Mapping base = tree.without(List.of(AxisKeys.BATCH));
      return new BatchLoader(
              base, batch, usable, files::rebased, file, files.folder(), allPaths(), problems)
          .load();
    }

    private List<String> allPaths() {
      var all = new ArrayList<>(paths);
      given.forEach(path -> all.add(path.toAbsolutePath().normalize().toString()));
      return all;
    }
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
      return plugins.and(named);
    } catch (IllegalArgumentException e) {
      problems.add(location, PLUGINS_KEY, String.valueOf(e.getMessage()));
      return plugins;
    }
  }
}
