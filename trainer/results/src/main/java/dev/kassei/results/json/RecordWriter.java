package dev.kassei.results.json;

import dev.kassei.api.value.Numbers;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;

/**
 * Records as JSON: components in their order under names with underscores, constants in lower case.
 * An empty {@link Optional} is left out. Numbers that JSON does not know are texts.
 */
final class RecordWriter {
  private final JsonGenerator json;

  RecordWriter(JsonGenerator json) {
    this.json = json;
  }

  /** Writes the components of a record, without the braces around them. */
  void fields(Record value) {
    for (RecordComponent component : value.getClass().getRecordComponents()) {
      Object content = content(value, component);
      if (!content.equals(Optional.empty())) {
        json.writeName(underscored(component.getName()));
        value(content);
      }
    }
  }

  private void value(Object value) {
    if (value instanceof Optional<?> optional) {
      value(optional.orElseThrow());
    } else if (value instanceof Record each) {
      json.writeStartObject();
      fields(each);
      json.writeEndObject();
    } else if (value instanceof Map<?, ?> map) {
      map(map);
    } else if (value instanceof List<?> list) {
      json.writeStartArray();
      list.forEach(this::value);
      json.writeEndArray();
    } else {
      scalar(value);
    }
  }

  private void map(Map<?, ?> map) {
    json.writeStartObject();
    map.forEach(
        (key, value) -> {
          json.writeName(String.valueOf(key));
          value(value);
        });
    json.writeEndObject();
  }

  private void scalar(Object value) {
    if (value instanceof Double number) {
      number(number);
    } else if (value instanceof Integer number) {
      json.writeNumber(number);
    } else if (value instanceof Boolean flag) {
      json.writeBoolean(flag);
    } else if (value instanceof Enum<?> constant) {
      json.writeString(constant.name().toLowerCase(Locale.ROOT));
    } else {
      json.writeString((String) value);
    }
  }

  private void number(double value) {
    if (Double.isFinite(value)) {
      json.writeNumber(Numbers.text(value));
    } else {
      json.writeString(Numbers.text(value));
    }
  }

  private static Object content(Record value, RecordComponent component) {
    try {
      return component.getAccessor().invoke(value);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(component + " cannot be read", e);
    }
  }

  private static String underscored(String name) {
    return name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
  }
}
