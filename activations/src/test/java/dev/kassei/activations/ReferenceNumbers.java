package dev.kassei.activations;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The reference numbers among the test resources. */
final class ReferenceNumbers {
  private ReferenceNumbers() {}

  /** The content of {@code reference/NAME.json}. */
  static JsonNode read(String name) {
    InputStream file = ReferenceNumbers.class.getResourceAsStream("/reference/" + name + ".json");
    try (InputStream stream = Objects.requireNonNull(file, name)) {
      return new JsonMapper().readTree(stream);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The entries of {@code reference/NAME.json}, a list with one function an entry. */
  static Stream<JsonNode> functions(String name) {
    return read(name).valueStream();
  }

  /** A list of numbers; those that JSON does not have, such as NaN, stand there as text. */
  static double[] numbers(JsonNode list) {
    return list.valueStream().mapToDouble(ReferenceNumbers::number).toArray();
  }

  private static double number(JsonNode node) {
    return node.isString() ? Double.parseDouble(node.stringValue()) : node.doubleValue();
  }
}
