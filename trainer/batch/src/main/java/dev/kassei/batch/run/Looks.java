package dev.kassei.batch.run;

import dev.kassei.batch.plan.TrialConfig;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How much of a batch a look at its results shows. */
public final class Looks {
  private static final String SEED = "seed";

  private Looks() {}

  /**
   * The number of different values of the axes of seeds of which all trials have ended; without
   * such an axis 1, or 0 before the end.
   *
   * @param planned all trials
   * @param ended those that have ended
   */
  public static int seeds(List<TrialConfig> planned, List<TrialResult> ended) {
    var missing = new HashMap<Map<String, String>, Integer>();
    planned.forEach(trial -> missing.merge(seeds(trial.axes()), 1, Integer::sum));
    ended.forEach(trial -> missing.merge(seeds(trial.axes()), -1, Integer::sum));
    return (int) missing.values().stream().filter(count -> count == 0).count();
  }

  private static Map<String, String> seeds(Map<String, String> axes) {
    var seeds = new LinkedHashMap<>(axes);
    seeds.keySet().removeIf(path -> !path.equals(SEED) && !path.startsWith(SEED + "."));
    return seeds;
  }
}
