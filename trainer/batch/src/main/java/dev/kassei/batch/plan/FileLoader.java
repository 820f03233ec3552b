package dev.kassei.batch.plan;

import dev.kassei.experiment.config.ConfigDocument;
import dev.kassei.experiment.config.ConfigLoader;
import dev.kassei.experiment.config.ConfigSource;
import dev.kassei.experiment.config.LoadedConfig;
import dev.kassei.experiment.config.tree.ConfigurationException;
import dev.kassei.experiment.config.tree.Node;
import dev.kassei.experiment.config.tree.Node.Mapping;
import dev.kassei.experiment.config.tree.Words;
import dev.kassei.experiment.plugin.Plugins;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Loads files that describe one experiment or a batch of them. */
public final class FileLoader {
  private static final String NO_BATCH = "missing; the file describes one experiment";
  private static final String NO_MAP =
      "expected a map with grid, zip, list or random, or with several blocks of these under"
          + " 'blocks', but was ";

  private final ConfigLoader experiments;

  /** A loader that knows these plugins beside those that a file names. */
  public FileLoader(Plugins plugins) {
    this(new ConfigLoader(plugins));
  }

  /**
   * A loader that knows these plugins beside those that a file names.
   *
   * @param paths the jars and folders from which plugins come that are not built in; effective
   *     configurations name them
   */
  public FileLoader(Plugins plugins, List<Path> paths) {
    this(new ConfigLoader(plugins, paths));
  }

  /** A loader that reads experiments as this one does. */
  public FileLoader(ConfigLoader experiments) {
    this.experiments = experiments;
  }

  /**
   * Loads a file, and the files it extends: a batch if it has the key {@code batch}, else one
   * experiment.
   *
   * @param file the YAML file, named in messages as it is given here
   * @param settings what is merged onto it, such as {@code model.hidden=[16]}; paths in them start
   *     at the file's folder
   * @throws ConfigurationException if anything is wrong with it; it says all that is
   */
  public Loaded load(Path file, List<String> settings) {
    return load(ConfigSource.file(file), settings);
  }

  /** As {@link #load(Path, List)}, from wherever the configuration stands. */
  public Loaded load(ConfigSource source, List<String> settings) {
    ConfigDocument document = read(source, settings);
    Optional<Node> batch = document.tree().get(AxisKeys.BATCH);
    return batch.isEmpty()
        ? new Loaded.Single(document.experiment())
        : batch(document, batch.get());
  }

  /**
   * Loads a file, and the files it extends, that describes a batch of experiments.
   *
   * @throws ConfigurationException if anything is wrong with it; it says all that is
   */
  public BatchConfig batch(Path file, List<String> settings) {
    return batch(ConfigSource.file(file), settings);
  }

  /** As {@link #batch(Path, List)}, from wherever the batch stands. */
  public BatchConfig batch(ConfigSource source, List<String> settings) {
    ConfigDocument document = read(source, settings);
    Node batch =
        document
            .tree()
            .get(AxisKeys.BATCH)
            .orElseThrow(() -> refusal(document, document.tree(), NO_BATCH));
    return batch(document, batch);
  }

  /**
   * Loads a file, and the files it extends, that describes one experiment.
   *
   * @throws ConfigurationException if anything is wrong with it; it says all that is
   */
  public LoadedConfig experiment(Path file, List<String> settings) {
    return experiment(ConfigSource.file(file), settings);
  }

  /** As {@link #experiment(Path, List)}, from wherever the experiment stands. */
  public LoadedConfig experiment(ConfigSource source, List<String> settings) {
    return experiments.load(source, settings);
  }

  private ConfigDocument read(ConfigSource source, List<String> settings) {
    return experiments.read(source, settings, AxisKeys.FORM);
  }

  private static BatchConfig batch(ConfigDocument document, Node node) {
    if (!(node instanceof Mapping batch)) {
      throw refusal(document, node, NO_MAP + Words.of(node));
    }
    return new BatchLoader(document, batch).load();
  }

  private static ConfigurationException refusal(
      ConfigDocument document, Node place, String message) {
    return document.problems().fatal(place.location(), AxisKeys.BATCH, message);
  }
}
