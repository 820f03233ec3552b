package dev.kassei.experiment.config.tree;

import dev.kassei.experiment.config.tree.Node.Entry;
import dev.kassei.experiment.config.tree.Node.Mapping;
import dev.kassei.experiment.config.tree.Node.Scalar;
import dev.kassei.experiment.config.tree.Node.Sequence;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Writes a tree as YAML for people: one key a line, short lists of values in brackets. Texts stand
 * in quotes only where they would otherwise mean something else.
 */
public final class YamlWriter {
  private static final int WIDTH = 100;
  private static final String INDENT = "  ";
  private static final Pattern SAFE =
      Pattern.compile("(\\.{1,2}/|[\\p{L}\\p{N}_/])[\\p{L}\\p{M}\\p{N}_./+ -]*(?<! )");
  private static final Map<Integer, String> ESCAPES =
      Map.of((int) '"', "\\\"", (int) '\\', "\\\\", (int) '\n', "\\n", (int) '\t', "\\t");

  private final StringBuilder out = new StringBuilder();

  private YamlWriter() {}

  /** The tree as YAML, which reads back to the same tree. */
  public static String text(Mapping tree) {
    var writer = new YamlWriter();
    writer.entries(tree, "");
    return writer.out.toString();
  }

  private void entries(Mapping map, String indent) {
    String separator = "";
    for (Map.Entry<String, Entry> entry : map.entries().entrySet()) {
      out.append(separator).append(quoted(entry.getKey())).append(':');
      value(entry.getValue().value(), indent);
      separator = indent;
    }
  }

  /** A value after a key or a dash whose line begins with {@code indent}. */
  private void value(Node node, String indent) {
    if (node instanceof Mapping map && !map.entries().isEmpty()) {
      out.append('\n').append(indent).append(INDENT);
      entries(map, indent + INDENT);
      return;
    }
    if (node instanceof Sequence sequence && !fits(sequence, indent)) {
      out.append('\n');
      sequence.items().forEach(item -> item(item, indent + INDENT));
      return;
    }
    out.append(' ').append(flow(node)).append('\n');
  }

  private void item(Node item, String indent) {
    out.append(indent).append('-');
    if (item instanceof Mapping map && !map.entries().isEmpty()) {
      out.append(' ');
      entries(map, indent + INDENT);
      return;
    }
    value(item, indent);
  }

  private static boolean fits(Sequence sequence, String indent) {
    boolean simple = sequence.items().stream().allMatch(Scalar.class::isInstance);
    return simple && indent.length() + flow(sequence).length() < WIDTH;
  }

  private static String flow(Node node) {
    if (node instanceof Scalar scalar) {
      return scalar.plain() ? scalar.text() : quoted(scalar.text());
    }
    if (node instanceof Sequence sequence) {
      return flow(sequence.items());
    }
    return "{}";
  }

  private static String flow(List<Node> items) {
    return items.stream().map(YamlWriter::flow).collect(Collectors.joining(", ", "[", "]"));
  }

  private static String quoted(String text) {
    Scalar plain = new Scalar(Location.whole(""), text, true);
    if (SAFE.matcher(text).matches() && CoreSchema.isText(plain)) {
      return text;
    }
    var quoted = new StringBuilder("\"");
    text.codePoints().forEach(c -> quoted.append(escaped(c)));
    return quoted.append('"').toString();
  }

  private static String escaped(int character) {
    if (ESCAPES.containsKey(character)) {
      return ESCAPES.get(character);
    }
    if (isPrintable(character)) {
      return Character.toString(character);
    }
    return String.format(Locale.ROOT, character > 0xFFFF ? "\\U%08X" : "\\u%04X", character);
  }

  private static boolean isPrintable(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
