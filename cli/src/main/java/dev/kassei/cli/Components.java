package dev.kassei.cli;

import dev.kassei.api.Numbers;
import dev.kassei.api.PluginName;
import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;

/** The hyperparameters of a plugin. */
final class Components {
  private Components() {}

  /** The components of a record by their names in configurations, as they are printed. */
  static Map<String, String> of(Object plugin) {
    var texts = new LinkedHashMap<String, String>();
    values(plugin).forEach((name, value) -> texts.put(name, text(value)));
    return texts;
  }

  /** Writes the components as a JSON object: numbers and truth values as such, others as text. */
  static void write(JsonGenerator json, String name, Object plugin) {
    json.writeObjectPropertyStart(name);
    values(plugin)
        .forEach(
            (key, value) -> {
              json.writeName(key);
              if (value instanceof Number) {
                json.writeNumber(text(value));
              } else if (value instanceof Boolean flag) {
                json.writeBoolean(flag);
              } else {
                json.writeString(text(value));
              }
            });
    json.writeEndObject();
  }

  private static Map<String, Object> values(Object plugin) {
    var values = new LinkedHashMap<String, Object>();
    if (plugin.getClass().isRecord()) {
      for (RecordComponent component : plugin.getClass().getRecordComponents()) {
        values.put(key(component.getName()), value(component, plugin));
      }
    }
    return values;
  }

  private static Object value(RecordComponent component, Object plugin) {
    try {
      return component.getAccessor().invoke(plugin);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(component + " cannot be read", e);
    }
  }

  private static String key(String name) {
    return name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
  }

  private static String text(Object value) {
    if (value instanceof Double number) {
      return Numbers.text(number);
    }
    if (value instanceof Enum<?> constant) {
      return constant.name().toLowerCase(Locale.ROOT);
    }
    if (value instanceof Optional<?> optional) {
      return optional.map(Components::text).orElse("none");
    }
    if (value instanceof List<?> list) {
      return list.stream().map(Components::text).toList().toString();
    }
    return value.getClass().isRecord() ? record(value) : String.valueOf(value);
  }

  private static String record(Object value) {
    Map<String, String> parts = of(value);
    PluginName name = value.getClass().getAnnotation(PluginName.class);
    if (name == null) {
      return parts.toString();
    }
    return parts.isEmpty() ? name.value() : name.value() + " " + parts;
  }
}
