package dev.kassei.builtins;

import java.util.ServiceLoader;
import java.util.stream.Stream;

/** The plugins of this module, with their defaults. */
final class BuiltIn {
  private BuiltIn() {}

  /** Those of one type. */
  static <T> Stream<T> of(Class<T> type) {
    return ServiceLoader.load(type).stream()
        .filter(provider -> provider.type().getName().startsWith("dev.kassei.builtins."))
        .map(ServiceLoader.Provider::get);
  }
}
