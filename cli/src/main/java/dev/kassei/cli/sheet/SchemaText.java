package dev.kassei.cli.sheet;

import dev.kassei.experiment.schema.Schema;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A schema as JSON, with a line for each keyword and definition, so that changes can be reviewed.
 */
public final class SchemaText {
  private SchemaText() {}

  /** The schema, which has no line end within keywords and definitions. */
  public static String of(Schema schema) {
    return map(schema.keywords(), SchemaText::keyword) + "\n";
  }

  private static String keyword(Object value) {
    return value instanceof Map<?, ?> map ? map(map, SchemaText::line) : line(value);
  }

  private static String map(Map<?, ?> map, Function<Object, String> value) {
    return map.entrySet().stream()
        .map(entry -> line(entry.getKey()) + ": " + value.apply(entry.getValue()))
        .collect(Collectors.joining(",\n", "{\n", "\n}"));
  }

  private static String line(Object value) {
    return Json.line(json -> Schema.write(json, value));
  }
}
