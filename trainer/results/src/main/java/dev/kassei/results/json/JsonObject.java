package dev.kassei.results.json;

import dev.kassei.results.file.FolderException;
import dev.kassei.results.file.TextFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import tools.jackson.core.JacksonException;

/**
 * An object of a JSON file; whoever asks for what is not there gets a {@link FolderException}.
 * Numbers that JSON does not know are the texts {@code NaN}, {@code Infinity} and {@code
 * -Infinity}.
 */
public final class JsonObject {
  private final Path file;
  private final Map<?, ?> fields;

  private JsonObject(Path file, Map<?, ?> fields) {
    this.file = file;
    this.fields = fields;
  }

  /** The object that a file holds. */
  public static JsonObject read(Path file) throws IOException {
    return of(file, TextFile.read(file));
  }

  /** The object that the text of a file is. */
  static JsonObject of(Path file, String text) {
    try {
      return object(file, JsonTree.read(text), "the file");
    } catch (JacksonException e) {
      throw FolderException.damaged(file, JsonProblem.reason("it", e));
    }
  }

  private static JsonObject object(Path file, Object value, String what) {
    if (value instanceof Map<?, ?> map) {
      return new JsonObject(file, map);
    }
    throw FolderException.damaged(file, "%s is not a JSON object".formatted(what));
  }

  /** Refuses a file of another version than the one that is read. */
  public void requireFormat(int expected) {
    double format = number("format");
    if (format != expected) {
      throw FolderException.version(file, format, expected);
    }
  }

  public String text(String key) {
    return String.valueOf(field(key));
  }

  /** Whether there is such a field. */
  public boolean has(String key) {
    return fields.containsKey(key);
  }

  /** The text of a field, empty where there is none. */
  public String optionalText(String key) {
    return has(key) ? text(key) : "";
  }

  public double number(String key) {
    return number(key, field(key));
  }

  /** The constant that a field names in lower case. */
  public <E extends Enum<E>> E constant(String key, Class<E> type) {
    String name = text(key);
    for (E constant : type.getEnumConstants()) {
      if (constant.name().toLowerCase(Locale.ROOT).equals(name)) {
        return constant;
      }
    }
    throw damaged("the value '%s' of '%s' is not known".formatted(name, key));
  }

  public JsonObject object(String key) {
    return object(file, field(key), key);
  }

  public List<String> texts(String key) {
    return list(key).stream().map(String::valueOf).toList();
  }

  /** The fields of an object as texts, in their order. */
  public Map<String, String> textsByName(String key) {
    return byName(key, String::valueOf);
  }

  /** The fields of an object as numbers, in their order. */
  public Map<String, Double> numbersByName(String key) {
    return byName(key, value -> number(key, value));
  }

  private <T> Map<String, T> byName(String key, Function<Object, T> function) {
    var values = new LinkedHashMap<String, T>();
    object(key)
        .fields
        .forEach((name, value) -> values.put(String.valueOf(name), function.apply(value)));
    return values;
  }

  private double number(String key, Object value) {
    try {
      return value instanceof Double number ? number : Double.parseDouble(String.valueOf(value));
    } catch (NumberFormatException e) {
      throw damaged("'%s' is not a number: %s".formatted(key, value));
    }
  }

  private List<?> list(String key) {
    if (field(key) instanceof List<?> list) {
      return list;
    }
    throw damaged("'%s' is not a list".formatted(key));
  }

  private Object field(String key) {
    Object value = fields.get(key);
    if (value == null) {
      throw damaged("it has no '%s'".formatted(key));
    }
    return value;
  }

  /** What is wrong with the file of the object. */
  public FolderException damaged(String reason) {
    return FolderException.damaged(file, reason);
  }
}
