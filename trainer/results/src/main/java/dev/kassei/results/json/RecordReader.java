package dev.kassei.results.json;

import dev.kassei.results.file.FolderException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;

/** Reads the record that a file holds, whatever else may stand there. */
final class RecordReader {
  private final Path file;

  RecordReader(Path file) {
    this.file = file;
  }

  <R extends Record> R read(String text, Class<R> type, int format) {
    if (!(tree(text) instanceof Map<?, ?> map)) {
      throw damaged("the file is not a JSON object");
    }
    requireFormat(map, format);
    return type.cast(value(map, type, "the file"));
  }

  private Object tree(String text) {
    try {
      return JsonTree.read(text);
    } catch (JacksonException e) {
      throw damaged("it is not JSON: " + e.getOriginalMessage());
    }
  }

  private void requireFormat(Map<?, ?> map, int expected) {
    double format = map.get("format") instanceof Double number ? number : Double.NaN;
    if (format != expected) {
      throw FolderException.version(file, format, expected);
    }
  }

  private Object value(Object json, Type type, String name) {
    if (type instanceof ParameterizedType generic) {
      return several(json, generic, name);
    }
    if (type == double.class || type == Double.class) {
      return number(json, name);
    }
    if (type == int.class || type == Integer.class) {
      return (int) number(json, name);
    }
    if (type == boolean.class) {
      return "true".equals(json);
    }
    if (type == String.class) {
      return json.toString();
    }
    Class<?> kind = (Class<?>) type;
    return kind.isEnum() ? constant(json, kind, name) : object(json, kind, name);
  }

  private Object several(Object json, ParameterizedType type, String name) {
    Type[] of = type.getActualTypeArguments();
    if (type.getRawType() == Optional.class) {
      return Optional.of(value(json, of[0], name));
    }
    if (type.getRawType() == List.class && json instanceof List<?> list) {
      List<Object> values = new ArrayList<>();
      list.forEach(each -> values.add(value(each, of[0], name)));
      return values;
    }
    if (type.getRawType() == Map.class && json instanceof Map<?, ?> map) {
      Map<String, Object> values = new LinkedHashMap<>();
      map.forEach((key, each) -> values.put(key.toString(), value(each, of[1], name)));
      return values;
    }
    throw damaged(
        "'%s' is not a %s"
            .formatted(name, type.getRawType() == List.class ? "list" : "JSON object"));
  }

  private double number(Object json, String name) {
    try {
      return json instanceof Double number ? number : Double.parseDouble(json.toString());
    } catch (NumberFormatException e) {
      throw damaged("'%s' is not a number: %s".formatted(name, json));
    }
  }

  private Object constant(Object json, Class<?> type, String name) {
    for (Object constant : type.getEnumConstants()) {
      if (((Enum<?>) constant).name().toLowerCase(Locale.ROOT).equals(json)) {
        return constant;
      }
    }
    throw damaged("the value '%s' of '%s' is not known".formatted(json, name));
  }

  private Object object(Object json, Class<?> type, String name) {
    if (!(json instanceof Map<?, ?> map)) {
      throw damaged("'%s' is not a JSON object".formatted(name));
    }
    RecordComponent[] components = type.getRecordComponents();
    Object[] values = Arrays.stream(components).map(each -> component(map, each)).toArray();
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      Constructor<?> constructor = type.getDeclaredConstructor(types);
      return constructor.newInstance(values);
    } catch (InvocationTargetException e) {
      throw damaged("'%s' is refused: %s".formatted(name, e.getCause()));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(type + " cannot be made", e);
    }
  }

  private Object component(Map<?, ?> map, RecordComponent component) {
    String name = component.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    Object json = map.get(name);
    if (json != null) {
      return value(json, component.getGenericType(), name);
    }
    if (component.getType() == Optional.class) {
      return Optional.empty();
    }
    throw damaged("it has no '%s'".formatted(name));
  }

  private FolderException damaged(String reason) {
    return FolderException.damaged(file, reason);
  }
}
