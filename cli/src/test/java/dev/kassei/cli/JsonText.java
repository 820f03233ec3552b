package dev.kassei.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Reads JSON back: maps, lists, texts, numbers as double, booleans; null is {@link #NULL}. */
public final class JsonText {
  public static final Object NULL = new Object();

  private JsonText() {}

  /** The one value of a text. */
  public static Object read(String text) {
    try (JsonParser parser = new JsonFactory().createParser(ObjectReadContext.empty(), text)) {
      parser.nextToken();
      Object value = value(parser);
      if (parser.nextToken() != null) {
        throw new IllegalArgumentException("more than one value: " + text);
      }
      return value;
    }
  }

  @SuppressWarnings("unchecked")
  public static Map<String, Object> map(Object value) {
    return (Map<String, Object>) value;
  }

  /** The value at keys of maps and indices of lists. */
  public static Object at(Object value, Object... path) {
    Object inner = value;
    for (Object step : path) {
      inner = step instanceof Integer i ? ((List<?>) inner).get(i) : map(inner).get(step);
    }
    return inner;
  }

  private static Object value(JsonParser parser) {
    return switch (parser.currentToken()) {
      case START_OBJECT -> object(parser);
      case START_ARRAY -> array(parser);
      case VALUE_STRING -> parser.getString();
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NULL -> NULL;
      default -> throw new IllegalArgumentException("not a value: " + parser.currentToken());
    };
  }

  private static Map<String, Object> object(JsonParser parser) {
    var map = new LinkedHashMap<String, Object>();
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String key = parser.currentName();
      parser.nextToken();
      map.put(key, value(parser));
    }
    return map;
  }

  private static List<Object> array(JsonParser parser) {
    var list = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      list.add(value(parser));
    }
    return list;
  }
}
