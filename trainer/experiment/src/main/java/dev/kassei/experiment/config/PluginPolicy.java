package dev.kassei.experiment.config;

import dev.kassei.experiment.plugin.Plugins;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What is to be done about plugins that a configuration names: once loaded, their code runs. */
@FunctionalInterface
public interface PluginPolicy {
  /** Loads them without a word. */
  PluginPolicy LOADED = (file, paths) -> Optional.empty();

  /**
   * Asked before anything of the plugins is loaded.
   *
   * @param file the configuration, as it was given
   * @param paths their jars and folders
   * @return why they are refused; empty if they are to be loaded
   */
  Optional<String> refusal(Path file, List<Path> paths);

  /**
   * Told when they are loaded, before any is looked up; by default nothing is done.
   *
   * @param usable they and all others that the configuration can name
   */
  default void loaded(Plugins usable) {}
}
