package dev.kassei.experiment.config;

import dev.kassei.api.DatasetSource;
import dev.kassei.experiment.plugin.Plugins;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A configuration ready to run.
 *
 * @param experiment what it says
 * @param names what its plugins are called
 * @param folder where relative paths start
 * @param plugins the plugins it can use
 * @param pluginPaths the jars and folders of plugins that stand in the effective configuration,
 *     relative to the folder or absolute
 */
public record LoadedConfig(
    ExperimentConfig experiment,
    PluginNames names,
    Path folder,
    Plugins plugins,
    List<String> pluginPaths) {
  public LoadedConfig {
    pluginPaths = List.copyOf(pluginPaths);
  }

  /**
   * The effective configuration: YAML with every default spelled out. Loaded from the same folder
   * it gives an equal experiment.
   */
  public String effective() {
    return new EffectiveConfig(names).text(experiment, pluginPaths);
  }

  /**
   * The same under another name.
   *
   * @throws IllegalArgumentException if it is no legal name of a folder
   */
  public LoadedConfig named(String name) {
    return new LoadedConfig(experiment.named(name), names, folder, plugins, pluginPaths);
  }

  /** The same without what changes no result but its seeds, which are those of the default. */
  public LoadedConfig withoutSeedsAndNames() {
    return new LoadedConfig(experiment.anonymous(), names, folder, plugins, List.of());
  }

  /**
   * The effective configuration with paths written differently.
   *
   * @param files what is written for one to a file
   * @param plugins what is written for one to plugins
   */
  public String effective(UnaryOperator<String> files, UnaryOperator<String> plugins) {
    List<String> moved = pluginPaths.stream().map(plugins).toList();
    return new EffectiveConfig(names, files).text(experiment, moved);
  }

  /** The file that the data come from, as it is written; empty where there is none. */
  public Optional<String> dataFile() {
    DatasetSource source = experiment.dataset().source();
    if (!source.getClass().isRecord()) {
      return Optional.empty();
    }
    return RecordShape.of(source.getClass()).components().stream()
        .filter(component -> component.slot().equals(new Slot(String.class, true)))
        .map(component -> (String) component.of(source))
        .findFirst();
  }

  /** The files and folders that the experiment names. */
  public List<Path> files() {
    return writtenFiles().stream().map(folder::resolve).toList();
  }

  /** The same as the effective configuration writes them. */
  public List<String> writtenFiles() {
    var files = new ArrayList<String>();
    new EffectiveConfig(
            names,
            path -> {
              files.add(path);
              return path;
            })
        .text(experiment, List.of());
    return files;
  }
}
