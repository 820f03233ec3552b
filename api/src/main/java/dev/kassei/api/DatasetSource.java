package dev.kassei.api;

import dev.kassei.api.value.Draws;
import java.io.IOException;
import java.nio.file.Path;
import org.apiguardian.api.API;

/** Where rows come from: a file or a generator. */
@API(status = API.Status.STABLE, since = "0.1")
@FunctionalInterface
public interface DatasetSource {
  /**
   * Loads or generates all rows.
   *
   * @throws IllegalArgumentException if the data is wrong in a way its owner can fix; the message
   *     says where (file, line, column), what was expected and what came
   * @throws IOException if a file cannot be read
   */
  Dataset load(Context context) throws IOException;

  /**
   * Whether each {@code seed.data} generates other rows. Where it does, trials with different seeds
   * are independent; where it does not, they share the same finite data, and comparisons are
   * corrected for that.
   */
  default boolean isGenerated() {
    return false;
  }

  /** What a source may use beside its own components. */
  interface Context {
    /** A path as the configuration means it: relative paths start at the configuration's folder. */
    Path resolve(String path);

    /** Draws for a generator, fixed by {@code seed.data} and the purpose's name. */
    Draws draws(String purpose);

    /** Whether labels that could be classes or numbers are numbers, as the loss has it. */
    default boolean prefersNumbers() {
      return false;
    }

    /** Tells the user, in a sentence, how something was read that could be read in two ways. */
    default void note(String sentence) {}
  }
}
