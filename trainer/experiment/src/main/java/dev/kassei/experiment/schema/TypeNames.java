package dev.kassei.experiment.schema;

import dev.kassei.experiment.plugin.ComponentKey;
import java.util.HashMap;
import java.util.Map;

/** What types are called in definitions: by their simple name, or where two share it, in full. */
final class TypeNames {
  private final Map<String, Class<?>> types = new HashMap<>();

  String of(Class<?> type) {
    String name = ComponentKey.of(type.getSimpleName());
    return types.computeIfAbsent(name, it -> type) == type ? name : type.getName();
  }
}
