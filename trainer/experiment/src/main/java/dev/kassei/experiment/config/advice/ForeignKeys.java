package dev.kassei.experiment.config.advice;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What PyTorch, Keras, scikit-learn and JAX call keys. */
public final class ForeignKeys {
  private static final List<ForeignKey> ALL =
      Table.lines("foreign-keys.txt").stream().map(ForeignKey::parse).toList();

  private ForeignKeys() {}

  /** The whole table. */
  public static List<ForeignKey> all() {
    return ALL;
  }

  /** What is known of a key in a map. */
  static Optional<ForeignKey> find(String key, KeyMap map) {
    return named(key).filter(each -> each.fits(map)).findFirst();
  }

  /** What a key is called here, in whatever map. */
  static Stream<String> translations(String key) {
    return named(key)
        .filter(each -> each.isBeside() && each.place().isEmpty())
        .map(ForeignKey::here);
  }

  static boolean has(String key) {
    return named(key).findAny().isPresent();
  }

  private static Stream<ForeignKey> named(String key) {
    String bare = Spelling.bare(key);
    return ALL.stream().filter(each -> each.keys().contains(bare));
  }
}
