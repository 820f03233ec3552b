package dev.kassei.plotting.run;

import dev.kassei.api.Precision;
import dev.kassei.api.Target;
import dev.kassei.api.result.DataRecord;
import dev.kassei.api.result.RunRecord;
import dev.kassei.api.result.RunStatus;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import tools.jackson.core.JacksonException;

/** Reads {@code run.json}. */
final class RunFile {
  private final Path file;

  RunFile(Path file) {
    this.file = file;
  }

  RunRecord read(String text) {
    try {
      return record(map(JsonTree.read(text), "the file"));
    } catch (JacksonException e) {
      throw damaged("it is not JSON: " + e.getOriginalMessage());
    }
  }

  private RunRecord record(Map<String, Object> run) {
    double format = number(run, "format");
    if (format != RunRecord.FORMAT) {
      throw damaged(
          "its format is %s but this version of Kassei reads format %s"
              .formatted(format, RunRecord.FORMAT));
    }
    return new RunRecord(
        text(run, "name"),
        constant(RunStatus.class, text(run, "status")),
        run.containsKey("failure") ? text(run, "failure") : "",
        each(run, "versions", String::valueOf),
        constant(Precision.class, text(run, "precision")),
        data(map(field(run, "data"), "data")),
        (int) number(run, "epochs"),
        (long) number(run, "steps"),
        each(run, "metrics", value -> number(value, "metrics")),
        text(run, "digest"));
  }

  private DataRecord data(Map<String, Object> data) {
    return new DataRecord(
        each(data, "parts", value -> (int) number(value, "parts")),
        texts(data, "features"),
        target(data),
        text(data, "fingerprint"));
  }

  private Target target(Map<String, Object> data) {
    try {
      return new Target(texts(data, "targets"), texts(data, "classes"));
    } catch (IllegalArgumentException e) {
      throw damaged(e.getMessage());
    }
  }

  private <E extends Enum<E>> E constant(Class<E> type, String name) {
    for (E constant : type.getEnumConstants()) {
      if (constant.name().toLowerCase(Locale.ROOT).equals(name)) {
        return constant;
      }
    }
    throw damaged("the value '%s' is not known".formatted(name));
  }

  private <T> Map<String, T> each(
      Map<String, Object> parent, String key, Function<Object, T> function) {
    var values = new LinkedHashMap<String, T>();
    map(field(parent, key), key).forEach((name, value) -> values.put(name, function.apply(value)));
    return values;
  }

  private List<String> texts(Map<String, Object> parent, String key) {
    if (field(parent, key) instanceof List<?> list) {
      return list.stream().map(String::valueOf).toList();
    }
    throw damaged("'%s' is not a list".formatted(key));
  }

  private String text(Map<String, Object> parent, String key) {
    return String.valueOf(field(parent, key));
  }

  private double number(Map<String, Object> parent, String key) {
    return number(field(parent, key), key);
  }

  /** Numbers that are not finite are texts. */
  private double number(Object value, String key) {
    try {
      return value instanceof Double number ? number : Double.parseDouble(String.valueOf(value));
    } catch (NumberFormatException e) {
      throw damaged("'%s' is not a number: %s".formatted(key, value));
    }
  }

  private Object field(Map<String, Object> parent, String key) {
    Object value = parent.get(key);
    if (value == null) {
      throw damaged("it has no '%s'".formatted(key));
    }
    return value;
  }

  private Map<String, Object> map(Object value, String what) {
    if (!(value instanceof Map<?, ?> map)) {
      throw damaged("%s is not a JSON object".formatted(what));
    }
    var fields = new LinkedHashMap<String, Object>();
    map.forEach((key, field) -> fields.put(String.valueOf(key), field));
    return fields;
  }

  private RunFolderException damaged(String reason) {
    return RunFolderException.damaged(file, reason);
  }
}
