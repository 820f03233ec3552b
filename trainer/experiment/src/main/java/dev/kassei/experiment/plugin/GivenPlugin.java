package dev.kassei.experiment.plugin;

import java.io.IOException;
import java.util.Optional;

/**
 * A plugin that a program has made instead of having it found.
 *
 * @param name what configurations call it
 */
record GivenPlugin(String name, Object plugin) {
  static final String ORIGIN = "given by the program";

  /**
   * A record under the name it declares. It need not be public, as those of {@code jshell} cannot
   * be.
   *
   * @throws IllegalArgumentException if it can be no plugin
   */
  static GivenPlugin of(Record plugin) {
    Class<?> type = plugin.getClass();
    Optional<String> flaw =
        Flaws.ofName(type)
            .or(() -> familyFlaw(plugin))
            .or(() -> Flaws.ofComponents(type).stream().findFirst());
    if (flaw.isPresent()) {
      throw new IllegalArgumentException(
          "%s can be no plugin: %s".formatted(type.getName(), flaw.get()));
    }
    return new GivenPlugin(Discovery.nameOf(type), plugin);
  }

  private static Optional<String> familyFlaw(Record plugin) {
    return Families.ALL.stream().anyMatch(family -> family.type().isInstance(plugin))
        ? Optional.empty()
        : Optional.of("it must implement an interface of dev.kassei.api, such as Activation");
  }

  Class<?> type() {
    return plugin.getClass();
  }

  /** Names the content of the jar or folder its class comes from; empty where that is in memory. */
  String code() throws IOException {
    return CodeContent.hash(type());
  }
}
