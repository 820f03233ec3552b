package dev.kassei.experiment.schema;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** The named schemas that others refer to, which may refer to themselves. */
public final class Definitions {
  private final Map<String, Schema> schemas = new TreeMap<>();

  /** A reference to a schema, which is made once. */
  public Schema reference(String name, Supplier<Schema> schema) {
    if (!schemas.containsKey(name)) {
      schemas.put(name, Schema.ANYTHING);
      schemas.put(name, schema.get());
    }
    return Schema.reference(name);
  }

  /** All of them by name. */
  public Map<String, Schema> all() {
    return new TreeMap<>(schemas);
  }
}
