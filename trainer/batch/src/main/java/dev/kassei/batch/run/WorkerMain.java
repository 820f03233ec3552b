package dev.kassei.batch.run;

import dev.kassei.batch.worker.MessageStreams;
import dev.kassei.batch.worker.WorkerCommand;
import dev.kassei.batch.worker.WorkerLink;
import dev.kassei.batch.worker.WorkerProcess;
import dev.kassei.experiment.plugin.PluginExit;
import dev.kassei.experiment.plugin.PluginProblem;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A process that trains trials for another one, which speaks to it over the standard input and
 * output.
 */
public final class WorkerMain {
  private static final int SIGNS_PER_LEASE = 5;
  private static final int END_MILLIS = 8_000;

  private WorkerMain() {}

  /**
   * Starts such processes with the Java, the options and the class path of this one.
   *
   * @param lease within which they give several signs of life
   */
  static WorkerLink.Launcher launcher(Duration lease) {
    long millis = lease.toMillis() / SIGNS_PER_LEASE;
    return WorkerProcess.launcher(WorkerCommand.of(WorkerMain.class, Long.toString(millis)));
  }

  /**
   * Works until the coordinator is gone.
   *
   * @param arguments how often to give a sign of life, in milliseconds
   */
  public static void main(String[] arguments) {
    var streams =
        new MessageStreams(
            new FileInputStream(FileDescriptor.in), new FileOutputStream(FileDescriptor.out));
    var printed =
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
    // plugins print, too
    System.setOut(printed);
    System.setIn(InputStream.nullInputStream());
    System.setProperty("java.awt.headless", "true");
    var stop = new StopSignal();
    var done = new CountDownLatch(1);
    endCleanly(stop, done, printed);
    var session =
        new WorkerSession(
            streams, stop, Long.parseLong(arguments[0]), WorkerMain::endWhateverHappens);
    int code = session.run();
    done.countDown();
    System.exit(code);
  }

  /** Training ends by itself, but for a plugin that does not. */
  private static void endWhateverHappens() {
    try {
      Thread.sleep(END_MILLIS);
      Runtime.getRuntime().halt(1);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Whoever ends it lets it save states, as Ctrl-C does, which every process of a terminal gets.
   */
  private static void endCleanly(StopSignal stop, CountDownLatch done, PrintStream printed) {
    Runnable end =
        () -> {
          PluginExit.culprit().ifPresent(plugin -> fail(plugin, printed));
          await(stop, done);
        };
    Runtime.getRuntime().addShutdownHook(new Thread(end, "kassei-end"));
  }

  /** Its trial does not go on to a place where it can be saved, so there is nothing to wait for. */
  private static void fail(PluginProblem culprit, PrintStream printed) {
    printed.println("a plugin fails: " + culprit);
    Runtime.getRuntime().halt(1);
  }

  private static void await(StopSignal stop, CountDownLatch done) {
    stop.request();
    try {
      done.await(END_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
