package dev.kassei.batch.run;

import dev.kassei.batch.worker.Message;
import dev.kassei.batch.worker.MessageStreams;
import dev.kassei.batch.worker.WorkerLink;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;

/**
 * Workers that train nothing, but answer over sockets at once: with the same result for each trial.
 */
final class AnsweringWorkers {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final TrialRecord record;
  private final LongAdder messages = new LongAdder();
  private final LongAdder busyNanos = new LongAdder();

  /**
   * @param record the result, but for its key
   */
  AnsweringWorkers(TrialRecord record) {
    this.record = record;
  }

  /** How many messages went to and from them. */
  long messages() {
    return messages.sum();
  }

  /** The processor time of their threads, in nanoseconds. */
  long busyNanos() {
    return busyNanos.sum();
  }

  /** What starts them. */
  WorkerLink.Launcher launcher() {
    return new FakeWorkers((worker, message) -> Optional.of(message), this::work);
  }

  private void work(int worker, MessageStreams coordinator) {
    try {
      coordinator.receive();
      coordinator.send(new Message.Ready(Map.of("process", "0")));
      while (true) {
        var train = (Message.Train) coordinator.receive();
        long before = THREADS.getCurrentThreadCpuTime();
        answer(coordinator, train);
        busyNanos.add(THREADS.getCurrentThreadCpuTime() - before);
      }
    } catch (IOException e) {
      // the coordinator is gone
    }
  }

  private void answer(MessageStreams streams, Message.Train train) throws IOException {
    for (Message.Group group : train.groups()) {
      streams.send(
          new Message.Ended(group.orders().stream().map(order -> result(order.key())).toList()));
    }
    streams.send(new Message.Done());
    messages.add(train.groups().size() + 2);
  }

  private Message.Result result(String key) {
    var same =
        new TrialRecord(
            key,
            record.status(),
            record.reason(),
            record.epochs(),
            record.bestEpoch(),
            record.rows(),
            record.guess(),
            record.last(),
            record.best(),
            record.curve(),
            record.digest(),
            record.seconds(),
            record.site());
    return new Message.Result(RecordBytes.of(same), Journal.line(same), Optional.empty());
  }
}
