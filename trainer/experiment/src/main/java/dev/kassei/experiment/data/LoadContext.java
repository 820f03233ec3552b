package dev.kassei.experiment.data;

import dev.kassei.api.DatasetSource;
import dev.kassei.api.value.Draws;
import dev.kassei.engine.random.CountedDraws;
import dev.kassei.engine.random.Purpose;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What a source may use. It remembers whether the source drew random numbers. */
final class LoadContext implements DatasetSource.Context {
  private final Path folder;
  private final long seed;
  private final boolean prefersNumbers;
  private final List<String> notes = new ArrayList<>();
  private boolean generated;

  /**
   * @param folder where a relative path starts
   * @param seed of the draws of a generator
   * @param prefersNumbers whether the loss asks for numbers
   */
  LoadContext(Path folder, long seed, boolean prefersNumbers) {
    this.folder = folder;
    this.seed = seed;
    this.prefersNumbers = prefersNumbers;
  }

  @Override
  public Path resolve(String path) {
    return folder.resolve(path);
  }

  @Override
  public Draws draws(String purpose) {
    generated = true;
    return CountedDraws.of(seed, Purpose.DATA, purpose, 0);
  }

  @Override
  public boolean prefersNumbers() {
    return prefersNumbers;
  }

  @Override
  public void note(String sentence) {
    notes.add(sentence);
  }

  /** What the user should know about how the data was read. */
  List<String> notes() {
    return List.copyOf(notes);
  }

  /** Whether the rows depend on the seed. */
  boolean isGenerated() {
    return generated;
  }
}
