package dev.kassei.batch.run;

import dev.kassei.batch.plan.BatchConfig;
import dev.kassei.batch.plan.TrialConfig;
import dev.kassei.batch.plan.Tune;
import dev.kassei.experiment.checkpoint.InputFiles;
import dev.kassei.experiment.config.ExperimentConfig;
import dev.kassei.experiment.config.ExperimentException;
import dev.kassei.experiment.config.LastExperiment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
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
    var kinds = new Kinds(batch, jobs, checked, new HashMap<>());
    var last = new LastExperiment<OptionalLong>();
    var surfaces = new ArrayList<SurfaceBudget.Candidate>();
    for (TrialConfig trial : batch.trials()) {
      last.get(trial.config().experiment(), () -> kinds.surfaceBytes(trial))
          .ifPresent(
              each ->
                  surfaces.add(
                      new SurfaceBudget.Candidate(
                          trial.number(), trial.axesWithoutSeeds().toString(), each)));
    }
    return SurfaceBudget.of(surfaces);
  }

  /** Experiments without their seeds, and what a file of the surface of each takes. */
  private record Kinds(
      BatchConfig batch,
      Jobs jobs,
      BiConsumer<TrialConfig, Job> checked,
      Map<ExperimentConfig, OptionalLong> bytes) {
    /** That of a trial, which is checked if it is the first of its kind. */
    OptionalLong surfaceBytes(TrialConfig trial) {
      return bytes.computeIfAbsent(
          trial.config().withoutSeedsAndNames().experiment(), kind -> check(trial));
    }

    private OptionalLong check(TrialConfig trial) {
      TrialConfig whole = batch.tune().map(tune -> tune.tuned(trial, 0)).orElse(trial);
      Job job = jobs.check(whole, batch.compare(), batch.tune().map(Tune::metric));
      checked.accept(trial, job);
      return job.surfaceBytes();
    }
  }
}
