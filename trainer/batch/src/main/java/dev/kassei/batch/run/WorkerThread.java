package dev.kassei.batch.run;

import dev.kassei.batch.history.Site;
import dev.kassei.batch.run.ChunkDesk.Chunk;
import dev.kassei.batch.worker.Message;
import dev.kassei.experiment.checkpoint.CheckpointFolder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Gives one worker after the other in a slot bundles of chunks, and takes what comes of them. */
final class WorkerThread extends Thread {
  private static final String NOT_GIVEN = "it has trained what it was not given";

  private final WorkerSlot slot;
  private final Message.Begin begin;
  private final Stage stage;
  private final ChunkDesk desk;
  private final BundleSize size;
  private final CheckpointFolder checkpoints;
  private final TrialExecutor.Ended ended;
  private final StopSignal stop;
  private final WorkerListener listener;
  private final WorkerReports reports;
  private Optional<Throwable> failure = Optional.empty();

  WorkerThread(
      WorkerSlot slot,
      Message.Begin begin,
      Stage stage,
      ChunkDesk desk,
      BundleSize size,
      CheckpointFolder checkpoints,
      TrialExecutor.Ended ended,
      StopSignal stop,
      WorkerListener listener,
      WorkerReports reports) {
    super("kassei-worker");
    setDaemon(true);
    this.slot = slot;
    this.begin = begin;
    this.stage = stage;
    this.desk = desk;
    this.size = size;
    this.checkpoints = checkpoints;
    this.ended = ended;
    this.stop = stop;
    this.listener = listener;
    this.reports = reports;
  }

  @Override
  public void run() {
    try {
      List<Chunk> bundle = desk.next(size.chunks());
      while (!bundle.isEmpty()) {
        attempt(bundle);
        bundle = desk.next(size.chunks());
      }
    } catch (IOException | RuntimeException | Error e) {
      failure = Optional.of(e);
      stop.request();
    }
  }

  void finish() {
    while (true) {
      try {
        join();
        return;
      } catch (InterruptedException e) {
        stop.interrupt();
      }
    }
  }

  /** What ended it, and so the batch. */
  Optional<Throwable> failure() {
    return failure;
  }

  private void attempt(List<Chunk> bundle) throws IOException {
    var left = new LinkedHashMap<String, Job>();
    bundle.forEach(chunk -> chunk.jobs().forEach(job -> left.put(job.key(), job)));
    long start = System.nanoTime();
    try {
      slot.train(
          begin,
          new Message.Train(bundle.stream().map(this::group).toList()),
          this::begun,
          (message, site) -> take(message, site, left));
      if (!left.isEmpty()) {
        throw slot.lost("it is done too early");
      }
      desk.done();
      size.took(bundle.size(), System.nanoTime() - start);
    } catch (LostWorkerException e) {
      lost(bundle.stream().flatMap(chunk -> chunk.of(left.keySet()).stream()).toList(), e);
    } finally {
      reports.ended(slot.number());
    }
  }

  private void begun() {
    reports.begun(slot.number());
    desk.prepare(size.chunks());
  }

  private Message.Group group(Chunk chunk) {
    return new Message.Group(chunk.jobs().stream().map(this::order).toList());
  }

  private Message.Order order(Job job) {
    return new Message.Order(
        stage == Stage.TUNING, job.number(), job.axes(), job.key(), job.isRecorded());
  }

  private void take(Message message, Site site, Map<String, Job> left)
      throws IOException, LostWorkerException {
    if (message instanceof Message.Ended all) {
      List<TrainedTrial> trained = trained(all, left);
      reports.trained(slot.number(), site, trained.size());
      synchronized (ended) {
        ended.trials(trained, site);
      }
    } else if (message instanceof Message.Unrun unrun) {
      var obstacle = new Obstacle(unrun.reason(), unrun.advice(), unrun.isTemporary());
      Job job = taken(unrun.key(), left);
      synchronized (ended) {
        ended.couldNotRun(job, obstacle);
      }
    } else {
      throw slot.lost("it says what is not asked for");
    }
  }

  /** All are taken, or none is. */
  private List<TrainedTrial> trained(Message.Ended all, Map<String, Job> left)
      throws LostWorkerException {
    var records = new ArrayList<TrialRecord>();
    for (Message.Result result : all.results()) {
      records.add(record(result.record(), left));
    }
    // the worker may have saved states on the way
    checkpoints.notice(records.stream().map(TrialRecord::key).toList());
    var trained = new ArrayList<TrainedTrial>();
    for (int i = 0; i < records.size(); i++) {
      TrialRecord record = records.get(i);
      Job job = taken(record.key(), left);
      Message.Result result = all.results().get(i);
      trained.add(new TrainedTrial(job, record, result.line(), result.surfaces()));
    }
    return trained;
  }

  private TrialRecord record(byte[] bytes, Map<String, Job> left) throws LostWorkerException {
    TrialRecord record;
    try {
      record = RecordBytes.read(bytes);
    } catch (IllegalArgumentException e) {
      throw slot.lost("its record cannot be understood: " + e.getMessage());
    }
    if (!left.containsKey(record.key())) {
      throw slot.lost(NOT_GIVEN);
    }
    return record;
  }

  private Job taken(String key, Map<String, Job> left) throws LostWorkerException {
    Optional<Job> job = Optional.ofNullable(left.remove(key));
    return job.orElseThrow(() -> slot.lost(NOT_GIVEN));
  }

  private void lost(List<Chunk> left, LostWorkerException reason) {
    if (stop.isRequested()) {
      desk.done();
      return;
    }
    listener.said("%s; another one takes its place".formatted(reason.getMessage()));
    reports.lost(slot.number());
    if (!reason.wasReady()) {
      desk.back(left);
      return;
    }
    for (Job job : desk.lost(left)) {
      synchronized (ended) {
        ended.couldNotRun(job, Obstacle.lostWorkers(String.valueOf(reason.getMessage())));
      }
    }
  }
}
