package dev.kassei.batch.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What results depend on that stands in no plan.
 *
 * @param kassei names the code of Kassei
 * @param files the sum of each file that the plan names, by the name of the file
 * @param trials a sum over the keys of a trial of each kind, in which data and the code of plugins
 *     take part
 */
public record Inputs(String kassei, Map<String, String> files, String trials) {
  /** Those of a log from before they were noted, by another Kassei than this. */
  static final Inputs UNKNOWN = new Inputs("", Map.of(), "");

  public Inputs {
    files = Map.copyOf(files);
  }

  /**
   * What is different from earlier ones, a clause each.
   *
   * @param isSamePlan whether nothing else explains other keys
   */
  List<String> changesSince(Inputs earlier, boolean isSamePlan) {
    var changes = new ArrayList<String>();
    new TreeMap<>(files)
        .forEach(
            (name, sum) -> {
              if (!sum.equals(earlier.files.getOrDefault(name, sum))) {
                changes.add("the content of %s changed".formatted(name));
              }
            });
    if (!kassei.equals(earlier.kassei)) {
      changes.add("Kassei itself changed");
    }
    if (changes.isEmpty() && isSamePlan && !trials.equals(earlier.trials)) {
      changes.add("a plugin changed, or data that it reads");
    }
    return changes;
  }
}
