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
    return type.cast(object(map, type, ""));
  }

  private Object tree(String text) {
    try {
      return JsonTree.read(text);
    } catch (JacksonException e) {
      throw damaged(JsonProblem.reason("it", e));
    }
  }

  private void requireFormat(Map<?, ?> map, int expected) {
    double format = map.get("format") instanceof Double number ? number : Double.NaN;
    if (format != expected) {
      throw FolderException.version(file, format, expected);
    }
  }

  /**
   * @param path where it stands, such as {@code inputs[0].mean}
   */
  private Object value(Object json, Type type, String path) {
    if (type instanceof ParameterizedType generic) {
      return several(json, generic, path);
    }
    if (type == double.class || type == Double.class) {
      return number(json, path);
    }
    if (type == int.class || type == Integer.class) {
      return integer(json, path);
    }
    if (type == boolean.class) {
      return truth(json, path);
    }
    if (type == String.class) {
      return text(json, path);
    }
    Class<?> kind = (Class<?>) type;
    return kind.isEnum() ? constant(json, kind, path) : object(json, kind, path);
  }

  private Object several(Object json, ParameterizedType type, String path) {
    Type[] of = type.getActualTypeArguments();
    if (type.getRawType() == Optional.class) {
      return Optional.of(value(json, of[0], path));
    }
    if (type.getRawType() == List.class && json instanceof List<?> list) {
      List<Object> values = new ArrayList<>();
      list.forEach(each -> values.add(value(each, of[0], path + "[" + values.size() + "]")));
      return values;
    }
    if (type.getRawType() == Map.class && json instanceof Map<?, ?> map) {
      Map<String, Object> values = new LinkedHashMap<>();
      map.forEach((key, each) -> values.put(key.toString(), value(each, of[1], path + "." + key)));
      return values;
    }
    throw damaged(
        "'%s' is not a %s"
            .formatted(path, type.getRawType() == List.class ? "list" : "JSON object"));
  }

  private int integer(Object json, String path) {
    double number = number(json, path);
    if (number != (int) number) {
      throw damaged("'%s' is not a whole number: %s".formatted(path, json));
    }
    return (int) number;
  }

  private boolean truth(Object json, String path) {
    if (json.equals("true") || json.equals("false")) {
      return json.equals("true");
    }
    throw damaged("'%s' is neither true nor false: %s".formatted(path, json));
  }

  private String text(Object json, String path) {
    if (json instanceof String text) {
      return text;
    }
    throw damaged("'%s' is not a text: %s".formatted(path, json));
  }

  private double number(Object json, String path) {
    try {
      return json instanceof Double number ? number : Double.parseDouble(json.toString());
    } catch (NumberFormatException e) {
      throw damaged("'%s' is not a number: %s".formatted(path, json));
    }
  }

  private Object constant(Object json, Class<?> type, String path) {
    for (Object constant : type.getEnumConstants()) {
      if (((Enum<?>) constant).name().toLowerCase(Locale.ROOT).equals(json)) {
        return constant;
      }
    }
    throw damaged("the value '%s' of '%s' is not known".formatted(json, path));
  }

  private Object object(Object json, Class<?> type, String path) {
    if (!(json instanceof Map<?, ?> map)) {
      throw damaged("'%s' is not a JSON object".formatted(path));
    }
    RecordComponent[] components = type.getRecordComponents();
    Object[] values = Arrays.stream(components).map(each -> component(map, each, path)).toArray();
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      Constructor<?> constructor = type.getDeclaredConstructor(types);
      return constructor.newInstance(values);
    } catch (InvocationTargetException e) {
      throw damaged("'%s' is refused: %s".formatted(path, e.getCause().getMessage()));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(type + " cannot be made", e);
    }
  }

  private Object component(Map<?, ?> map, RecordComponent component, String parent) {
    String name = component.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    String path = parent.isEmpty() ? name : parent + "." + name;
    Object json = map.get(name);
    if (json != null) {
      return value(json, component.getGenericType(), path);
    }
    if (component.getType() == Optional.class) {
      return Optional.empty();
    }
    throw damaged("it has no '%s'".formatted(path));
  }

  private FolderException damaged(String reason) {
    return FolderException.damaged(file, reason);
  }
}
