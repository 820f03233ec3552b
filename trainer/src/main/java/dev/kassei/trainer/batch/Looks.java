package dev.kassei.trainer.batch;

import java.util.LinkedHashMap;
import java.util.List;

/** How much of a batch a look at its results shows. */
public final class Looks {
  private static final String SEED = "seed";

  private Looks() {}

  /** The number of different values of the axes of seeds; 1 without such an axis. */
  public static int seeds(List<TrialResult> trials) {
    return (int) trials.stream().map(Looks::seeds).distinct().count();
  }

  private static Object seeds(TrialResult trial) {
    var seeds = new LinkedHashMap<>(trial.axes());
    seeds.keySet().removeIf(path -> !path.equals(SEED) && !path.startsWith(SEED + "."));
    return seeds;
  }
}
