package dev.kassei.batch.run;

import dev.kassei.batch.plan.BatchConfig;
import dev.kassei.batch.plan.TrialConfig;
import dev.kassei.batch.plan.Tune;
import dev.kassei.experiment.checkpoint.InputFiles;
import dev.kassei.experiment.config.ExperimentConfig;
import dev.kassei.experiment.config.ExperimentException;
import dev.kassei.experiment.config.Measure;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Optional;
import java.util.OptionalLong;
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
   * @return which trials save their surfaces
   */
  static SurfaceBudget check(BatchConfig batch, Jobs jobs, BiConsumer<TrialConfig, Job> checked) {
    var bytes = new HashMap<ExperimentConfig, OptionalLong>();
    var surfaces = new ArrayList<SurfaceBudget.Candidate>();
    Optional<Measure> chooses = batch.tune().map(Tune::metric);
    for (TrialConfig trial : batch.trials()) {
      ExperimentConfig kind = trial.config().withoutSeedsAndNames().experiment();
      if (!bytes.containsKey(kind)) {
        TrialConfig whole = batch.tune().map(tune -> tune.tuned(trial, 0)).orElse(trial);
        Job job = jobs.check(whole, batch.compare(), chooses);
        checked.accept(trial, job);
        bytes.put(kind, job.surfaceBytes());
      }
      bytes
          .get(kind)
          .ifPresent(
              each ->
                  surfaces.add(
                      new SurfaceBudget.Candidate(
                          trial.number(), trial.axesWithoutSeeds().toString(), each)));
    }
    return SurfaceBudget.of(surfaces);
  }
}
