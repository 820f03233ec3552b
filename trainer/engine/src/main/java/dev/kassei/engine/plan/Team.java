package dev.kassei.engine.plan;

import static dev.kassei.api.value.Requirements.require;

import dev.kassei.engine.kernel.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * Threads that compute shares of one step together: the calling thread and its helpers, which start
 * when first needed and end with {@link #close}. For one caller at a time.
 */
public final class Team implements AutoCloseable {
  /** How often a helper looks for work before it sleeps: about 20 µs. */
  private static final int HELPER_SPINS = 500;

  /** How often the caller looks for the end of a share before it sleeps: about 200 µs. */
  private static final int CALLER_SPINS = 5_000;

  /** How long the caller sleeps where a helper does not get a processor. */
  private static final long CALLER_SLEEP_NANOS = 20_000;

  private final int size;
  private final List<Helper> helpers = new ArrayList<>();

  /**
   * Makes a team.
   *
   * @param size the number of threads, the caller's among them
   */
  public Team(int size) {
    require(size > 0, "a team needs at least 1 thread but has %s", size);
    this.size = size;
  }

  /** The caller alone. */
  public static Team alone() {
    return new Team(1);
  }

  /** The number of threads. */
  public int size() {
    return size;
  }

  /** Runs shares of a step at the same time, one per thread, and returns when all are done. */
  void run(Step[] shares, int batch) {
    start();
    for (int i = 1; i < shares.length; i++) {
      helpers.get(i - 1).give(shares[i], batch);
    }
    try {
      shares[0].run(batch);
    } finally {
      for (int i = 1; i < shares.length; i++) {
        helpers.get(i - 1).await();
      }
    }
    for (int i = 1; i < shares.length; i++) {
      helpers.get(i - 1).check();
    }
  }

  private void start() {
    while (helpers.size() < size - 1) {
      var helper = new Helper("kassei-helper-" + (helpers.size() + 1));
      helper.start(); // which the system may refuse
      helpers.add(helper);
    }
  }

  /** Ends the helpers. */
  @Override
  public void close() {
    helpers.forEach(Helper::end);
    helpers.clear();
  }

  private static final class Helper extends Thread {
    private static final Step NOTHING = batch -> {};
    private static final Step END = batch -> {};

    private volatile Step task = NOTHING;
    private int batch;
    private Throwable failure = new IllegalStateException("nothing failed");
    private boolean failed;

    Helper(String name) {
      super(name);
      setDaemon(true);
    }

    void give(Step step, int rows) {
      batch = rows;
      failed = false;
      task = step;
      LockSupport.unpark(this);
    }

    void await() {
      for (int i = 0; task != NOTHING; i++) {
        pause(i);
      }
    }

    void check() {
      if (failed) {
        throw new IllegalStateException("a share of a step failed: " + failure, failure);
      }
    }

    void end() {
      await();
      give(END, 0);
    }

    @Override
    public void run() {
      while (true) {
        for (int i = 0; task == NOTHING; i++) {
          if (i < HELPER_SPINS) {
            Thread.onSpinWait();
          } else {
            LockSupport.park(this);
          }
        }
        if (task == END) {
          return;
        }
        compute(task);
        task = NOTHING;
      }
    }

    private void compute(Step step) {
      try {
        step.run(batch);
      } catch (RuntimeException | Error e) {
        failure = e;
        failed = true;
      }
    }

    /** The caller waits for a share that is nearly done, on a machine that may be busy. */
    private static void pause(int times) {
      if (times < CALLER_SPINS) {
        Thread.onSpinWait();
      } else {
        LockSupport.parkNanos(CALLER_SLEEP_NANOS);
      }
    }
  }
}
