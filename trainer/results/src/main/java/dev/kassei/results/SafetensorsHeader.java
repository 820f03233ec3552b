package dev.kassei.results;

import dev.kassei.results.json.JsonProblem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/** Reads the header of one file. */
final class SafetensorsHeader {
  private static final String METADATA = "__metadata__";

  private final String text;
  private final Function<String, RuntimeException> refusal;

  /**
   * A header.
   *
   * @param refusal the exception for a reason why the file cannot be read
   */
  SafetensorsHeader(String text, Function<String, RuntimeException> refusal) {
    this.text = text;
    this.refusal = refusal;
  }

  /** The tensors by name, in the header's order. */
  Map<String, SafetensorsEntry> entries() {
    var factory =
        JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
    try (JsonParser json = factory.createParser(ObjectReadContext.empty(), text)) {
      expect(json.nextToken(), JsonToken.START_OBJECT, "the header");
      var entries = new LinkedHashMap<String, SafetensorsEntry>();
      while (json.nextToken() == JsonToken.PROPERTY_NAME) {
        String name = json.currentName();
        json.nextToken();
        if (name.equals(METADATA)) {
          json.skipChildren();
        } else {
          entries.put(name, entry(json, name));
        }
      }
      if (json.nextToken() != null) {
        throw refusal.apply("its header goes on after its end");
      }
      return entries;
    } catch (JacksonException e) {
      throw refusal.apply(JsonProblem.reason("its header", e));
    }
  }

  private SafetensorsEntry entry(JsonParser json, String name) {
    expect(json.currentToken(), JsonToken.START_OBJECT, "'" + name + "'");
    String dtype = "";
    List<Long> shape = List.of();
    List<Long> offsets = List.of();
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      String key = json.currentName();
      JsonToken token = json.nextToken();
      switch (key) {
        case "dtype" -> {
          expect(token, JsonToken.VALUE_STRING, "dtype of '" + name + "'");
          dtype = json.getString();
        }
        case "shape" -> shape = numbers(json, "shape of '" + name + "'");
        case "data_offsets" -> offsets = numbers(json, "data_offsets of '" + name + "'");
        default -> json.skipChildren();
      }
    }
    if (offsets.size() != 2 || offsets.get(0) > offsets.get(1)) {
      throw refusal.apply(
          "data_offsets of '%s' should be begin and end but are %s".formatted(name, offsets));
    }
    return new SafetensorsEntry(name, dtype, shape, offsets.get(0), offsets.get(1));
  }

  private List<Long> numbers(JsonParser json, String what) {
    expect(json.currentToken(), JsonToken.START_ARRAY, what);
    var numbers = new ArrayList<Long>();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      expect(json.currentToken(), JsonToken.VALUE_NUMBER_INT, what);
      long number = json.getLongValue();
      if (number < 0) {
        throw refusal.apply(what + " has the negative number " + number);
      }
      numbers.add(number);
    }
    return numbers;
  }

  private void expect(JsonToken token, JsonToken expected, String what) {
    if (token != expected) {
      throw refusal.apply("%s should be %s but is %s".formatted(what, expected, token));
    }
  }
}
