package dev.kassei.experiment.config.tree;

import dev.kassei.experiment.config.tree.Node.Scalar;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reports keys that YAML takes as they are, though they can only be a slip, with their lines. */
final class KeyMistakes {
  private static final Pattern TIGHT = Pattern.compile("([A-Za-z_][\\w.]*):(\\S+)");
  private static final String WIDE_SPACE = "\u3000";

  private final SourceLines lines;
  private final Problems problems;

  KeyMistakes(String text, Problems problems) {
    this.lines = SourceLines.of(text);
    this.problems = problems;
  }

  /** A key and its value. */
  record Pair(Scalar key, Node value) {}

  /** What a key and its value are meant to be. */
  Pair meant(Scalar key, Node value, String path) {
    if (!key.plain()) {
      return new Pair(key, value);
    }
    if (key.text().startsWith(WIDE_SPACE)) {
      String message = "a full-width space (U+3000) stands before this key; indent with ' '";
      return new Pair(renamed(key, key.text().strip(), path, message), value);
    }
    Matcher tight = TIGHT.matcher(key.text());
    boolean isEmpty = value instanceof Scalar scalar && scalar.text().isEmpty() && scalar.plain();
    if (!isEmpty || !tight.matches()) {
      return new Pair(key, value);
    }
    String written = tight.group(1) + ": " + tight.group(2);
    String message = "a space is missing behind the colon; write " + Words.quoted(written);
    return new Pair(
        renamed(key, tight.group(1), path, message),
        new Scalar(key.location(), tight.group(2), true));
  }

  private Scalar renamed(Scalar key, String name, String path, String message) {
    add(key, Paths.key(path, name), message);
    return new Scalar(key.location(), name, true);
  }

  /** Reports that a key stands twice in its map. */
  void twice(Scalar key, Location first, String path) {
    add(key, Paths.key(path, key.text()), DottedKeys.twice(first));
  }

  private void add(Scalar key, String path, String message) {
    Location place = key.location();
    List<String> excerpt =
        place.isWhole() ? List.of() : lines.excerpt(place.line() - 1, place.column() - 1);
    problems.add(new Problem(place, path, message, excerpt));
  }
}
