package dev.kassei.experiment.config;

import dev.kassei.experiment.config.tree.ConfigFiles;
import dev.kassei.experiment.config.tree.ConfigurationException;
import dev.kassei.experiment.config.tree.Node.Mapping;
import dev.kassei.experiment.config.tree.Problems;
import dev.kassei.experiment.plugin.Plugins;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A configuration file that was read, with everything that experiments in it share.
 *
 * @param file the one that was asked for
 * @param tree the file over those it extends, with a name, and without the keys of files
 * @param plugins the plugins it can use
 * @param pluginPaths where plugins are that are not built in
 * @param files the file and those it extends
 * @param problems what is wrong with it so far
 */
public record ConfigDocument(
    Path file,
    Mapping tree,
    Plugins plugins,
    List<String> pluginPaths,
    ConfigFiles files,
    Problems problems) {
  /**
   * The experiment that the tree describes.
   *
   * @throws ConfigurationException if anything is wrong with it; it says all that is
   */
  public LoadedConfig experiment() {
    var names = new PluginNames();
    var binder = new Binder(plugins, files::rebased, names, problems);
    Optional<ExperimentConfig> made = bound(binder).map(ExperimentConfig.class::cast);
    var check = new ExperimentCheck(plugins, names, problems);
    made.ifPresent(experiment -> check.check(experiment, tree));
    problems.throwIfAny();
    return new LoadedConfig(made.orElseThrow(), names, files.folder(), plugins, pluginPaths);
  }

  private Optional<Object> bound(Binder binder) {
    RecordShape shape = RecordShape.of(ExperimentConfig.class);
    try {
      return binder.records().fields(shape, tree, "", shape.defaults(), ConfigLoader.FILE_KEYS);
    } catch (InvocationTargetException e) {
      throw new IllegalStateException("the defaults of an experiment are refused", e);
    }
  }
}
