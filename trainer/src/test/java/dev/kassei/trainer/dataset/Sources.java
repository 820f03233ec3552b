package dev.kassei.trainer.dataset;

import dev.kassei.api.Dataset;
import dev.kassei.api.DatasetSource;
import dev.kassei.api.Draws;
import dev.kassei.trainer.engine.random.CountedDraws;
import dev.kassei.trainer.engine.random.Purpose;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** Loads sources as an experiment does. */
public final class Sources {
  private Sources() {}

  /** What a source may use, for files in a folder. */
  public static DatasetSource.Context context(Path folder, long seed) {
    return new DatasetSource.Context() {
      @Override
      public Path resolve(String path) {
        return folder.resolve(path);
      }

      @Override
      public Draws draws(String purpose) {
        return CountedDraws.of(seed, Purpose.DATA, purpose, 0);
      }
    };
  }

  /** The rows of a source without files. */
  public static Dataset load(DatasetSource source, long seed) {
    try {
      return source.load(context(Path.of("."), seed));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The number of rows of each class. */
  public static int[] counts(Dataset data) {
    int[] counts = new int[data.target().classes().size()];
    for (double target : data.targets()) {
      counts[(int) target]++;
    }
    return counts;
  }
}
