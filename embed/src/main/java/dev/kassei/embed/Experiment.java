package dev.kassei.embed;

import dev.kassei.experiment.config.ConfigSource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;

/**
 * The description of an experiment, or of a batch of them: a YAML file, YAML text, or what a
 * program builds. Immutable; it is checked when it is trained.
 */
@API(status = API.Status.STABLE, since = "0.1")
public final class Experiment {
  /** What takes the place of a file in messages, and names results that have no other name. */
  static final String NAME = "experiment";

  private final ConfigSource source;
  private final List<String> settings;
  private final OwnPlugins plugins;

  Experiment(ConfigSource source, OwnPlugins plugins) {
    this(source, List.of(), plugins);
  }

  private Experiment(ConfigSource source, List<String> settings, OwnPlugins plugins) {
    this.source = source;
    this.settings = List.copyOf(settings);
    this.plugins = plugins;
  }

  /** What a YAML file describes; relative paths in it start in its folder. */
  public static Experiment file(Path file) {
    return new Experiment(ConfigSource.file(Given.required(file, "file")), OwnPlugins.NONE);
  }

  /** What YAML text describes; relative paths in it start in the working directory. */
  public static Experiment yaml(String text) {
    return new Experiment(ConfigSource.text(NAME, Given.required(text, "yaml")), OwnPlugins.NONE);
  }

  /** Describes an experiment step by step. */
  public static ExperimentBuilder builder() {
    return new ExperimentBuilder();
  }

  /**
   * The same with other values, as {@code kassei run --set} has them.
   *
   * @param others such as {@code training.epochs=10}
   */
  public Experiment set(String... others) {
    var all = new ArrayList<>(settings);
    all.addAll(Given.list(others, "settings"));
    return new Experiment(source, all, plugins);
  }

  ConfigSource source() {
    return source;
  }

  List<String> settings() {
    return settings;
  }

  /** What it brings along beside words. */
  OwnPlugins plugins() {
    return plugins;
  }
}
