package dev.kassei.batch.plan;

import dev.kassei.experiment.config.ExperimentCheck;
import dev.kassei.experiment.config.ExperimentConfig;
import dev.kassei.experiment.config.LoadedConfig;
import dev.kassei.experiment.config.PluginNames;
import dev.kassei.experiment.config.tree.Node.Mapping;
import dev.kassei.experiment.config.tree.Problem;
import dev.kassei.experiment.plugin.Plugins;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Makes the experiments of a batch from the values of their axes. For use by several threads. */
final class TrialFactory {
  private final TrialTrees trees;
  private final TrialBinder binder;
  private final ExperimentCheck check;
  private final PluginNames names;
  private final Path folder;
  private final Plugins plugins;
  private final List<String> pluginPaths;

  TrialFactory(
      TrialTrees trees,
      TrialBinder binder,
      ExperimentCheck check,
      PluginNames names,
      Path folder,
      Plugins plugins,
      List<String> pluginPaths) {
    this.trees = trees;
    this.binder = binder;
    this.check = check;
    this.names = names;
    this.folder = folder;
    this.plugins = plugins;
    this.pluginPaths = List.copyOf(pluginPaths);
  }

  /** The experiment; empty if there is a problem with it. */
  synchronized Optional<ExperimentConfig> experiment(Combination combination) {
    Mapping tree = trees.tree(combination);
    Optional<ExperimentConfig> experiment = binder.bind(tree);
    experiment.ifPresent(it -> check.check(it, tree));
    return experiment;
  }

  /** What is wrong with the sections of a tree, each by itself. */
  synchronized List<Problem> problems(Combination combination) {
    binder.bind(trees.tree(combination));
    return binder.problems();
  }

  /** What was found wrong since this was last asked. */
  synchronized List<Problem> problems() {
    return binder.problems();
  }

  LoadedConfig loaded(ExperimentConfig experiment) {
    return new LoadedConfig(experiment, names, folder, plugins, pluginPaths);
  }
}
