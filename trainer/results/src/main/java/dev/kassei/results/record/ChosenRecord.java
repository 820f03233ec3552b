package dev.kassei.results.record;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An assignment that the tuning chose for a method on a data set.
 *
 * @param assignment printed values of the tuned axes by path
 * @param trials for how many of the compared trials it was chosen
 * @param edges the tuned axes on whose edge it lies, so that a better one may lie beyond
 */
public record ChosenRecord(Map<String, String> assignment, int trials, List<String> edges) {
  public ChosenRecord {
    assignment = Collections.unmodifiableMap(new LinkedHashMap<>(assignment));
    edges = List.copyOf(edges);
  }
}
