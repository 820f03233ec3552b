package dev.kassei.batch.run;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Hands out chunks in bundles to those who train them, and takes back what is lost with a worker.
 * Nobody knows which chunk of a bundle is to blame, so each is tried once more, by itself, and then
 * divided. A trial that ends two workers by itself is given up. For use by several threads.
 */
final class ChunkDesk {
  private static final int MAX_LOSSES = 2;
  private static final int WAIT_MILLIS = 100;

  private final ChunkQueue queue;
  private final int workers;
  private final StopSignal stop;
  private final Deque<Chunk> again = new ArrayDeque<>();
  private int outside;

  /**
   * @param workers how many take bundles at once
   */
  ChunkDesk(ChunkQueue queue, int workers, StopSignal stop) {
    this.queue = queue;
    this.workers = workers;
    this.stop = stop;
  }

  /**
   * Trials that are trained side by side.
   *
   * @param losses how many workers were lost with them
   */
  record Chunk(List<Job> jobs, int losses) {
    Chunk {
      jobs = List.copyOf(jobs);
    }

    /** Those of its trials that have these keys; empty if none has. */
    Optional<Chunk> of(Set<String> keys) {
      List<Job> some = jobs.stream().filter(job -> keys.contains(job.key())).toList();
      return some.isEmpty() ? Optional.empty() : Optional.of(new Chunk(some, losses));
    }
  }

  /**
   * The next bundle; empty once there is none, or training was stopped. While others have some, a
   * chunk may come back, which is waited for.
   *
   * @param most how many chunks it may have; there are fewer towards the end, so that every worker
   *     has some
   */
  synchronized List<Chunk> next(int most) {
    try {
      while (!stop.isRequested()) {
        Optional<List<Chunk>> bundle = poll(most);
        if (bundle.isPresent()) {
          return bundle.get();
        }
        // whoever holds a bundle says so, but that training was stopped has to be looked for
        wait(WAIT_MILLIS);
      }
    } catch (InterruptedException e) {
      stop.interrupt();
    }
    return List.of();
  }

  /** The same without waiting: empty where a chunk may come back, no chunks once there are none. */
  synchronized Optional<List<Chunk>> poll(int most) {
    List<Chunk> bundle = again.isEmpty() ? fresh(most) : List.of(again.remove());
    if (!bundle.isEmpty()) {
      outside++;
    }
    return bundle.isEmpty() && outside > 0 ? Optional.empty() : Optional.of(bundle);
  }

  private List<Chunk> fresh(int most) {
    int share = prepare(most) / workers;
    var bundle = new ArrayList<Chunk>();
    Optional<List<ChunkQueue.Task>> chunk = queue.next();
    while (chunk.isPresent()) {
      bundle.add(new Chunk(chunk.get().stream().map(ChunkQueue.Task::job).toList(), 0));
      chunk = bundle.size() < share ? queue.next() : Optional.empty();
    }
    return bundle;
  }

  /**
   * Makes so many chunks for each worker, so that the next bundles need not be waited for.
   *
   * @return how many there are
   */
  int prepare(int most) {
    return queue.size((int) Math.min(Integer.MAX_VALUE, (long) most * workers));
  }

  /** All of a bundle that was handed out is done. */
  synchronized void done() {
    outside--;
    notifyAll();
  }

  /** What is left of a bundle that was handed out is to be tried as if nothing had happened. */
  synchronized void back(List<Chunk> left) {
    again.addAll(left);
    done();
  }

  /**
   * A worker was lost with what is left of a bundle.
   *
   * @return the trials that are given up; the others are tried again
   */
  synchronized List<Job> lost(List<Chunk> left) {
    var givenUp = new ArrayList<Job>();
    for (Chunk chunk : left) {
      lost(chunk.jobs(), chunk.losses() + 1).ifPresent(givenUp::add);
    }
    done();
    return givenUp;
  }

  private Optional<Job> lost(List<Job> jobs, int losses) {
    if (losses < MAX_LOSSES) {
      again.add(new Chunk(jobs, losses));
      return Optional.empty();
    }
    if (jobs.size() == 1) {
      return Optional.of(jobs.get(0));
    }
    int half = jobs.size() / 2;
    again.add(new Chunk(jobs.subList(0, half), 0));
    again.add(new Chunk(jobs.subList(half, jobs.size()), 0));
    return Optional.empty();
  }
}
