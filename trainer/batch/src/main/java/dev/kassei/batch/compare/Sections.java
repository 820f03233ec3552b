package dev.kassei.batch.compare;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The sections of effective configurations: a key at the beginning of a line and what follows. */
final class Sections {
  /** What does not change results, or is told apart by axes. */
  private static final Set<String> IRRELEVANT = Set.of("name", "batch", "plots", "format");

  private Sections() {}

  /** The keys under which two configurations differ. */
  static List<String> differing(String one, String other) {
    Map<String, String> first = of(one);
    Map<String, String> second = of(other);
    var keys = new LinkedHashSet<>(first.keySet());
    keys.addAll(second.keySet());
    return keys.stream()
        .filter(key -> !IRRELEVANT.contains(key))
        .filter(key -> !Objects.equals(first.get(key), second.get(key)))
        .toList();
  }

  private static Map<String, String> of(String yaml) {
    var sections = new LinkedHashMap<String, String>();
    String key = "";
    for (String line : yaml.lines().toList()) {
      if (!line.isEmpty() && Character.isLetter(line.charAt(0))) {
        key = line.substring(0, line.indexOf(':'));
      }
      sections.merge(key, line, (before, more) -> before + "\n" + more);
    }
    return sections;
  }
}
