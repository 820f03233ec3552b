package dev.kassei.experiment.config;

import dev.kassei.api.DatasetSource;
import dev.kassei.api.Inline;
import dev.kassei.api.Required;
import java.util.Optional;

/**
 * A data set and what is done with it before training.
 *
 * @param source where the rows come from
 * @param split how they are divided
 * @param standardize whether features are shifted and scaled to mean 0 and standard deviation 1, as
 *     measured on the training rows
 * @param target what is done with targets that are numbers
 * @param augment how images are changed by chance in training
 */
public record DatasetConfig(
    @Inline @Required DatasetSource source,
    Split split,
    boolean standardize,
    TargetConfig target,
    Optional<Augment> augment) {
  /** All rows for training, as they are; the source is an example without meaning. */
  public DatasetConfig() {
    this(
        context -> {
          throw new IllegalArgumentException("no data set was chosen");
        },
        new Split(),
        false);
  }

  /** A data set whose targets and images stay as they are. */
  public DatasetConfig(DatasetSource source, Split split, boolean standardize) {
    this(source, split, standardize, new TargetConfig(), Optional.empty());
  }
}
