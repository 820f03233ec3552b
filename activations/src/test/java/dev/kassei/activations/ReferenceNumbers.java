package dev.kassei.activations;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** A node of the reference numbers among the test resources: a map, a list, a text or a number. */
record ReferenceNumbers(Object node) {
  /** The content of {@code reference/NAME.json}. */
  static ReferenceNumbers read(String name) {
    InputStream file = ReferenceNumbers.class.getResourceAsStream("/reference/" + name + ".json");
    Objects.requireNonNull(file, name);
    try (JsonParser parser = new JsonFactory().createParser(ObjectReadContext.empty(), file)) {
      parser.nextToken();
      return new ReferenceNumbers(value(parser));
    }
  }

  /** The elements of a list. */
  Stream<ReferenceNumbers> elements() {
    return ((List<?>) node).stream().map(ReferenceNumbers::new);
  }

  /** The value of a key of a map. */
  ReferenceNumbers get(String key) {
    return new ReferenceNumbers(Objects.requireNonNull(((Map<?, ?>) node).get(key), key));
  }

  String text() {
    return (String) node;
  }

  /** A number; those that JSON does not have, such as NaN, stand there as text. */
  double number() {
    return node instanceof String text ? Double.parseDouble(text) : (double) node;
  }

  /** A list of numbers. */
  double[] numbers() {
    return elements().mapToDouble(ReferenceNumbers::number).toArray();
  }

  private static Object value(JsonParser parser) {
    JsonToken token = parser.currentToken();
    if (token == JsonToken.START_OBJECT) {
      return object(parser);
    }
    if (token == JsonToken.START_ARRAY) {
      return array(parser);
    }
    return token.isNumeric() ? (Object) parser.getDoubleValue() : parser.getString();
  }

  private static Map<String, Object> object(JsonParser parser) {
    var object = new LinkedHashMap<String, Object>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String key = parser.currentName();
      parser.nextToken();
      object.put(key, value(parser));
    }
    return object;
  }

  private static List<Object> array(JsonParser parser) {
    var array = new ArrayList<Object>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      array.add(value(parser));
    }
    return array;
  }
}
