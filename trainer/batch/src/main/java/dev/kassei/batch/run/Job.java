package dev.kassei.batch.run;

import dev.kassei.experiment.checkpoint.InputChangedException;
import dev.kassei.experiment.config.LoadedConfig;
import dev.kassei.experiment.training.PreparedTrial;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * A trial to be trained.
 *
 * @param number its number among those of its kind
 * @param axes printed values by path, those of tuned axes among them
 * @param key names all that its result depends on
 * @param data the fingerprint of the data that its key names
 * @param group what it shares with trials that can be trained beside it
 * @param surfaceBytes what a file of what it learns over two inputs takes; empty if there is none
 * @param isRecorded whether that file is saved
 */
record Job(
    int number,
    Map<String, String> axes,
    LoadedConfig config,
    String key,
    String data,
    Group group,
    OptionalLong surfaceBytes,
    boolean isRecorded) {
  /** The same job, whose surface is saved or not. */
  Job recorded(boolean isRecorded) {
    return new Job(number, axes, config, key, data, group, surfaceBytes, isRecorded);
  }

  /**
   * Refuses to train with other data than the key names.
   *
   * @throws InputChangedException if the trial that was prepared for it has other data
   */
  void requireSameData(PreparedTrial trial) {
    if (!trial.data().fingerprint().equals(data)) {
      List<Path> files = config.files();
      throw new InputChangedException("the data" + (files.isEmpty() ? "" : " of " + files));
    }
  }

  /**
   * Trials of one group can be trained side by side.
   *
   * @param structure of their programs
   * @param lanes how many of them are best trained at once
   */
  record Group(String structure, PreparedTrial.LaneCompatibility laneCompatibility, int lanes) {}
}
