package dev.kassei.trainer.dataset;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import dev.kassei.trainer.config.DatasetConfig;
import dev.kassei.trainer.config.Seeds;
import java.nio.file.Path;

/** Provides the data of an experiment. */
public final class DatasetModule extends AbstractModule {
  private final DatasetConfig config;
  private final Seeds seeds;
  private final Path folder;
  private final DataCache cache;

  /** The data that a configuration asks for; relative paths start at {@code folder}. */
  public DatasetModule(DatasetConfig config, Seeds seeds, Path folder, DataCache cache) {
    this.config = config;
    this.seeds = seeds;
    this.folder = folder;
    this.cache = cache;
  }

  @Provides
  @Singleton
  SplitData data() {
    return cache.data(config, seeds, folder);
  }
}
