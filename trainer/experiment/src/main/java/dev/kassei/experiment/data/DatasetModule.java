package dev.kassei.experiment.data;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import dev.kassei.experiment.config.ExperimentConfig;
import java.nio.file.Path;

/** Provides the data of an experiment. */
public final class DatasetModule extends AbstractModule {
  private final ExperimentConfig experiment;
  private final Path folder;
  private final DataCache cache;

  /** The data that an experiment asks for; relative paths start at {@code folder}. */
  public DatasetModule(ExperimentConfig experiment, Path folder, DataCache cache) {
    this.experiment = experiment;
    this.folder = folder;
    this.cache = cache;
  }

  @Provides
  @Singleton
  SplitData data() {
    return cache.data(experiment, folder);
  }
}
