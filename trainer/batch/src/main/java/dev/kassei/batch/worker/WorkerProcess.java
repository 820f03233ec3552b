package dev.kassei.batch.worker;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A worker that is a child of this process: messages go over its standard input and output. */
public final class WorkerProcess implements WorkerLink {
  private static final int END_MILLIS = 10_000;

  private final Process process;
  private final MessageStreams streams;

  private WorkerProcess(Process process, Consumer<String> output) {
    this.process = process;
    this.streams = new MessageStreams(process.getInputStream(), process.getOutputStream(), output);
  }

  /** Starts workers by a command. */
  public static Launcher launcher(List<String> command) {
    return output -> {
      var worker = new WorkerProcess(new ProcessBuilder(command).start(), output);
      worker.follow(output);
      return worker;
    };
  }

  /** It must not wait because nobody reads what it prints. */
  private void follow(Consumer<String> output) {
    daemon("kassei-worker-output", () -> readLines(output));
  }

  private void readLines(Consumer<String> output) {
    try (var lines =
        new BufferedReader(
            new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8))) {
      lines.lines().forEach(output);
    } catch (IOException | UncheckedIOException e) {
      output.accept("what it prints cannot be read: " + e.getMessage());
    }
  }

  @Override
  public void send(Message message) throws IOException {
    try {
      streams.send(message);
    } catch (IOException e) {
      // whatever the system calls it
      throw ended(e);
    }
  }

  private static EOFException ended(IOException reason) {
    var ended = new EOFException();
    ended.initCause(reason);
    return ended;
  }

  @Override
  public Message receive() throws IOException {
    return streams.receive();
  }

  @Override
  public boolean isAlive() {
    return process.isAlive();
  }

  /** On a thread of its own, since one that was stopped does not take what is under way. */
  @Override
  public void end() {
    daemon("kassei-worker-end", this::close);
  }

  private void close() {
    try {
      streams.end();
    } catch (IOException e) {
      kill(); // it does not read any more
    }
  }

  private static void daemon(String name, Runnable work) {
    var thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void kill() {
    process.destroyForcibly();
  }

  @Override
  public String name() {
    return "process " + process.pid();
  }

  @Override
  public String ending() {
    try {
      if (process.waitFor(END_MILLIS, TimeUnit.MILLISECONDS)) {
        return "exit code " + process.exitValue();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return "it has closed its output and does not end";
  }
}
