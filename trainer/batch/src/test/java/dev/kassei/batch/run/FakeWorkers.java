package dev.kassei.batch.run;

import dev.kassei.batch.worker.Message;
import dev.kassei.batch.worker.MessageStreams;
import dev.kassei.batch.worker.WorkerLink;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Workers that are threads of the test and talk over sockets, as those of other machines would, and
 * to which something happens.
 */
final class FakeWorkers implements WorkerLink.Launcher {
  /** Of the first worker, so rare that a test does not see one. */
  private static final long NO_SIGN_MILLIS = 1_000_000;

  private static final long SIGN_MILLIS = 50;

  private final Fault fault;
  private final Work work;
  private final AtomicInteger started = new AtomicInteger();

  /** Workers that train. */
  FakeWorkers(Fault fault) {
    this(fault, FakeWorkers::train);
  }

  FakeWorkers(Fault fault, Work work) {
    this.fault = fault;
    this.work = work;
  }

  /** What workers do. */
  interface Work {
    /**
     * Works to the end of the batch, on a thread of its own.
     *
     * @param worker which one it is, from 1
     */
    void run(int worker, MessageStreams coordinator);
  }

  /** What happens to workers. */
  interface Fault {
    /**
     * Called with each message to a worker before it gets there.
     *
     * @param worker which one it is, from 1
     * @return what it gets instead; empty if that is nothing
     * @throws IOException if it dies of it
     */
    Optional<Message> on(int worker, Message message) throws IOException;
  }

  /** How many were started. */
  int started() {
    return started.get();
  }

  @Override
  public WorkerLink start(Consumer<String> output) throws IOException {
    int number = started.incrementAndGet();
    try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var near = new Socket(server.getInetAddress(), server.getLocalPort());
      Socket far = server.accept();
      // small messages are not to wait for each other
      near.setTcpNoDelay(true);
      far.setTcpNoDelay(true);
      work(number, far);
      output.accept("is there");
      return new Link(number, near);
    }
  }

  private void work(int number, Socket socket) throws IOException {
    var streams = new MessageStreams(socket.getInputStream(), socket.getOutputStream());
    var thread =
        new Thread(
            () -> {
              work.run(number, streams);
              close(socket);
            });
    thread.setDaemon(true);
    thread.start();
  }

  private static void train(int number, MessageStreams coordinator) {
    long signMillis = number == 1 ? NO_SIGN_MILLIS : SIGN_MILLIS;
    new WorkerSession(coordinator, new StopSignal(), signMillis, () -> {}).run();
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private final class Link implements WorkerLink {
    private final int number;
    private final Socket socket;
    private final MessageStreams streams;

    Link(int number, Socket socket) throws IOException {
      this.number = number;
      this.socket = socket;
      this.streams = new MessageStreams(socket.getInputStream(), socket.getOutputStream());
    }

    @Override
    public void send(Message message) throws IOException {
      Optional<Message> what = fault.on(number, message);
      if (what.isPresent()) {
        streams.send(what.get());
      }
    }

    @Override
    public Message receive() throws IOException {
      return streams.receive();
    }

    @Override
    public boolean isAlive() {
      return !socket.isClosed();
    }

    @Override
    public void end() {
      close(socket);
    }

    @Override
    public void kill() {
      close(socket);
    }

    @Override
    public String name() {
      return "thread " + number;
    }

    @Override
    public String ending() {
      return "closed";
    }
  }
}
