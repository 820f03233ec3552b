package dev.kassei.batch.run;

import dev.kassei.batch.history.Site;
import dev.kassei.batch.worker.Lease;
import dev.kassei.batch.worker.Message;
import dev.kassei.batch.worker.WorkerLink;
import dev.kassei.batch.worker.WorkerPool;
import dev.kassei.experiment.config.ExperimentException;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The place of one worker, in which another one is started when it is lost. One thread trains; a
 * watch ticks beside it.
 */
final class WorkerSlot {
  private final int number;
  private final WorkerPool pool;
  private final WorkerStarts starts;
  private final Workers workers;
  private final StopSignal stop;
  private final Consumer<String> say;
  private final Lease lease;
  private final Lease patience = new Lease(WorkerWatch.PATIENCE_TICKS);
  private Site site = new Site(Map.of());
  private volatile Optional<WorkerLink> link = Optional.empty();
  private volatile boolean isWaiting;
  private volatile boolean isSilent;
  private boolean isEnding;

  /**
   * @param number from 1
   * @param starts counts those that fail
   * @param say takes what is to be said of the worker
   */
  WorkerSlot(
      int number,
      WorkerPool pool,
      WorkerStarts starts,
      Workers workers,
      StopSignal stop,
      Consumer<String> say) {
    this.number = number;
    this.pool = pool;
    this.starts = starts;
    this.workers = workers;
    this.stop = stop;
    this.say = say;
    this.lease = new Lease(WorkerWatch.ticks(workers.lease()));
  }

  int number() {
    return number;
  }

  /** Takes what a worker says of trials. */
  interface Taker {
    void take(Message message, Site site) throws IOException, LostWorkerException;
  }

  /**
   * Lets a worker train, which is started if there is none.
   *
   * @param meanwhile what is done while it trains
   * @throws LostWorkerException if it is lost before it is done
   * @throws ExperimentException if it refuses the batch
   */
  void train(Message.Begin begin, Message.Train train, Runnable meanwhile, Taker taker)
      throws IOException, LostWorkerException {
    WorkerLink worker = worker(begin);
    send(worker, train);
    meanwhile.run();
    Message message = receive(worker);
    while (!(message instanceof Message.Done)) {
      if (message instanceof Message.Ready ready) {
        // of a cluster, each task may be done by another one
        site = new Site(ready.facts());
      } else {
        taker.take(message, site);
      }
      message = receive(worker);
    }
  }

  private WorkerLink worker(Message.Begin begin) throws LostWorkerException {
    Optional<WorkerLink> there = link.filter(WorkerLink::isAlive);
    return there.isPresent() ? there.get() : started(begin);
  }

  private WorkerLink started(Message.Begin begin) throws LostWorkerException {
    isSilent = false;
    WorkerLink worker;
    try {
      worker = pool.start(line -> say.accept("worker %s: %s".formatted(number, line)));
    } catch (IOException e) {
      throw notStarted("a worker cannot be started: " + e.getMessage());
    }
    link = Optional.of(worker);
    try {
      send(worker, begin);
      Message answer = receive(worker);
      if (!(answer instanceof Message.Ready ready)) {
        throw lost(worker, "it is not ready");
      }
      site = new Site(ready.facts());
    } catch (LostWorkerException e) {
      throw notStarted(String.valueOf(e.getMessage()));
    }
    starts.succeeded();
    return worker;
  }

  private LostWorkerException notStarted(String reason) {
    requirePool(reason);
    if (!stop.isRequested()) {
      starts.failed(reason);
    }
    return new LostWorkerException(reason, false);
  }

  private void send(WorkerLink worker, Message message) throws LostWorkerException {
    await();
    try {
      worker.send(message);
    } catch (IOException e) {
      throw lost(worker, message(e));
    } finally {
      isWaiting = false;
    }
  }

  /** The next message that is more than a sign of life. */
  private Message receive(WorkerLink worker) throws LostWorkerException {
    Message message = next(worker);
    while (message instanceof Message.Alive) {
      message = next(worker);
    }
    if (message instanceof Message.Refused refused) {
      String reason = "worker %s: %s".formatted(number, refused.reason());
      throw refused.isTemporary()
          ? ExperimentException.temporary(workers.option(), reason)
          : new ExperimentException(workers.option(), reason);
    }
    return message;
  }

  private Message next(WorkerLink worker) throws LostWorkerException {
    await();
    try {
      return worker.receive();
    } catch (IOException e) {
      throw lost(worker, message(e));
    } finally {
      isWaiting = false;
    }
  }

  /** The end of a stream says nothing. */
  private static String message(IOException problem) {
    return Optional.ofNullable(problem.getMessage()).orElse("");
  }

  private void await() {
    lease.renew();
    isWaiting = true;
  }

  /** Drops a worker that is of no use any more. */
  LostWorkerException lost(String reason) {
    return link.map(worker -> lost(worker, reason))
        .orElseGet(() -> new LostWorkerException(reason, true));
  }

  /** Where no other worker can take its place, this one is not to blame. */
  private void requirePool(String reason) {
    if (!pool.isAlive() && !stop.isRequested()) {
      throw ExperimentException.temporary(
          workers.option(),
          "the application has ended: %s. What was trained is saved, and the same command resumes"
              .formatted(reason));
    }
  }

  private LostWorkerException lost(WorkerLink worker, String reason) {
    String why = why(worker, reason);
    worker.kill();
    requirePool(reason);
    link = Optional.empty();
    return new LostWorkerException(
        "worker %s (%s): %s".formatted(number, worker.name(), why), true);
  }

  /** One that has closed its stream is given time to end, which may tell more. */
  private String why(WorkerLink worker, String reason) {
    if (isSilent) {
      return "it gave no sign of life for %s s".formatted(workers.lease().toSeconds());
    }
    return reason.isEmpty() ? worker.ending() : reason;
  }

  /** Looks after the worker, as often as the watch ticks. */
  void tick() {
    Optional<WorkerLink> worker = link;
    if (worker.isEmpty()) {
      return;
    }
    if (stop.isRequested()) {
      end(worker.get());
    } else if (isWaiting && lease.tick()) {
      isSilent = true;
      worker.get().kill();
    }
  }

  private void end(WorkerLink worker) {
    if (!isEnding) {
      isEnding = true;
      worker.end();
    } else if (patience.tick()) {
      worker.kill();
    }
  }

  /** Lets the worker end. */
  void letEnd() {
    link.ifPresent(WorkerLink::end);
  }

  /** Waits for its end, but not for ever. */
  void close() {
    link.ifPresent(
        worker -> {
          worker.ending();
          worker.kill();
        });
    link = Optional.empty();
  }
}
