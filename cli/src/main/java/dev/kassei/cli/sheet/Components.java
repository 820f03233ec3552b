package dev.kassei.cli.sheet;

import dev.kassei.api.PluginName;
import dev.kassei.api.Required;
import dev.kassei.api.value.Numbers;
import dev.kassei.experiment.config.RecordShape;
import dev.kassei.experiment.config.tree.Keys;
import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import tools.jackson.core.JsonGenerator;

/** The hyperparameters of a plugin. */
public final class Components {
  private Components() {}

  /** The components of a record by their names in configurations, as they are printed. */
  public static Map<String, String> of(Object plugin) {
    var texts = new LinkedHashMap<String, String>();
    values(plugin).forEach((name, value) -> texts.put(name, text(value)));
    return texts;
  }

  /** The components of a plugin's defaults, as a configuration would have them. */
  static Map<String, String> defaults(Object plugin) {
    var texts = new LinkedHashMap<String, String>();
    defaultValues(plugin).forEach((name, value) -> texts.put(name, shortest(value)));
    return texts;
  }

  /** Writes the components of a plugin's defaults as a JSON object. */
  static void writeDefaults(JsonGenerator json, String name, Object plugin) {
    json.writeName(name);
    write(json, defaultValues(plugin));
  }

  /** A list of one is written without brackets; an empty one is left out. */
  private static String shortest(Object value) {
    if (value instanceof List<?> list && list.size() < 2) {
      return list.isEmpty() ? "not given" : text(list.get(0));
    }
    return text(value);
  }

  /** Writes the components as a JSON object; what JSON has no form for is text. */
  public static void write(JsonGenerator json, String name, Object plugin) {
    json.writeName(name);
    write(json, values(plugin));
  }

  private static void write(JsonGenerator json, Object value) {
    if (value instanceof Number number && Double.isFinite(number.doubleValue())) {
      json.writeNumber(text(value));
    } else if (value instanceof Boolean flag) {
      json.writeBoolean(flag);
    } else if (value instanceof List<?> list) {
      json.writeStartArray();
      list.forEach(item -> write(json, item));
      json.writeEndArray();
    } else if (value instanceof Map<?, ?> map) {
      json.writeStartObject();
      map.forEach(
          (key, item) -> {
            json.writeName((String) key);
            write(json, item);
          });
      json.writeEndObject();
    } else {
      json.writeString(text(value));
    }
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

  /** What has to be given has no default, whatever the constructor without arguments says. */
  private static Map<String, Object> defaultValues(Object plugin) {
    Map<String, Object> values = values(plugin);
    if (plugin.getClass().isRecord()) {
      for (RecordComponent component : plugin.getClass().getRecordComponents()) {
        if (component.isAnnotationPresent(Required.class)) {
          values.put(key(component.getName()), "required");
        }
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

  /** A value as it is printed. */
  public static String text(Object value) {
    if (value instanceof Double number) {
      return Numbers.text(number);
    }
    if (value instanceof Enum<?> constant) {
      return constant.name().toLowerCase(Locale.ROOT);
    }
    if (value instanceof Optional<?> optional) {
      return optional.map(Components::text).orElse("none");
    }
    if (value instanceof OptionalInt number) {
      return number.isPresent() ? Integer.toString(number.getAsInt()) : "none";
    }
    if (value instanceof List<?> list) {
      return list.stream().map(Components::text).toList().toString();
    }
    if (value instanceof Map<?, ?> map) {
      return map.entrySet().stream()
          .map(entry -> entry.getKey() + ": " + text(entry.getValue()))
          .collect(Collectors.joining(", ", "{", "}"));
    }
    return value.getClass().isRecord() ? record(value) : String.valueOf(value);
  }

  private static String record(Object value) {
    if (RecordShape.of(value.getClass()).isText()) {
      return value.toString();
    }
    Map<String, Object> parts = values(value);
    PluginName name = value.getClass().getAnnotation(PluginName.class);
    if (name == null) {
      return text(parts);
    }
    var typed = new LinkedHashMap<String, Object>(Map.of(Keys.TYPE, name.value()));
    typed.putAll(parts);
    return parts.isEmpty() ? name.value() : text(typed);
  }
}
