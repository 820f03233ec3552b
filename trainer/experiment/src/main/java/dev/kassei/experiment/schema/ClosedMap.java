package dev.kassei.experiment.schema;

import java.util.LinkedHashMap;
import java.util.Map;

/** A map of which all keys are known, but those that start with {@code x-}. */
public final class ClosedMap {
  private static final String IGNORED = "^x-";

  /** Editors put what is merged in its place; other readers leave the key where it is. */
  private static final String MERGED = "^<<$";

  private final Map<String, Object> properties = new LinkedHashMap<>();
  private final Map<String, Object> patterns = new LinkedHashMap<>();

  public ClosedMap() {
    patterns.put(IGNORED, Schema.ANYTHING);
    patterns.put(MERGED, Schema.types("object", "array"));
  }

  /** Takes a key more. */
  public ClosedMap key(String key, Schema value) {
    properties.put(key, value);
    return this;
  }

  /** Takes keys like these, too. */
  public ClosedMap keys(String pattern, Schema value) {
    patterns.put("^" + pattern + "$", value);
    return this;
  }

  /** The schema of such a map. */
  public Schema schema() {
    return Schema.type("object")
        .with("properties", new LinkedHashMap<>(properties))
        .with("patternProperties", new LinkedHashMap<>(patterns))
        .with("additionalProperties", false);
  }
}
