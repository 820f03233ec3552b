package dev.kassei.batch.run;

import dev.kassei.batch.plan.BatchConfig;
import dev.kassei.batch.plan.TrialConfig;
import dev.kassei.batch.plan.Tune;
import dev.kassei.batch.worker.Message.Order;
import dev.kassei.experiment.config.ExperimentException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Makes the jobs that another process asks for, and refuses those that it means differently. */
final class OrderedTrials {
  private static final String OTHER =
      "%s %s is another one here than where the batch was started, as after a change of its data or of a plugin; start again";

  private final BatchConfig batch;
  private final Jobs jobs;

  OrderedTrials(BatchConfig batch, Jobs jobs) {
    this.batch = batch;
    this.jobs = jobs;
  }

  /**
   * The job of an order.
   *
   * @throws ExperimentException if the trial has another key here
   */
  Job job(Order order) {
    Optional<Job> job = trial(order).map(trial -> jobs.of(trial).recorded(order.isRecorded()));
    return job.filter(made -> made.key().equals(order.key()))
        .orElseThrow(
            () ->
                new ExperimentException(
                    "batch",
                    OTHER.formatted(
                        order.isCandidate() ? "tuning trial" : "trial", order.number())));
  }

  private Optional<TrialConfig> trial(Order order) {
    if (order.isCandidate()) {
      return batch.tune().map(tune -> tune.candidate(order.number()));
    }
    if (order.number() < 1 || order.number() > batch.trials().size()) {
      return Optional.empty();
    }
    TrialConfig trial = batch.trials().get(order.number() - 1);
    return batch.tune().isEmpty()
        ? Optional.of(trial)
        : batch.tune().flatMap(tune -> tune.tuned(trial, tuned(tune, order)));
  }

  private static Map<String, String> tuned(Tune tune, Order order) {
    var tuned = new LinkedHashMap<>(order.axes());
    tuned.keySet().retainAll(tune.axes().keySet());
    return tuned;
  }
}
