package dev.kassei.results.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;

/** JSON as maps, lists, texts, and numbers as {@link Double}; null and booleans as texts. */
public final class JsonTree {
  private JsonTree() {}

  /**
   * The tree of a text.
   *
   * @throws JacksonException if the text is not JSON
   */
  public static Object read(String text) {
    var factory =
        JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
    try (JsonParser json = factory.createParser(ObjectReadContext.empty(), text)) {
      json.nextToken();
      Object tree = value(json);
      if (json.nextToken() != null) {
        throw new StreamReadException(json, "it goes on after its end");
      }
      return tree;
    }
  }

  private static Object value(JsonParser json) {
    JsonToken token = json.currentToken();
    if (token == null) {
      throw new StreamReadException(json, "it is empty");
    }
    return switch (token) {
      case START_OBJECT -> object(json);
      case START_ARRAY -> array(json);
      // as a double from the start, since an integer of 0 has no sign
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> Double.valueOf(json.getString());
      default -> json.getString();
    };
  }

  private static Map<String, Object> object(JsonParser json) {
    var fields = new LinkedHashMap<String, Object>();
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = json.currentName();
      json.nextToken();
      fields.put(name, value(json));
    }
    return fields;
  }

  private static List<Object> array(JsonParser json) {
    var elements = new ArrayList<>();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      elements.add(value(json));
    }
    return elements;
  }
}
