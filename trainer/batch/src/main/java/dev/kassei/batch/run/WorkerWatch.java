package dev.kassei.batch.run;

import java.time.Duration;
import java.util.List;

/** A thread that looks after all workers, several times in a second. */
final class WorkerWatch extends Thread {
  private static final int TICK_MILLIS = 100;

  /** Workers that are to end save states; then they are ended. */
  static final int PATIENCE_TICKS = 80;

  private final List<WorkerSlot> slots;
  private final Runnable others;
  private volatile boolean isOver;

  /**
   * @param others what is done as often
   */
  WorkerWatch(List<WorkerSlot> slots, Runnable others) {
    super("kassei-worker-watch");
    setDaemon(true);
    this.slots = List.copyOf(slots);
    this.others = others;
  }

  static int ticks(Duration time) {
    return (int) Math.min(Integer.MAX_VALUE, time.toMillis() / TICK_MILLIS);
  }

  @Override
  public void run() {
    try {
      while (!isOver) {
        Thread.sleep(TICK_MILLIS);
        slots.forEach(WorkerSlot::tick);
        others.run();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  void end() {
    isOver = true;
  }
}
