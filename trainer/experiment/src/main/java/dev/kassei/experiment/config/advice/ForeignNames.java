package dev.kassei.experiment.config.advice;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What PyTorch, Keras, scikit-learn and JAX call plugins, by family. */
public final class ForeignNames {
  private static final List<ForeignName> ALL = read();
  private static final Map<String, Map<String, ForeignName>> BY_FAMILY = byFamily();

  /** A list of layers takes activations, too. */
  private static final Map<String, List<String>> FAMILIES =
      Map.of("layer", List.of("layer", "activation"));

  private ForeignNames() {}

  /** The whole table. */
  public static List<ForeignName> all() {
    return ALL;
  }

  /** What is known of a name among the plugins of a family, given by its key. */
  static Optional<ForeignName> find(String family, String name) {
    return FAMILIES.getOrDefault(family, List.of(family)).stream()
        .flatMap(each -> Optional.ofNullable(of(each).get(Spelling.bare(name))).stream())
        .findFirst();
  }

  private static Map<String, ForeignName> of(String family) {
    return BY_FAMILY.getOrDefault(family, Map.of());
  }

  private static List<ForeignName> read() {
    var names = new ArrayList<ForeignName>();
    String family = "";
    for (String line : Table.lines("foreign-names.txt")) {
      if (line.startsWith("[")) {
        family = line.substring(1, line.length() - 1);
      } else {
        names.add(ForeignName.parse(family, line));
      }
    }
    return List.copyOf(names);
  }

  private static Map<String, Map<String, ForeignName>> byFamily() {
    var families = new LinkedHashMap<String, Map<String, ForeignName>>();
    for (ForeignName each : ALL) {
      Map<String, ForeignName> family =
          families.computeIfAbsent(each.family(), key -> new LinkedHashMap<>());
      each.names().forEach(name -> family.putIfAbsent(name, each));
    }
    return families;
  }
}
