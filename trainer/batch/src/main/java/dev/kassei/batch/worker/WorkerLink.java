package dev.kassei.batch.worker;

import java.io.IOException;
import java.util.function.Consumer;

/** A worker as its coordinator sees it. For use by several threads, of which one receives. */
public interface WorkerLink {
  /** Starts workers. */
  @FunctionalInterface
  interface Launcher {
    /**
     * Starts a worker.
     *
     * @param output takes each line that it prints beside its messages, from a thread of its own
     * @throws IOException if it cannot be started
     */
    WorkerLink start(Consumer<String> output) throws IOException;
  }

  /**
   * Sends a message.
   *
   * @throws IOException if the worker is not there any more
   */
  void send(Message message) throws IOException;

  /**
   * Waits for a message.
   *
   * @throws IOException if the worker has ended, or says what is no message
   */
  Message receive() throws IOException;

  /** Whether it has not ended. */
  boolean isAlive();

  /** Lets it end: it saves the states of trials on their way. */
  void end();

  /** Ends it at once, stopped or not. */
  void kill();

  /** Which one it is, such as {@code process 123}. */
  String name();

  /** How it ended, such as {@code exit code 137}; to be asked after its end. */
  String ending();
}
