package dev.kassei.embed;

import dev.kassei.experiment.config.ConfigLoader;
import dev.kassei.experiment.plugin.Plugins;
import java.nio.file.Path;
import java.util.List;

/**
 * With what experiments are carried out.
 *
 * @param paths the jars and folders from which plugins come
 */
record Means(Plugins plugins, List<Path> paths, Watch watch, int threads) {
  /** What loads an experiment, with the plugins that it brings along. */
  ConfigLoader loader(Experiment experiment) {
    return new ConfigLoader(experiment.plugins().beside(plugins), paths);
  }
}
