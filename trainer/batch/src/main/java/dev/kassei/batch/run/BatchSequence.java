package dev.kassei.batch.run;

import dev.kassei.batch.plan.BatchConfig;
import dev.kassei.batch.plan.TrialConfig;
import dev.kassei.batch.plan.Tune;
import dev.kassei.experiment.training.ExperimentCache;
import dev.kassei.experiment.training.Metrics;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * Asks for all results of a batch in its order: first the candidates of its tuning, then its trials
 * with the settings that were chosen for them.
 */
final class BatchSequence {
  private final BatchConfig batch;
  private final ExperimentCache experiments;
  private final TrialSource source;
  private final Shards.Share share;

  /**
   * @param share whose results are asked for
   */
  BatchSequence(
      BatchConfig batch, ExperimentCache experiments, TrialSource source, Shards.Share share) {
    this.share = share;
    this.batch = batch;
    this.experiments = experiments;
    this.source = source;
  }

  /** All results that the source has. */
  BatchResults results() throws IOException {
    if (batch.tune().isEmpty()) {
      return new BatchResults(trials(Optional::of), List.of());
    }
    Tune tune = batch.tune().get();
    Tuning tuning = tuning(tune);
    return new BatchResults(trials(trial -> chosen(trial, tune, tuning)), tuning.results());
  }

  private Tuning tuning(Tune tune) throws IOException {
    String metric = tune.metric().toString();
    Metrics metrics = experiments.prepare(batch.trials().get(0).config()).metrics();
    var tuning =
        new Tuning(
            tune,
            batch.trials(),
            metrics.higherIsBetter(metric),
            classes -> metrics.undecided(metric, classes));
    Iterator<TrialConfig> candidates =
        IntStream.range(0, tune.groups())
            .filter(share::hasGroup)
            .mapToObj(tune::candidates)
            .flatMap(List::stream)
            .iterator();
    source.candidates(
        candidates,
        share.candidates(),
        (candidate, result) -> tuning.add(candidate, result.record()));
    return tuning;
  }

  /** The trial with the settings chosen for it; empty while they are not. */
  private static Optional<TrialConfig> chosen(TrialConfig trial, Tune tune, Tuning tuning) {
    OptionalInt chosen = tuning.chosen(tune.group(trial));
    return chosen.isPresent()
        ? Optional.of(tune.tuned(trial, chosen.getAsInt()))
        : Optional.empty();
  }

  /** Gives a trial the settings that it is trained with; empty while they are not known. */
  private interface Settings {
    Optional<TrialConfig> of(TrialConfig trial);
  }

  private List<TrialResult> trials(Settings settings) throws IOException {
    var results = new ArrayList<TrialResult>();
    Iterator<TrialConfig> trials =
        batch.trials().stream()
            .filter(share::has)
            .flatMap(trial -> settings.of(trial).stream())
            .iterator();
    source.trials(trials, share.size(), (trial, result) -> results.add(result));
    results.sort(Comparator.comparingInt(TrialResult::number));
    return results;
  }
}
