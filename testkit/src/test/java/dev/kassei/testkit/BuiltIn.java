package dev.kassei.testkit;

import dev.kassei.trainer.plugin.Families;
import dev.kassei.trainer.plugin.Family;
import dev.kassei.trainer.plugin.Plugins;
import java.util.stream.Stream;

/** The plugins that come with the trainer, with their defaults. */
final class BuiltIn {
  private static final Plugins PLUGINS = Plugins.builtIn();

  private BuiltIn() {}

  /** Those of a family that are of one type, such as optimizers that are formulas. */
  static <T> Stream<T> of(Family<? super T> family, Class<T> type) {
    return PLUGINS.of(family).entries().stream()
        .map(entry -> (Object) entry.defaults())
        .filter(type::isInstance)
        .map(type::cast);
  }

  /** All of them. */
  static Stream<Object> all() {
    return Families.ALL.stream()
        .flatMap(family -> PLUGINS.of(family).entries().stream())
        .map(entry -> (Object) entry.defaults());
  }
}
