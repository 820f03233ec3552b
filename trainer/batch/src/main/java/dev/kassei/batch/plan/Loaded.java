package dev.kassei.batch.plan;

import dev.kassei.experiment.config.LoadedConfig;

/** What a file describes: one experiment, or a batch of them. */
public sealed interface Loaded permits Loaded.Single, BatchConfig {
  /** One experiment. */
  record Single(LoadedConfig config) implements Loaded {}
}
