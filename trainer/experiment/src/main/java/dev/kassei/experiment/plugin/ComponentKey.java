package dev.kassei.experiment.plugin;

import java.util.Locale;

/** What Java names are called in configurations. */
public final class ComponentKey {
  private ComponentKey() {}

  /** A Java name in snake case: {@code batchSize} is {@code batch_size}. */
  public static String of(String name) {
    return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
  }
}
