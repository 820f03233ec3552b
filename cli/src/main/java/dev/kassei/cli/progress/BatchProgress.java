package dev.kassei.cli.progress;

import dev.kassei.batch.analysis.BestSoFar;
import dev.kassei.batch.plan.BatchConfig;
import dev.kassei.batch.run.BatchListener;
import dev.kassei.batch.run.TrialResult;
import dev.kassei.batch.run.TrialStatus;
import dev.kassei.cli.sheet.TimeText;
import dev.kassei.results.text.Rounded;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * How far a batch is: one line that is written over where there is a terminal, and a line now and
 * then where there is none.
 */
public final class BatchProgress implements BatchListener {
  private static final int RATE_DIGITS = 3;
  private static final long NANOS_PER_SECOND = 1_000_000_000;
  private static final long TERMINAL_INTERVAL_NANOS = NANOS_PER_SECOND / 10;
  private static final long FIRST_INTERVAL_NANOS = 5 * NANOS_PER_SECOND;
  private static final String TRIALS = "trials";

  private final PrintWriter err;
  private final StatusLine status;
  private final LongSupplier clock;
  private final Optional<BestSoFar> best;
  private final int threads;
  private final WorkerRates workers = new WorkerRates();
  private boolean isOn;
  private String what = "";
  private long total;
  private long done;
  private long before;
  private long failed;
  private int bulks;
  private long start;
  private long next;
  private long interval;

  /**
   * Of a batch on some threads.
   *
   * @param batch whose compared values are watched; empty where none are
   */
  public BatchProgress(PrintWriter err, int threads, Optional<BatchConfig> batch) {
    this(err, threads, batch, new StatusLine(err), System::nanoTime);
  }

  /** With a clock in nanoseconds. */
  BatchProgress(
      PrintWriter err,
      int threads,
      Optional<BatchConfig> batch,
      StatusLine status,
      LongSupplier clock) {
    this.err = err;
    this.threads = threads;
    this.best = batch.filter(each -> status.isThere()).map(BestSoFar::new);
    this.status = status;
    this.clock = clock;
  }

  @Override
  public synchronized void started(String kind, long all, List<TrialResult> trained) {
    what = kind;
    total = all;
    before = 0;
    done = 0;
    bulks = 0;
    workers.clear();
    isOn = true;
    start = clock.getAsLong();
    interval = status.isThere() ? TERMINAL_INTERVAL_NANOS : FIRST_INTERVAL_NANOS;
    next = start + interval;
    known(trained);
    if (before > 0) {
      status.clear();
      err.println("%s: %s of %s are there already".formatted(kind, before, all));
    }
    status.show(line(start));
  }

  @Override
  public synchronized void known(List<TrialResult> trials) {
    watch(trials, what);
    before += trials.size();
    done += trials.size();
  }

  @Override
  public synchronized void noneIsKnown(int others) {
    status.clear();
    err.printf(
        "none of the %s trials in the journal is one of this batch, as after a change of Kassei, of a"
            + " plugin, of the data or of the configuration; all are trained anew%n",
        others);
  }

  @Override
  public synchronized void ended(List<TrialResult> trials) {
    done += trials.size();
    bulks++;
    failed +=
        trials.stream().filter(each -> each.record().status() != TrialStatus.COMPLETED).count();
    watch(trials, what);
    long now = clock.getAsLong();
    if (now - next >= 0) {
      show(now);
      // lines in a file become rarer, so that a long batch does not fill it
      interval = status.isThere() ? interval : Math.min(2 * interval, 300 * NANOS_PER_SECOND);
      next = now + interval;
    }
  }

  @Override
  public synchronized void busy(int worker) {
    workers.of(worker).busy(clock.getAsLong());
  }

  @Override
  public synchronized void trained(int worker, int trials) {
    workers.of(worker).trained(trials, clock.getAsLong());
  }

  @Override
  public synchronized void idle(int worker) {
    workers.of(worker).idle(clock.getAsLong());
  }

  @Override
  public synchronized void lost(int worker) {
    workers.of(worker).lost();
  }

  /** Of a worker that says nothing the line still says for how long. */
  @Override
  public synchronized void ticked() {
    long now = clock.getAsLong();
    if (isOn && status.isThere() && now - next >= 0) {
      show(now);
      next = now + interval;
    }
  }

  private void watch(List<TrialResult> trials, String kind) {
    if (kind.equals(TRIALS)) {
      best.ifPresent(it -> it.add(trials));
    }
  }

  private void show(long now) {
    if (status.isThere()) {
      String line = line(now);
      String straggler = workers.straggler(now);
      status.show(line + workers.each(now) + straggler, line + straggler, line);
    } else {
      err.println(line(now));
      err.flush();
    }
  }

  private String line(long now) {
    String failures = failed > 0 ? ", " + failed + " failed or diverged" : "";
    return what + " " + done + "/" + total + speed(now) + failures + ahead();
  }

  /** Trials end in bulks: before one has ended on each thread nobody knows how fast it goes. */
  private String speed(long now) {
    if (bulks < threads) {
      return "";
    }
    double rate = (done - before) / Math.max(1e-9, (now - start) * 1e-9);
    return ", %s/s, %s left"
        .formatted(Rounded.CONSOLE.digits(rate, RATE_DIGITS), TimeText.of((total - done) / rate));
  }

  private String ahead() {
    return what.equals(TRIALS)
        ? best.flatMap(BestSoFar::leader).map(BatchProgress::described).orElse("")
        : "";
  }

  private static String described(BestSoFar.Leader leader) {
    return ", best %s %s %s"
        .formatted(leader.value(), Rounded.CONSOLE.metric(leader.mean()), leader.metric());
  }

  @Override
  public synchronized void said(String line) {
    status.clear();
    err.println(line);
  }

  @Override
  public synchronized void finished() {
    isOn = false;
    status.clear();
    workers.summary(clock.getAsLong()).forEach(each -> err.println(what + ": " + each));
  }
}
