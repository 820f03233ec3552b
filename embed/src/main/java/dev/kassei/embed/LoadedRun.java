package dev.kassei.embed;

import dev.kassei.experiment.config.LoadedConfig;
import dev.kassei.experiment.inference.SavedModel;
import dev.kassei.experiment.plugin.CopiedPlugins;
import dev.kassei.experiment.plugin.Plugins;
import dev.kassei.results.CopiedFiles;
import dev.kassei.results.RunFolder;
import dev.kassei.results.record.RunFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A run that lies in a folder. */
record LoadedRun(RunFolder folder, SavedModel saved) {
  static LoadedRun read(Path path, Plugins plugins) throws IOException {
    return new LoadedRun(new RunFolder(path), SavedModel.read(path, plugins));
  }

  TrainedModel model() throws IOException {
    return new TrainedModel(saved, Table.read(folder.file(RunFiles.METRICS)), this::write);
  }

  /** As it lies there, but that relative paths start in the new folder. */
  private void write(RunFolder copy) throws IOException {
    LoadedConfig config = saved.config();
    var files = new CopiedFiles(config.folder(), copy);
    copy.writeConfig(config.effective(files, new CopiedPlugins(config.folder(), files)));
    for (String name : RunFiles.ALL) {
      Path file = folder.file(name);
      if (Files.isRegularFile(file) && Files.notExists(copy.file(name))) {
        Files.copy(file, copy.file(name));
      }
    }
    copy.writeRun(saved.run());
  }
}
