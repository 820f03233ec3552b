package dev.kassei.batch.run;

import dev.kassei.batch.history.Site;
import dev.kassei.batch.plan.BatchConfig;
import dev.kassei.batch.plan.FileLoader;
import dev.kassei.batch.worker.Message;
import dev.kassei.batch.worker.MessageStreams;
import dev.kassei.engine.logging.Logs;
import dev.kassei.experiment.checkpoint.CheckpointFolder;
import dev.kassei.experiment.checkpoint.InputChangedException;
import dev.kassei.experiment.checkpoint.InputFiles;
import dev.kassei.experiment.config.ConfigSource;
import dev.kassei.experiment.config.ExperimentException;
import dev.kassei.experiment.plugin.KasseiCode;
import dev.kassei.experiment.plugin.Plugins;
import dev.kassei.experiment.training.RunOptions;
import dev.kassei.results.file.Sync;
import dev.kassei.results.file.WriteFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/** Trains what a coordinator asks for, and says what comes of it, until that is gone. */
final class WorkerSession {
  private static final int FAILED = 1;

  private final MessageStreams streams;
  private final StopSignal stop;
  private final WorkerInbox inbox;

  /**
   * @param signMillis how often to give a sign of life
   * @param whenGone called once the coordinator is gone
   */
  WorkerSession(MessageStreams streams, StopSignal stop, long signMillis, Runnable whenGone) {
    this.streams = streams;
    this.stop = stop;
    this.inbox = new WorkerInbox(streams, stop, signMillis, whenGone);
  }

  /**
   * Works to the end.
   *
   * @return the exit code of the process
   */
  int run() {
    try {
      inbox.open();
      Optional<Message> first = inbox.next();
      if (first.isPresent() && first.get() instanceof Message.Begin begin) {
        work(begin);
      }
      return 0;
    } catch (CancellationException e) {
      return 0;
    } catch (ExperimentException e) {
      return refuse(String.valueOf(e.getMessage()), e.isTemporary());
    } catch (InputChangedException e) {
      return refuse(String.valueOf(e.getMessage()), false);
    } catch (UncheckedIOException e) {
      return refuse(e.getCause());
    } catch (IOException e) {
      // the coordinator is gone, so nobody would hear
      return FAILED;
    } catch (RuntimeException | Error e) {
      Logs.of(WorkerSession.class).ifPresent(log -> log.error("a worker ends", e));
      return FAILED;
    }
  }

  private int refuse(IOException unwritten) {
    String reason = "results cannot be written: " + WriteFailure.reason(unwritten);
    return refuse(reason, WriteFailure.isTemporary(unwritten));
  }

  private int refuse(String reason, boolean isTemporary) {
    try {
      streams.send(new Message.Refused(reason, isTemporary));
    } catch (IOException e) {
      return FAILED;
    }
    return 0;
  }

  private void work(Message.Begin begin) throws IOException {
    requireSameCode(begin);
    BatchConfig batch =
        new FileLoader(Plugins.builtIn())
            .batch(ConfigSource.text(begin.source(), begin.yaml()), List.of());
    var inputs = new InputFiles();
    Jobs jobs = Jobs.of(batch, begin.code(), inputs);
    var checkpoints =
        new CheckpointFolder(Path.of(begin.checkpoints()), batch.checkpoint(), Sync.DISK)
            .of(inputs);
    var run =
        new RunOptions(begin.threads(), 1, RunOptions.Kernels.valueOf(begin.kernels()), false);
    Site here = Site.here(begin.release(), begin.code(), begin.threads(), begin.kernels());
    try (var trainer =
        new ChunkTrainer(jobs.experiments(), run, stop, checkpoints, new Told(), here)) {
      var trials = new OrderedTrials(batch, jobs);
      streams.send(new Message.Ready(here.facts()));
      Optional<Message> message = inbox.next();
      while (message.isPresent() && message.get() instanceof Message.Train train) {
        train(train, trials, checkpoints, trainer);
        streams.send(new Message.Done());
        message = inbox.next();
      }
    }
  }

  private static void requireSameCode(Message.Begin begin) {
    if (!begin.code().equals(KasseiCode.hash())) {
      throw new ExperimentException(
          "kassei",
          "its code is another one than where the batch was started; both need the same build");
    }
  }

  private void train(
      Message.Train train, OrderedTrials trials, CheckpointFolder checkpoints, ChunkTrainer trainer)
      throws IOException {
    for (Message.Group group : train.groups()) {
      train(group, trials, checkpoints, trainer);
    }
  }

  /** Trials whose states are of different epochs are trained one after the other. */
  private void train(
      Message.Group group, OrderedTrials trials, CheckpointFolder checkpoints, ChunkTrainer trainer)
      throws IOException {
    checkpoints.notice(group.orders().stream().map(Message.Order::key).toList());
    List<Job> jobs = group.orders().stream().map(trials::job).toList();
    var together =
        new BatchOptions(
            1, Optional.of(Math.max(1, jobs.size())), RunOptions.Kernels.AUTO, false, true);
    var queue = new ChunkQueue(jobs.iterator(), checkpoints, together);
    for (var chunk = queue.next(); chunk.isPresent(); chunk = queue.next()) {
      if (stop.isRequested()) {
        throw new CancellationException();
      }
      trainer.train(chunk.get());
    }
  }

  /** Says what comes of trials to the coordinator. */
  private final class Told implements TrialExecutor.Ended {
    @Override
    public void begins() {}

    @Override
    public void trials(List<TrainedTrial> trained, Site site) throws IOException {
      streams.send(new Message.Ended(trained.stream().map(Told::result).toList()));
    }

    private static Message.Result result(TrainedTrial trained) {
      return new Message.Result(
          trained.line(), trained.surfaces().map(surfaces -> surfaces.last()));
    }

    @Override
    public void couldNotRun(Job job, Obstacle obstacle) {
      try {
        streams.send(
            new Message.Unrun(
                job.key(), obstacle.reason(), obstacle.advice(), obstacle.isTemporary()));
      } catch (IOException e) {
        throw new CancellationException();
      }
    }
  }
}
