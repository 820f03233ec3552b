package dev.kassei.batch.run;

import dev.kassei.batch.worker.Message;
import dev.kassei.batch.worker.MessageStreams;
import dev.kassei.engine.logging.Logs;
import java.io.IOException;
import java.nio.file.Path;
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
    } catch (IOException e) {
      // the coordinator is gone, so nobody would hear
      return FAILED;
    } catch (RuntimeException e) {
      return Refusal.of(e).map(this::refuse).orElseGet(() -> defect(e));
    } catch (Error e) {
      return defect(e);
    }
  }

  private static int defect(Throwable problem) {
    Logs.of(WorkerSession.class)
        .ifPresent(log -> log.error("a worker ends: {}", problem.toString(), problem));
    return FAILED;
  }

  private int refuse(Message.Refused refusal) {
    try {
      streams.send(refusal);
    } catch (IOException e) {
      return FAILED;
    }
    return 0;
  }

  private void work(Message.Begin begin) throws IOException {
    WorkerBatch batch = WorkerBatch.load(begin, Path.of(""));
    try (ChunkTrainer trainer = batch.trainer(stop, new ToldResults(streams::send))) {
      streams.send(batch.ready());
      Optional<Message> message = inbox.next();
      while (message.isPresent() && message.get() instanceof Message.Train train) {
        batch.train(train, trainer, stop);
        streams.send(new Message.Done());
        message = inbox.next();
      }
    }
  }
}
