package dev.kassei.batch.plan;

import dev.kassei.experiment.config.tree.Node;
import dev.kassei.experiment.config.tree.Node.Mapping;
import dev.kassei.experiment.config.tree.Paths;
import dev.kassei.experiment.config.tree.Problems;
import dev.kassei.experiment.config.tree.Words;
import dev.kassei.experiment.config.tree.YamlReader;
import dev.kassei.results.record.FileSum;
import dev.kassei.results.record.ShortText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a batch sets out to do: all of its effective configuration that decides over trials and
 * comparison, and nothing that does not, such as its name, pictures, saved runs, or where it lies.
 *
 * @param yaml every default spelled out
 */
public record Plan(String yaml) {
  private static final int LONGEST = 100;

  /** The SHA-256 of the text in UTF-8, in hexadecimal. */
  public String hash() {
    return FileSum.of(yaml.getBytes(StandardCharsets.UTF_8));
  }

  /** What is different from an earlier plan, a clause each. */
  public List<String> changesSince(Plan earlier) {
    Map<String, String> before = leaves(earlier.yaml);
    Map<String, String> now = leaves(yaml);
    var changes = new ArrayList<String>();
    now.forEach(
        (path, value) -> {
          String old = before.get(path);
          if (old == null) {
            changes.add("%s is new, %s".formatted(path, shown(value)));
          } else if (!old.equals(value)) {
            changes.add("%s was %s and is %s".formatted(path, shown(old), shown(value)));
          }
        });
    before.forEach(
        (path, value) -> {
          if (!now.containsKey(path)) {
            changes.add("%s is gone, which was %s".formatted(path, shown(value)));
          }
        });
    return changes;
  }

  private static String shown(String value) {
    return ShortText.of(Words.printable(value), LONGEST);
  }

  private static Map<String, String> leaves(String yaml) {
    var leaves = new LinkedHashMap<String, String>();
    add("", YamlReader.document("plan", yaml, AxisKeys.FORM, new Problems()), leaves);
    return leaves;
  }

  private static void add(String path, Node node, Map<String, String> leaves) {
    if (node instanceof Mapping map && !map.entries().isEmpty()) {
      map.entries().forEach((key, entry) -> add(Paths.key(path, key), entry.value(), leaves));
    } else {
      leaves.put(path, Labels.whole(node));
    }
  }
}
