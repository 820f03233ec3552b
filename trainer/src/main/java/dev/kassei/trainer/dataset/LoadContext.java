package dev.kassei.trainer.dataset;

import dev.kassei.api.DatasetSource;
import dev.kassei.api.Draws;
import dev.kassei.trainer.engine.random.CountedDraws;
import java.nio.file.Path;

/**
 * What a source may use.
 *
 * @param folder where a relative path starts
 * @param seed of the draws of a generator
 */
record LoadContext(Path folder, long seed) implements DatasetSource.Context {
  @Override
  public Path resolve(String path) {
    return folder.resolve(path);
  }

  @Override
  public Draws draws(String purpose) {
    return CountedDraws.of(seed, "data", purpose, 0);
  }
}
