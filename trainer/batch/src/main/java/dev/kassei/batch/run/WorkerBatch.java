package dev.kassei.batch.run;

import dev.kassei.batch.history.Site;
import dev.kassei.batch.plan.BatchConfig;
import dev.kassei.batch.plan.FileLoader;
import dev.kassei.batch.worker.Message;
import dev.kassei.experiment.checkpoint.CheckpointFolder;
import dev.kassei.experiment.checkpoint.InputFiles;
import dev.kassei.experiment.config.ConfigSource;
import dev.kassei.experiment.config.ExperimentException;
import dev.kassei.experiment.plugin.KasseiCode;
import dev.kassei.experiment.plugin.Plugins;
import dev.kassei.experiment.training.RunOptions;
import dev.kassei.results.file.Sync;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/** The batch of a coordinator as a worker has it. For use by several threads. */
final class WorkerBatch {
  private final Jobs jobs;
  private final OrderedTrials trials;
  private final CheckpointFolder checkpoints;
  private final RunOptions run;
  private final Site here;

  private WorkerBatch(
      Jobs jobs, OrderedTrials trials, CheckpointFolder checkpoints, RunOptions run, Site here) {
    this.jobs = jobs;
    this.trials = trials;
    this.checkpoints = checkpoints;
    this.run = run;
    this.here = here;
  }

  /**
   * Loads it.
   *
   * @param root where paths of the message start that are not absolute
   * @throws ExperimentException if this is another Kassei, or the batch cannot be loaded here
   */
  static WorkerBatch load(Message.Begin begin, Path root) throws IOException {
    requireSameCode(begin);
    Map<String, Path> copies = new HashMap<>();
    begin.copies().forEach((path, name) -> copies.put(path, root.resolve(name)));
    ConfigSource source =
        ConfigSource.text(root.resolve(begin.source()).toString(), begin.yaml()).with(copies);
    BatchConfig batch = new FileLoader(Plugins.builtIn()).batch(source, List.of());
    var inputs = new InputFiles();
    Jobs jobs = Jobs.of(batch, begin.code(), inputs);
    Path states = root.resolve(begin.checkpoints());
    return new WorkerBatch(
        jobs,
        new OrderedTrials(batch, jobs),
        new CheckpointFolder(states, batch.checkpoint(), Sync.DISK).of(inputs),
        new RunOptions(begin.threads(), 1, RunOptions.Kernels.valueOf(begin.kernels()), false),
        Site.here(begin.release(), begin.code(), begin.threads(), begin.kernels()));
  }

  private static void requireSameCode(Message.Begin begin) {
    if (!begin.code().equals(KasseiCode.hash())) {
      throw new ExperimentException(
          "kassei",
          "its code is another one than where the batch was started; both need the same build");
    }
  }

  /** Says that it is there. */
  Message.Ready ready() {
    return new Message.Ready(here.facts());
  }

  /**
   * What trains, on one thread.
   *
   * @param ended told of trials as they end
   */
  ChunkTrainer trainer(StopSignal stop, TrialExecutor.Ended ended) {
    return new ChunkTrainer(jobs.experiments(), run, stop, checkpoints, ended, here);
  }

  /**
   * Trains one group after the other.
   *
   * @throws CancellationException if training was stopped
   * @throws ExperimentException if a trial is another one here
   */
  void train(Message.Train train, ChunkTrainer trainer, StopSignal stop) throws IOException {
    for (Message.Group group : train.groups()) {
      ChunkQueue queue = queue(group);
      for (var chunk = queue.next(); chunk.isPresent(); chunk = queue.next()) {
        if (stop.isRequested()) {
          throw new CancellationException();
        }
        trainer.train(chunk.get());
      }
    }
  }

  /** Trials whose states are of different epochs are trained one after the other. */
  private synchronized ChunkQueue queue(Message.Group group) {
    checkpoints.notice(group.orders().stream().map(Message.Order::key).toList());
    List<Job> together = group.orders().stream().map(trials::job).toList();
    var options =
        new BatchOptions(
            1, Optional.of(Math.max(1, together.size())), RunOptions.Kernels.AUTO, false, true);
    return new ChunkQueue(together.iterator(), checkpoints, options);
  }
}
