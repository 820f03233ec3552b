package dev.kassei.batch.compare;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How values of axes are called where batches are joined: as the first batch that has one calls it.
 * Where two batches call different values the same, all values of that axis are written out.
 */
final class JoinedNames {
  private final Map<String, Map<String, String>> names = new LinkedHashMap<>();

  /**
   * @param batches what the values of each batch mean, by path and printed value
   */
  JoinedNames(List<Map<String, Map<String, String>>> batches) {
    batches.forEach(batch -> batch.forEach(this::add));
    names.values().stream()
        .filter(values -> !areUnique(values.values()))
        .forEach(values -> values.replaceAll((content, name) -> content));
  }

  private void add(String path, Map<String, String> contents) {
    Map<String, String> known = names.computeIfAbsent(path, key -> new LinkedHashMap<>());
    contents.forEach((label, content) -> known.putIfAbsent(content, label));
  }

  private static boolean areUnique(Collection<String> names) {
    return new HashSet<>(names).size() == names.size();
  }

  /**
   * The axes of a trial by the names that count for all.
   *
   * @param contents what the values of its batch mean
   */
  Map<String, String> of(Map<String, String> axes, Map<String, Map<String, String>> contents) {
    var named = new LinkedHashMap<String, String>();
    axes.forEach((path, label) -> named.put(path, of(path, label, contents)));
    return named;
  }

  /** The name that counts for all of a value of one batch. */
  String of(String path, String label, Map<String, Map<String, String>> contents) {
    String content = contents.getOrDefault(path, Map.of()).getOrDefault(label, label);
    return names.getOrDefault(path, Map.of()).getOrDefault(content, label);
  }
}
