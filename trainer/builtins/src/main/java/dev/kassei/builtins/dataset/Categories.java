package dev.kassei.builtins.dataset;

import dev.kassei.results.text.Shortened;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The names in a column, numbered: declared ones in their order, others as they come until they are
 * sorted by code point. Mutable.
 */
final class Categories {
  private static final int LISTED = 20;

  /** Fewer rows may well have a name each. */
  private static final int MIN_ROWS = 20;

  private final boolean declared;
  private final Map<String, Integer> numbers = new LinkedHashMap<>();
  private int[] places = {};
  private long uses;

  Categories(List<String> names) {
    declared = !names.isEmpty();
    names.forEach(name -> numbers.put(name, numbers.size()));
  }

  /** The number of a name; −1 if others were declared. */
  int number(String name) {
    uses++;
    Integer known =
        declared ? numbers.get(name) : numbers.computeIfAbsent(name, key -> numbers.size());
    return known == null ? -1 : known;
  }

  /** How many names there are. */
  int count() {
    return numbers.size();
  }

  /** Whether no name came twice, although there were many rows. */
  boolean areIdentifiers() {
    return !declared && uses >= MIN_ROWS && uses == numbers.size();
  }

  /** Whether more than half of many rows brought a name of their own. */
  boolean areNearlyIdentifiers() {
    return !declared && uses >= MIN_ROWS && 2L * numbers.size() > uses;
  }

  /** Why a name has no number. */
  String complaint(String name) {
    List<String> known =
        numbers.keySet().stream().limit(LISTED).map(Shortened::text).collect(Collectors.toList());
    if (numbers.size() > LISTED) {
      known.add("…");
    }
    return "expected one of %s but was '%s'"
        .formatted(String.join(", ", known), Shortened.text(name));
  }

  /** Puts the names into their final order. */
  void sort() {
    var sorted = new ArrayList<>(numbers.keySet());
    if (!declared) {
      sorted.sort(CodePoints.ORDER);
    }
    places = new int[sorted.size()];
    for (int i = 0; i < places.length; i++) {
      places[numbers.get(sorted.get(i))] = i;
    }
  }

  /** The names in their order. */
  List<String> names() {
    String[] names = new String[places.length];
    numbers.forEach((name, number) -> names[places[number]] = name);
    return List.of(names);
  }

  /** The place in the final order of the name with this number. */
  int place(int number) {
    return places[number];
  }
}
