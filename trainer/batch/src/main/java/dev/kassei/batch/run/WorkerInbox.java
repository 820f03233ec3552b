package dev.kassei.batch.run;

import dev.kassei.batch.worker.Message;
import dev.kassei.batch.worker.MessageStreams;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * Receives what a coordinator says while a worker trains, and gives it signs of life. Once it is
 * gone, training is stopped.
 */
final class WorkerInbox {
  private final MessageStreams streams;
  private final StopSignal stop;
  private final long signMillis;
  private final Runnable whenGone;
  private final BlockingQueue<Optional<Message>> messages = new LinkedBlockingQueue<>();

  /**
   * @param signMillis how often to give a sign of life
   * @param whenGone called once the coordinator is gone
   */
  WorkerInbox(MessageStreams streams, StopSignal stop, long signMillis, Runnable whenGone) {
    this.streams = streams;
    this.stop = stop;
    this.signMillis = signMillis;
    this.whenGone = whenGone;
  }

  void open() {
    daemon("kassei-worker-inbox", this::receive);
    daemon("kassei-worker-life", this::giveSigns);
  }

  private static void daemon(String name, Runnable work) {
    var thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
  }

  /** The next message; empty once the coordinator is gone. */
  Optional<Message> next() {
    while (true) {
      try {
        return messages.take();
      } catch (InterruptedException e) {
        // a plugin was it: who ends a worker closes its stream
        Thread.interrupted();
      }
    }
  }

  private void receive() {
    try {
      while (true) {
        messages.add(Optional.of(streams.receive()));
      }
    } catch (IOException e) {
      messages.add(Optional.empty());
      stop.request();
      whenGone.run();
    }
  }

  private void giveSigns() {
    try {
      while (sleeps(signMillis)) {
        streams.send(new Message.Alive());
      }
    } catch (IOException e) {
      stop.request();
    }
  }

  private static boolean sleeps(long millis) {
    try {
      Thread.sleep(millis);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
