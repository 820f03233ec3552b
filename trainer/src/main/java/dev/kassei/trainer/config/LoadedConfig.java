package dev.kassei.trainer.config;

import dev.kassei.trainer.plugin.Plugins;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
    List<String> pluginPaths)
    implements Loaded {
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

  /** The effective configuration with every path to a file written as {@code paths} says. */
  public String effective(UnaryOperator<String> paths) {
    return new EffectiveConfig(names, paths).text(experiment, pluginPaths);
  }

  /** The files and folders that the experiment names. */
  public List<Path> files() {
    var files = new ArrayList<Path>();
    new EffectiveConfig(
            names,
            path -> {
              files.add(folder.resolve(path));
              return path;
            })
        .text(experiment, List.of());
    return files;
  }
}
