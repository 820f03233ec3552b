package dev.kassei.batch.plan;

import dev.kassei.experiment.config.LoadedConfig;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One experiment of a batch.
 *
 * @param number its number from 1 in the order of the batch
 * @param axes what distinguishes it: printed values by path, in the order of the axes; the path of
 *     named variants is {@code variant}. An axis whose condition does not hold is left out.
 * @param config the whole experiment; its effective configuration can be run by itself
 */
public record TrialConfig(int number, Map<String, String> axes, LoadedConfig config) {
  private static final String SEED = "seed";

  /** The axes that are no seeds. */
  public Map<String, String> axesWithoutSeeds() {
    var others = new LinkedHashMap<>(axes);
    others.keySet().removeIf(path -> path.equals(SEED) || path.startsWith(SEED + "."));
    return others;
  }
}
