package dev.kassei.builtins.dataset;

import dev.kassei.api.Dataset;
import dev.kassei.api.DatasetSource;
import dev.kassei.api.value.Draws;
import dev.kassei.engine.random.CountedDraws;
import dev.kassei.engine.random.Purpose;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Loads sources as an experiment does. */
public final class Sources {
  private Sources() {}

  /** What a source may use, for files in a folder. */
  public static Context context(Path folder, long seed) {
    return new Context(folder, seed, false, new ArrayList<>());
  }

  /**
   * What a source may use.
   *
   * @param prefersNumbers whether the loss asks for numbers
   * @param notes what the source says about how it was read
   */
  public record Context(Path folder, long seed, boolean prefersNumbers, List<String> notes)
      implements DatasetSource.Context {
    @Override
    public Path resolve(String path) {
      return folder.resolve(path);
    }

    @Override
    public Draws draws(String purpose) {
      return CountedDraws.of(seed, Purpose.DATA, purpose, 0);
    }

    @Override
    public void note(String sentence) {
      notes.add(sentence);
    }
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
