package dev.kassei.experiment.schema;

import dev.kassei.api.value.Numbers;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;

/**
 * A JSON Schema of draft 07. Immutable.
 *
 * @param keywords in order; values are schemas, texts, numbers, booleans, and lists and maps of
 *     them
 */
public record Schema(Map<String, Object> keywords) {
  /** What takes everything. */
  public static final Schema ANYTHING = new Schema(Map.of());

  private static final String REF = "$ref";

  public Schema {
    keywords = Collections.unmodifiableMap(new LinkedHashMap<>(keywords));
  }

  /** A schema of one keyword. */
  public static Schema of(String keyword, Object value) {
    return ANYTHING.with(keyword, value);
  }

  /** What takes values of a type of JSON. */
  public static Schema type(String type) {
    return of("type", type);
  }

  /** What takes values of several types of JSON. */
  public static Schema types(String... types) {
    return of("type", List.of(types));
  }

  /** What takes some values alone. */
  public static Schema values(List<?> values) {
    return of("enum", values);
  }

  /** What takes maps with these keys. */
  public static Schema required(String... keys) {
    return of("required", List.of(keys));
  }

  /** What takes what one of several takes. */
  public static Schema anyOf(List<Schema> several) {
    List<Schema> distinct = several.stream().distinct().toList();
    return distinct.size() == 1 ? distinct.get(0) : of("anyOf", distinct);
  }

  /** What takes what all of several take. */
  public static Schema allOf(List<Schema> several) {
    return several.size() == 1 ? several.get(0) : of("allOf", several);
  }

  /** What demands something where a condition holds. */
  public static Schema when(Schema condition, Schema then) {
    return of("if", condition).with("then", then);
  }

  /** What takes all that another does not. */
  public static Schema not(Schema other) {
    return of("not", other);
  }

  /** The definition of this name. */
  static Schema reference(String name) {
    return of(REF, "#/definitions/" + name);
  }

  /** The same with a keyword more. */
  public Schema with(String keyword, Object value) {
    var more = new LinkedHashMap<>(keywords);
    more.put(keyword, value);
    return new Schema(more);
  }

  /** The same with the keywords of another. */
  public Schema and(Schema other) {
    var all = new LinkedHashMap<>(keywords);
    all.putAll(other.keywords());
    return new Schema(all);
  }

  /** The same with a text for people. */
  public Schema described(String text) {
    return annotated("description", text);
  }

  /** The same, or nothing as well: {@code ~}. */
  Schema orNull() {
    return keywords.get("type") instanceof String type && keywords.size() == 1
        ? types(type, "null")
        : anyOf(List.of(this, type("null")));
  }

  /** The same with a text for people, if there is one. */
  Schema described(Optional<String> text) {
    return text.map(this::described).orElse(this);
  }

  /** The same with the value that holds where none is given. */
  Schema defaulting(Optional<Object> value) {
    return value.map(it -> annotated("default", it)).orElse(this);
  }

  /** In draft 07 nothing may stand beside a reference. */
  private Schema annotated(String keyword, Object value) {
    Schema open = keywords.containsKey(REF) ? of("allOf", List.of(this)) : this;
    return open.with(keyword, value);
  }

  private static void scalar(JsonGenerator json, Object value) {
    if (value instanceof Boolean flag) {
      json.writeBoolean(flag);
    } else if (value instanceof Number) {
      json.writeNumber(value instanceof Double number ? Numbers.text(number) : value.toString());
    } else {
      json.writeString((String) value);
    }
  }

  /** Writes a schema, or the value of one of its keywords, as JSON. */
  public static void write(JsonGenerator json, Object value) {
    if (value instanceof Schema schema) {
      write(json, schema.keywords());
    } else if (value instanceof Map<?, ?> map) {
      json.writeStartObject();
      map.forEach(
          (key, item) -> {
            json.writeName((String) key);
            write(json, item);
          });
      json.writeEndObject();
    } else if (value instanceof List<?> list) {
      json.writeStartArray();
      list.forEach(item -> write(json, item));
      json.writeEndArray();
    } else {
      scalar(json, value);
    }
  }
}
