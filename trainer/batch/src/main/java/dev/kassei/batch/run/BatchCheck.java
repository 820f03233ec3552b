package dev.kassei.batch.run;

import dev.kassei.batch.plan.BatchConfig;
import dev.kassei.batch.plan.TrialConfig;
import dev.kassei.batch.plan.Tune;
import dev.kassei.experiment.checkpoint.InputFiles;
import dev.kassei.experiment.config.ExperimentConfig;
import dev.kassei.experiment.config.ExperimentException;
import dev.kassei.experiment.config.Measure;
import java.util.HashSet;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Checks a batch before anything is trained. No folder is changed. */
public final class BatchCheck {
  private BatchCheck() {}

  /**
   * Checks all that a {@link BatchRunner} checks before it trains, and loads the data for it.
   *
   * @param code names the code of Kassei, on which keys depend
   * @throws ExperimentException if a trial cannot be trained, or will not have what is compared
   */
  public static void check(BatchConfig batch, String code) {
    check(batch, Jobs.of(batch, code, new InputFiles()), (trial, job) -> {});
  }

  /**
   * Checks a trial of each kind that differs in more than its seeds.
   *
   * @param checked takes each of them
   */
  static void check(BatchConfig batch, Jobs jobs, BiConsumer<TrialConfig, Job> checked) {
    var seen = new HashSet<ExperimentConfig>();
    Optional<Measure> chooses = batch.tune().map(Tune::metric);
    for (TrialConfig trial : batch.trials()) {
      if (seen.add(trial.config().withoutSeedsAndNames().experiment())) {
        TrialConfig whole = batch.tune().map(tune -> tune.tuned(trial, 0)).orElse(trial);
        checked.accept(trial, jobs.check(whole, batch.compare(), chooses));
      }
    }
  }
}
