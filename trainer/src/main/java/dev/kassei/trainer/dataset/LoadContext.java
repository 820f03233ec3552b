package dev.kassei.trainer.dataset;

import dev.kassei.api.DatasetSource;
import dev.kassei.api.Draws;
import dev.kassei.trainer.engine.random.CountedDraws;
import java.nio.file.Path;

/** What a source may use. It remembers whether the source drew random numbers. */
final class LoadContext implements DatasetSource.Context {
  private final Path folder;
  private final long seed;
  private boolean drawn;

  /**
   * @param folder where a relative path starts
   * @param seed of the draws of a generator
   */
  LoadContext(Path folder, long seed) {
    this.folder = folder;
    this.seed = seed;
  }

  @Override
  public Path resolve(String path) {
    return folder.resolve(path);
  }

  @Override
  public Draws draws(String purpose) {
    drawn = true;
    return CountedDraws.of(seed, "data", purpose, 0);
  }

  /** Whether the rows depend on the seed. */
  boolean isDrawn() {
    return drawn;
  }
}
