package dev.kassei.embed;

import dev.kassei.experiment.plugin.Plugins;
import java.util.List;
import java.util.Optional;

/**
 * What a program gives in place of names.
 *
 * @param records plugins
 * @param data the data set, where it is in memory
 */
record OwnPlugins(List<Record> records, Optional<MemoryData> data) {
  static final OwnPlugins NONE = new OwnPlugins(List.of(), Optional.empty());

  /**
   * These beside others.
   *
   * @throws KasseiException if one can be no plugin
   */
  Plugins beside(Plugins known) {
    Plugins all = known;
    for (Record each : records) {
      Plugins before = all;
      all = Failures.checked(() -> before.with(each));
    }
    return data.isPresent() ? all.with(MemoryData.NAME, data.get()) : all;
  }
}
