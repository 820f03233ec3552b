package dev.kassei.experiment.schema;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What the Javadoc of records and enums says, from the jars that brought it along. */
final class Documentation {
  private static final String FILE = "META-INF/kassei/documentation.txt";

  private final Map<ClassLoader, Map<String, String>> texts = new IdentityHashMap<>();

  /** What is said of a record. */
  Optional<String> of(Class<?> type) {
    return find(type, type.getName());
  }

  /** What is said of a component of a record, by its name in Java, or of a constant of an enum. */
  Optional<String> of(Class<?> type, String member) {
    return find(type, type.getName() + "#" + member).map(Documentation::sentence);
  }

  private Optional<String> find(Class<?> type, String key) {
    ClassLoader loader = type.getClassLoader();
    return loader == null
        ? Optional.empty()
        : Optional.ofNullable(texts.computeIfAbsent(loader, Documentation::read).get(key));
  }

  /**
   * Javadoc describes components by parts of sentences; a letter alone is a variable, but an
   * article.
   */
  private static String sentence(String text) {
    boolean isWord = text.matches("(?s)(a |[a-z]{2}).*");
    String first = text.substring(0, 1);
    String whole = (isWord ? first.toUpperCase(Locale.ROOT) : first) + text.substring(1);
    return whole.endsWith(".") ? whole : whole + ".";
  }

  private static Map<String, String> read(ClassLoader loader) {
    var found = new HashMap<String, String>();
    try {
      for (URL file : Collections.list(loader.getResources(FILE))) {
        read(file, found);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(FILE + " cannot be read: " + e, e);
    }
    return found;
  }

  private static void read(URL file, Map<String, String> found) throws IOException {
    try (InputStream in = file.openStream()) {
      String all = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      all.lines()
          .map(line -> line.split("\t", 2))
          .filter(parts -> parts.length == 2)
          .forEach(parts -> found.putIfAbsent(parts[0], parts[1]));
    }
  }
}
