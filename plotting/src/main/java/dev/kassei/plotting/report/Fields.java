package dev.kassei.plotting.report;

import java.util.LinkedHashMap;
import java.util.Map;

/** The fields of a JSON object, in the order in which they are put. */
final class Fields {
  private final Map<String, Object> map = new LinkedHashMap<>();

  Fields put(String name, Object value) {
    map.put(name, value);
    return this;
  }

  Map<String, Object> map() {
    return map;
  }
}
