package dev.kassei.trainer.batch;

import dev.kassei.trainer.config.LoadedConfig;
import dev.kassei.trainer.training.PreparedTrial;

/**
 * A trial to be trained.
 *
 * @param number its number among those of its kind
 * @param key names all that its result depends on
 * @param group what it shares with trials that can be trained beside it
 * @param isRecorded whether what it learns over two inputs is kept
 */
record Job(int number, LoadedConfig config, String key, Group group, boolean isRecorded) {
  /**
   * Trials of one group can be trained side by side.
   *
   * @param structure of their programs
   * @param lanes how many of them are best trained at once
   */
  record Group(String structure, PreparedTrial.Company company, int lanes) {}
}
