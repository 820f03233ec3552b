package dev.kassei.batch.run;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Hands out chunks to those who train them, and takes back what is lost with a worker: it is tried
 * once more, then divided. A trial that ends two workers by itself is given up. For use by several
 * threads.
 */
final class ChunkDesk {
  private static final int MAX_LOSSES = 2;
  private static final int WAIT_MILLIS = 100;

  private final ChunkQueue queue;
  private final StopSignal stop;
  private final Deque<Chunk> again = new ArrayDeque<>();
  private int outside;

  ChunkDesk(ChunkQueue queue, StopSignal stop) {
    this.queue = queue;
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

    /** Those of its trials that are left, with what is known of them all. */
    Chunk of(Collection<Job> left) {
      return new Chunk(List.copyOf(left), losses);
    }
  }

  /**
   * The next chunk; empty once there are none, or training was stopped. While others have some, one
   * may come back, which is waited for.
   */
  synchronized Optional<Chunk> next() {
    try {
      while (!stop.isRequested()) {
        Optional<Chunk> chunk = Optional.ofNullable(again.poll()).or(this::fresh);
        if (chunk.isPresent()) {
          outside++;
          return chunk;
        }
        if (outside == 0) {
          return Optional.empty();
        }
        // whoever holds a chunk says so, but that training was stopped has to be looked for
        wait(WAIT_MILLIS);
      }
    } catch (InterruptedException e) {
      stop.interrupt();
    }
    return Optional.empty();
  }

  private Optional<Chunk> fresh() {
    return queue
        .next()
        .map(tasks -> new Chunk(tasks.stream().map(ChunkQueue.Task::job).toList(), 0));
  }

  /** A chunk that was handed out is done. */
  synchronized void done() {
    outside--;
    notifyAll();
  }

  /** What is left of a chunk that was handed out is to be tried as if nothing had happened. */
  synchronized void back(Chunk left) {
    if (!left.jobs().isEmpty()) {
      again.addFirst(left);
    }
    done();
  }

  /**
   * A worker was lost with what is left of a chunk.
   *
   * @return the trial that is given up; empty if all are tried again
   */
  synchronized Optional<Job> lost(Chunk left) {
    var chunk = new Chunk(left.jobs(), left.losses() + 1);
    if (chunk.losses() < MAX_LOSSES || chunk.jobs().isEmpty()) {
      back(chunk);
      return Optional.empty();
    }
    if (chunk.jobs().size() == 1) {
      done();
      return Optional.of(chunk.jobs().get(0));
    }
    int half = chunk.jobs().size() / 2;
    again.addFirst(new Chunk(chunk.jobs().subList(half, chunk.jobs().size()), 0));
    back(new Chunk(chunk.jobs().subList(0, half), 0));
    return Optional.empty();
  }
}
