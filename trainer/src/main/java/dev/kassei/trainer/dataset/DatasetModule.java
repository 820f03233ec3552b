package dev.kassei.trainer.dataset;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import dev.kassei.api.Dataset;
import dev.kassei.api.DatasetSource;
import dev.kassei.api.Draws;
import dev.kassei.trainer.config.DatasetConfig;
import dev.kassei.trainer.config.ExperimentException;
import dev.kassei.trainer.config.Seeds;
import dev.kassei.trainer.engine.random.CountedDraws;
import java.io.IOException;
import java.nio.file.Path;

/** Provides the data of an experiment. */
public final class DatasetModule extends AbstractModule {
  private final DatasetConfig config;
  private final Seeds seeds;
  private final Path folder;

  /** The data that a configuration asks for; relative paths start at {@code folder}. */
  public DatasetModule(DatasetConfig config, Seeds seeds, Path folder) {
    this.config = config;
    this.seeds = seeds;
    this.folder = folder;
  }

  @Provides
  @Singleton
  SplitData data() {
    try {
      Dataset dataset = config.source().load(new Context(folder, seeds.data()));
      return SplitData.of(dataset, config.split(), config.standardize(), seeds.split());
    } catch (IllegalArgumentException e) {
      throw new ExperimentException("dataset", e);
    } catch (IOException e) {
      throw new ExperimentException("dataset", "the data cannot be read: " + e);
    }
  }

  private record Context(Path folder, long seed) implements DatasetSource.Context {
    @Override
    public Path resolve(String path) {
      return folder.resolve(path);
    }

    @Override
    public Draws draws(String purpose) {
      return CountedDraws.of(seed, "data", purpose, 0);
    }
  }
}
