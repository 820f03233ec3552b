package dev.kassei.batch.saved;

import dev.kassei.batch.plan.BatchConfig;
import dev.kassei.batch.plan.TrialConfig;
import dev.kassei.batch.run.BatchJournal;
import dev.kassei.batch.run.BatchResults;
import dev.kassei.batch.run.TrialResult;
import dev.kassei.experiment.config.ExperimentException;
import dev.kassei.experiment.config.LoadedConfig;
import dev.kassei.results.record.BatchFiles;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One trial of a batch as an experiment that can be run by itself, to the same bits.
 *
 * @param config the experiment with the settings that were chosen for it, called {@code
 *     BATCH-trial-N}
 * @param digest of what came out in the batch; empty if that is not known
 */
public record SingleTrial(LoadedConfig config, Optional<String> digest) {
  private static final String OPTION = "--trial";
  private static final int MAX_NAME_CHARS = 100;

  /**
   * Finds a trial.
   *
   * @param results what is known of the batch
   * @param id its number, or its key as it stands in {@code trials.csv}
   * @param code names the code of Kassei, on which keys depend
   * @throws ExperimentException if there is no such trial, or its settings have not been chosen
   */
  public static SingleTrial of(BatchConfig batch, BatchResults results, String id, String code) {
    TrialConfig trial = trial(batch, results, id, code);
    return of(batch, trial, result(results, trial));
  }

  /** A trial that has ended. */
  static SingleTrial of(BatchConfig batch, TrialResult result) {
    return of(batch, batch.trials().get(result.number() - 1), Optional.of(result));
  }

  private static SingleTrial of(
      BatchConfig batch, TrialConfig trial, Optional<TrialResult> result) {
    LoadedConfig config = tuned(batch, trial, result).config();
    return new SingleTrial(
        config.named(name(batch, trial.number())), result.map(it -> it.record().digest()));
  }

  private static String name(BatchConfig batch, int number) {
    String own = "trial-" + number;
    return batch.name().length() > MAX_NAME_CHARS ? own : batch.name() + "-" + own;
  }

  private static Optional<TrialResult> result(BatchResults results, TrialConfig trial) {
    return results.trials().stream()
        .filter(result -> result.axes().equals(trial.axes()))
        .findFirst();
  }

  private static TrialConfig tuned(
      BatchConfig batch, TrialConfig trial, Optional<TrialResult> result) {
    if (batch.tune().isEmpty()) {
      return trial;
    }
    return result
        .flatMap(it -> batch.tune().get().tuned(trial, it.tuned()))
        .orElseThrow(
            () ->
                new ExperimentException(
                    OPTION,
                    "the settings of trial %s are chosen by tuning, which has not come to it here; run the"
                            .formatted(trial.number())
                        + " batch, then name its folder: kassei run runs/%s --trial %s"
                            .formatted(batch.name(), trial.number())));
  }

  private static TrialConfig trial(
      BatchConfig batch, BatchResults results, String id, String code) {
    int most = batch.trials().size();
    OptionalInt number = isNumber(id) ? number(id) : byKey(batch, results, id, code);
    if (number.isEmpty() || number.getAsInt() < 1 || number.getAsInt() > most) {
      throw new ExperimentException(
          OPTION,
          "expected the number of a trial from 1 to %s, or a key as in %s, but was '%s'"
              .formatted(most, BatchFiles.TRIALS, id));
    }
    return batch.trials().get(number.getAsInt() - 1);
  }

  /** Keys have 16 digits. */
  private static boolean isNumber(String id) {
    return id.matches("\\d{1,9}");
  }

  private static OptionalInt number(String id) {
    return OptionalInt.of(Integer.parseInt(id));
  }

  private static OptionalInt byKey(
      BatchConfig batch, BatchResults results, String key, String code) {
    for (TrialResult result : results.trials()) {
      if (BatchFiles.shortKey(result.record().key()).equals(key)) {
        return batch.trials().stream()
            .filter(trial -> trial.axes().equals(result.axes()))
            .mapToInt(TrialConfig::number)
            .findFirst();
      }
    }
    return batch.tune().isPresent() ? OptionalInt.empty() : BatchJournal.find(batch, code, key);
  }
}
