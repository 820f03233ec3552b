package dev.kassei.batch.run;

import dev.kassei.batch.history.Site;
import java.util.HashMap;
import java.util.Map;

/** Tells a listener of the workers of one stage. For use by several threads. */
interface WorkerReports {
  /** What was given to the worker of a slot is on its way. */
  void begun(int slot);

  /** A process has trained trials side by side. */
  void trained(int slot, Site site, int trials);

  /** All that was given to the worker of a slot has ended, or does so no more. */
  void ended(int slot);

  /** The worker of a slot was lost. */
  void lost(int slot);

  /** Where each slot has a worker of its own. */
  static WorkerReports bySlot(WorkerListener listener) {
    return new WorkerReports() {
      @Override
      public void begun(int slot) {
        listener.busy(slot);
      }

      @Override
      public void trained(int slot, Site site, int trials) {
        listener.trained(slot, trials);
      }

      @Override
      public void ended(int slot) {
        listener.idle(slot);
      }

      @Override
      public void lost(int slot) {
        listener.lost(slot);
      }
    };
  }

  /**
   * Where a cluster says who has trained only once it is done: processes are numbered as they come,
   * and are at work from then on.
   */
  static WorkerReports bySite(WorkerListener listener) {
    Map<String, Integer> numbers = new HashMap<>();
    return new WorkerReports() {
      @Override
      public void begun(int slot) {}

      @Override
      public synchronized void trained(int slot, Site site, int trials) {
        int next = numbers.size() + 1;
        if (numbers.putIfAbsent(site.name(), next) == null) {
          listener.busy(next);
        }
        listener.trained(numbers.getOrDefault(site.name(), next), trials);
      }

      @Override
      public void ended(int slot) {}

      @Override
      public void lost(int slot) {}
    };
  }
}
