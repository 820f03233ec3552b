package dev.kassei.trainer;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The reference numbers among the test resources. */
public final class ReferenceVectors {
  private ReferenceVectors() {}

  /** The entries of {@code reference/NAME.json}. */
  public static List<JsonNode> read(String name) {
    var entries = new ArrayList<JsonNode>();
    tree(name).forEach(entries::add);
    return entries;
  }

  /** The whole of {@code reference/NAME.json}. */
  public static JsonNode tree(String name) {
    try (InputStream stream =
        ReferenceVectors.class.getResourceAsStream("/reference/" + name + ".json")) {
      return new JsonMapper().readTree(stream);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All numbers of a list or of a list of lists, in order. */
  public static double[] numbers(JsonNode node) {
    var numbers = new ArrayList<Double>();
    collect(node, numbers);
    return numbers.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static void collect(JsonNode node, List<Double> numbers) {
    if (node.isNumber()) {
      numbers.add(node.doubleValue());
    }
    node.forEach(each -> collect(each, numbers));
  }
}
