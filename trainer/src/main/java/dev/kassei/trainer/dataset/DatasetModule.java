package dev.kassei.trainer.dataset;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import dev.kassei.api.Dataset;
import dev.kassei.trainer.config.DatasetConfig;
import dev.kassei.trainer.config.ExperimentException;
import dev.kassei.trainer.config.Seeds;
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
    Dataset dataset =
        reading("dataset", () -> config.source().load(new LoadContext(folder, seeds.data())));
    return reading(
        "dataset.split",
        () -> {
          SplitRows rows = Splitting.rows(dataset, config.split(), seeds.split(), folder);
          return SplitData.of(dataset, rows, config.standardize());
        });
  }

  private static <T> T reading(String path, Reading<T> reading) {
    try {
      return reading.result();
    } catch (IllegalArgumentException e) {
      throw new ExperimentException(path, e);
    } catch (IOException e) {
      throw new ExperimentException(path, "the data cannot be read: " + e);
    }
  }

  @FunctionalInterface
  private interface Reading<T> {
    T result() throws IOException;
  }
}
