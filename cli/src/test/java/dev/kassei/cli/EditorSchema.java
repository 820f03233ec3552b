package dev.kassei.cli;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.schema.CoreSchema;
import tools.jackson.databind.ObjectMapper;

/** Validates YAML by a JSON Schema as editors do: aliases and merge keys are resolved first. */
public final class EditorSchema {
  private static final String NOT_YAML = "not YAML: ";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final LoadSettings YAML =
      LoadSettings.builder()
          .setSchema(new CoreSchema())
          .setMaxAliasesForCollections(10_000)
          .build();

  private final Schema schema;

  public EditorSchema(String text) {
    this.schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
            .getSchema(JSON.readTree(text));
  }

  /** The schema that the command prints. */
  public static EditorSchema printed(Object... options) {
    var words = new ArrayList<Object>(List.of("schema"));
    words.addAll(List.of(options));
    return new EditorSchema(Invocation.of(words.toArray()).done().out());
  }

  /** What is wrong with a text; one that is no YAML is refused by editors before. */
  public List<String> problems(String yaml) {
    try {
      return problems(tree(yaml));
    } catch (YamlEngineException e) {
      return List.of(NOT_YAML + e.getMessage());
    }
  }

  /** What a text holds, in maps and lists that can be changed. */
  static Object tree(String yaml) {
    return merged(new Load(YAML).loadFromString(yaml));
  }

  /** What is wrong with what a text holds. */
  List<String> problems(Object tree) {
    return schema.validate(JSON.valueToTree(tree)).stream().map(Error::toString).toList();
  }

  private static Object merged(Object node) {
    if (node instanceof List<?> list) {
      return new ArrayList<>(list.stream().map(EditorSchema::merged).toList());
    }
    if (!(node instanceof Map<?, ?> map)) {
      return node;
    }
    var entries = new LinkedHashMap<String, Object>();
    map.forEach((key, value) -> entries.put(String.valueOf(key), merged(value)));
    Object merge = entries.get("<<");
    List<?> maps = merge instanceof List<?> several ? several : List.of(merge == null ? "" : merge);
    maps.stream()
        .filter(Map.class::isInstance)
        .forEach(
            each ->
                ((Map<?, ?>) each)
                    .forEach((key, value) -> entries.putIfAbsent((String) key, value)));
    return entries;
  }
}
