package dev.kassei.batch.run;

import dev.kassei.batch.plan.BatchConfig;
import dev.kassei.experiment.plugin.CopiedPlugins;
import dev.kassei.results.CopiedFiles;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Copies what a batch reads, its plugins among that, for machines that do not have it. */
final class SharedInputs {
  private SharedInputs() {}

  /**
   * Copies all into a folder.
   *
   * @return what a copy is called there, by the path as the effective configuration writes it
   * @throws UncheckedIOException if something cannot be copied
   */
  static Map<String, String> copy(BatchConfig batch, Path folder) {
    var files = CopiedFiles.all(batch.folder(), folder);
    var plugins = new CopiedPlugins(batch.folder(), files);
    var names = new LinkedHashMap<String, String>();
    batch.writtenFiles().forEach(path -> names.put(path, files.apply(path)));
    batch
        .trials()
        .get(0)
        .config()
        .pluginPaths()
        .forEach(path -> names.put(path, plugins.apply(path)));
    return names;
  }
}
