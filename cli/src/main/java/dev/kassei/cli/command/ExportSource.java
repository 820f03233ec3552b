package dev.kassei.cli.command;

import dev.kassei.experiment.inference.SavedModel;
import dev.kassei.experiment.plugin.Plugins;
import java.io.IOException;
import java.nio.file.Path;

/**
 * What is exported.
 *
 * @param folder that of a run or of a batch
 * @param plugins the plugins there are
 */
record ExportSource(Path folder, Plugins plugins) {
  /** The run's network with its weights. */
  SavedModel model() throws IOException {
    return SavedModel.read(folder, plugins);
  }
}
