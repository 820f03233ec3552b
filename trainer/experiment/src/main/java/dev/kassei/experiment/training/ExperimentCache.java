package dev.kassei.experiment.training;

import dev.kassei.api.ImageShape;
import dev.kassei.api.Target;
import dev.kassei.engine.LruCache;
import dev.kassei.experiment.config.EarlyStopping;
import dev.kassei.experiment.config.ExperimentConfig;
import dev.kassei.experiment.config.ExperimentException;
import dev.kassei.experiment.config.LoadedConfig;
import dev.kassei.experiment.config.Seeds;
import dev.kassei.experiment.data.DataCache;
import dev.kassei.experiment.data.SplitData;
import dev.kassei.experiment.plugin.OwnPluginException;
import java.util.Optional;

/**
 * Prepares experiments for training by a {@link LaneTrainer}: data is loaded once, and parts are
 * wired once for all experiments that differ in their seeds alone. For use by several threads.
 */
public final class ExperimentCache {
  /** How much is held of data sets, and as much of their parts, in bytes. */
  private static final long DATA_BYTES = 1L << 27;

  private static final int MAX_TEMPLATES = 256;

  private final Optional<String> bestBy;
  private final DataCache data = new DataCache(DATA_BYTES);
  private final LruCache<TemplateKey, TrialTemplate> templates = new LruCache<>(MAX_TEMPLATES);
  private volatile Optional<Prepared> last = Optional.empty();

  /** Finds the best epoch of experiments with early stopping alone. */
  public ExperimentCache() {
    this(Optional.empty());
  }

  /**
   * @param bestBy the metric that tells the best epoch of experiments without early stopping; empty
   *     if nobody asks for it
   */
  public ExperimentCache(Optional<String> bestBy) {
    this.bestBy = bestBy;
  }

  /** What of data decides over a template; its numbers do not. */
  private record Form(int width, Optional<ImageShape> image, Target target) {
    static Form of(SplitData split) {
      return new Form(split.width(), split.image(), split.target());
    }
  }

  private record TemplateKey(ExperimentConfig experiment, Form form) {}

  /**
   * The experiment that was asked for last. Most are followed by others that differ in seeds alone;
   * to see that takes less than to hash all that they consist of.
   */
  private record Prepared(LoadedConfig config, TrialTemplate template, SplitData data) {
    boolean serves(LoadedConfig other) {
      Seeds seeds = config.experiment().seed();
      Seeds others = other.experiment().seed();
      return config.experiment().hasPartsOf(other.experiment())
          && config.folder().equals(other.folder())
          && seeds.data() == others.data()
          && seeds.split() == others.split();
    }

    boolean hasTemplateOf(LoadedConfig other, SplitData split) {
      return config.experiment().hasPartsOf(other.experiment())
          && Form.of(data).equals(Form.of(split));
    }
  }

  /**
   * An experiment, ready to train.
   *
   * @throws ExperimentException if its parts do not fit together
   * @throws OwnPluginException if a plugin that the program gives fails
   */
  public PreparedTrial prepare(LoadedConfig config) {
    return OwnPluginException.building(
        config.plugins(),
        () -> {
          Prepared prepared = last.filter(it -> it.serves(config)).orElseGet(() -> found(config));
          return trial(prepared.template(), config, prepared.data());
        });
  }

  private Prepared found(LoadedConfig config) {
    SplitData split = data(config);
    TrialTemplate template =
        last.filter(it -> it.hasTemplateOf(config, split))
            .map(Prepared::template)
            .orElseGet(() -> template(config, split));
    var found = new Prepared(config, template, split);
    last = Optional.of(found);
    return found;
  }

  private static PreparedTrial trial(TrialTemplate template, LoadedConfig config, SplitData split) {
    return new PreparedTrial(template, split, config.experiment().seed(), Optional.empty());
  }

  /**
   * The data of an experiment, loaded and split.
   *
   * @throws ExperimentException if it cannot be read or used
   */
  public SplitData data(LoadedConfig config) {
    return data.data(config.experiment(), config.folder());
  }

  private TrialTemplate template(LoadedConfig config, SplitData split) {
    ExperimentConfig any = config.experiment().with(new Seeds());
    var key = new TemplateKey(any, Form.of(split));
    return templates.get(key, () -> wired(config, split));
  }

  private TrialTemplate wired(LoadedConfig config, SplitData split) {
    TrialTemplate template = TrainingModule.template(config, split);
    trial(template, config, split).requireArrays();
    EmbeddedColumns.require(template.network().prediction(), split);
    if (bestBy.isEmpty() || template.monitor().isPresent()) {
      return template;
    }
    var never = new EarlyStopping(bestBy.get(), Integer.MAX_VALUE, 0, false);
    try {
      return template.monitored(template.metrics().monitor(never, split));
    } catch (IllegalArgumentException e) {
      throw new ExperimentException("batch.compare.epoch", e);
    }
  }
}
