package dev.kassei.experiment.training;

import dev.kassei.api.Target;
import dev.kassei.experiment.config.EarlyStopping;
import dev.kassei.experiment.config.ExperimentConfig;
import dev.kassei.experiment.config.ExperimentException;
import dev.kassei.experiment.config.LoadedConfig;
import dev.kassei.experiment.config.Plots;
import dev.kassei.experiment.config.Seeds;
import dev.kassei.experiment.data.DataCache;
import dev.kassei.experiment.data.SplitData;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Prepares experiments for training side by side: data is loaded once, and parts are wired once for
 * all experiments that differ in their seeds alone. For use by several threads.
 */
public final class Preparation {
  /** How much is kept of data sets, and as much of their parts, in bytes. */
  private static final long DATA = 1L << 27;

  /** How many variants are kept. */
  private static final int VARIANTS = 256;

  private static final float LOAD = 0.75f;

  private final Optional<String> bestBy;
  private final DataCache data = new DataCache(DATA);
  private final Map<VariantKey, Variant> variants =
      new LinkedHashMap<>(16, LOAD, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<VariantKey, Variant> eldest) {
          return size() > VARIANTS;
        }
      };

  /**
   * @param bestBy the metric that tells the best epoch of experiments without early stopping; empty
   *     if nobody asks for it
   */
  public Preparation(Optional<String> bestBy) {
    this.bestBy = bestBy;
  }

  /** What data of other seeds may change beside its numbers is its form. */
  private record VariantKey(ExperimentConfig experiment, int width, Target target) {}

  /**
   * An experiment, ready to train.
   *
   * @throws ExperimentException if its parts do not fit together
   */
  public PreparedTrial of(LoadedConfig config) {
    ExperimentConfig experiment = config.experiment();
    SplitData split = data.data(experiment, config.folder());
    var trial = new Trial(variant(config, split), split, experiment.seed(), Optional.empty());
    return new PreparedTrial(trial);
  }

  /** The same, which also keeps what pictures of it are drawn from. */
  public PreparedTrial recorded(LoadedConfig config) {
    Plots plots = config.experiment().plots();
    return new PreparedTrial(of(config).trial().recorded(plots));
  }

  /** Whether another {@code seed.data} gives other rows. */
  public boolean isDrawn(LoadedConfig config) {
    ExperimentConfig experiment = config.experiment();
    return data.isDrawn(experiment, config.folder());
  }

  private Variant variant(LoadedConfig config, SplitData split) {
    ExperimentConfig any = config.experiment().with(new Seeds());
    var key = new VariantKey(any, split.width(), split.target());
    synchronized (variants) {
      // not computeIfAbsent, during which the map must not change
      Variant known = variants.get(key);
      if (known == null) {
        known = monitored(Experiment.of(config, data).trial());
        variants.put(key, known);
      }
      return known;
    }
  }

  private Variant monitored(Trial trial) {
    Variant variant = trial.variant();
    if (bestBy.isEmpty() || variant.monitor().isPresent()) {
      return variant;
    }
    var never = new EarlyStopping(bestBy.get(), Integer.MAX_VALUE, 0, false);
    try {
      return variant.monitored(trial.metrics().monitor(never, trial.data()));
    } catch (IllegalArgumentException e) {
      throw new ExperimentException("batch.compare.epoch", e);
    }
  }
}
