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
public final class ExperimentCache {
  /** How much is kept of data sets, and as much of their parts, in bytes. */
  private static final long DATA_BYTES = 1L << 27;

  /** How many templates are kept. */
  private static final int MAX_TEMPLATES = 256;

  private static final float LOAD = 0.75f;

  private final Optional<String> bestBy;
  private final DataCache data = new DataCache(DATA_BYTES);
  private final Map<TemplateKey, TrialTemplate> templates =
      new LinkedHashMap<>(16, LOAD, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<TemplateKey, TrialTemplate> eldest) {
          return size() > MAX_TEMPLATES;
        }
      };

  /**
   * @param bestBy the metric that tells the best epoch of experiments without early stopping; empty
   *     if nobody asks for it
   */
  public ExperimentCache(Optional<String> bestBy) {
    this.bestBy = bestBy;
  }

  /** What data of other seeds may change beside its numbers is its form. */
  private record TemplateKey(ExperimentConfig experiment, int width, Target target) {}

  /**
   * An experiment, ready to train.
   *
   * @throws ExperimentException if its parts do not fit together
   */
  public PreparedTrial of(LoadedConfig config) {
    ExperimentConfig experiment = config.experiment();
    SplitData split = data.data(experiment, config.folder());
    var trial = new Trial(template(config, split), split, experiment.seed(), Optional.empty());
    return new PreparedTrial(trial);
  }

  /** The same, which also saves what pictures of it are drawn from. */
  public PreparedTrial recorded(LoadedConfig config) {
    Plots plots = config.experiment().plots();
    return new PreparedTrial(of(config).trial().recorded(plots));
  }

  private TrialTemplate template(LoadedConfig config, SplitData split) {
    ExperimentConfig any = config.experiment().with(new Seeds());
    var key = new TemplateKey(any, split.width(), split.target());
    synchronized (templates) {
      // not computeIfAbsent, during which the map must not change
      TrialTemplate known = templates.get(key);
      if (known == null) {
        known = monitored(Experiment.of(config, data).trial());
        templates.put(key, known);
      }
      return known;
    }
  }

  private TrialTemplate monitored(Trial trial) {
    TrialTemplate template = trial.template();
    if (bestBy.isEmpty() || template.monitor().isPresent()) {
      return template;
    }
    var never = new EarlyStopping(bestBy.get(), Integer.MAX_VALUE, 0, false);
    try {
      return template.monitored(trial.metrics().monitor(never, trial.data()));
    } catch (IllegalArgumentException e) {
      throw new ExperimentException("batch.compare.epoch", e);
    }
  }
}
