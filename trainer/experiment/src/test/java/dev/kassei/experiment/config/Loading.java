package dev.kassei.experiment.config;

import dev.kassei.experiment.plugin.Plugins;
import java.nio.file.Path;
import java.util.List;

/** Loads with the plugins of the class path. */
final class Loading {
  private Loading() {}

  static LoadedConfig load(Path file, String... settings) {
    return new ConfigLoader(Plugins.builtIn()).load(file, List.of(settings));
  }
}
