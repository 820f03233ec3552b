package dev.kassei.batch.run;

import dev.kassei.experiment.checkpoint.CheckpointFolder;
import dev.kassei.experiment.training.TrialState;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;

/**
 * Trials in chunks that are trained side by side. Jobs are made while others train, as many as
 * chunks need that are asked for. For use by several threads.
 */
final class ChunkQueue {
  /** More jobs than this do not wait for others like them. */
  private static final int MAX_WAITING = 1 << 14;

  private final Iterator<Job> jobs;
  private final CheckpointFolder checkpoints;
  private final BatchOptions options;
  private final Map<Together, List<Task>> waiting = new LinkedHashMap<>();
  private final Queue<List<Task>> chunks = new ArrayDeque<>();
  private int count;

  /**
   * @param jobs made when they are asked for, by one thread at a time
   */
  ChunkQueue(Iterator<Job> jobs, CheckpointFolder checkpoints, BatchOptions options) {
    this.jobs = jobs;
    this.checkpoints = checkpoints;
    this.options = options;
  }

  /**
   * A trial and where it resumes.
   *
   * @param state empty if it begins
   */
  record Task(Job job, Optional<TrialState> state) {
    Task anew() {
      return new Task(job, Optional.empty());
    }

    private int epochs() {
      return state.map(begun -> begun.epochs().size()).orElse(0);
    }

    private int rows() {
      return state.map(begun -> begun.position().rows()).orElse(0);
    }
  }

  /** Trials are trained side by side from equal positions on. */
  private record Together(Job.Group group, int epochs, int rows) {}

  /** The next trials that are trained side by side; empty once there are none. */
  synchronized Optional<List<Task>> next() {
    fill(1);
    return Optional.ofNullable(chunks.poll());
  }

  /** The number of chunks, or {@code most} if there are more. */
  synchronized int size(int most) {
    fill(most);
    return Math.min(most, chunks.size());
  }

  private void fill(int wanted) {
    while (chunks.size() < wanted && jobs.hasNext()) {
      add(jobs.next());
    }
    if (chunks.size() < wanted) {
      cutAll();
    }
  }

  private void add(Job job) {
    var task = new Task(job, checkpoints.find(job.key()));
    var together = new Together(job.group(), task.epochs(), task.rows());
    List<Task> like = waiting.computeIfAbsent(together, key -> new ArrayList<>());
    like.add(task);
    count++;
    int lanes = lanes(job.group());
    if (like.size() >= enough(lanes)) {
      List<Task> first = like.subList(0, lanes);
      chunks.add(List.copyOf(first));
      first.clear();
      count -= lanes;
    }
    if (count == MAX_WAITING) {
      cutAll();
    }
  }

  /** With so many a whole chunk is taken: what remains still makes one for each thread. */
  private int enough(int lanes) {
    return lanes == 1 ? 1 : lanes * (options.threads() + 1);
  }

  private int lanes(Job.Group group) {
    return group.laneCompatibility().runsSolo() ? 1 : options.lanes().orElse(group.lanes());
  }

  private void cutAll() {
    waiting.forEach((together, tasks) -> cut(tasks, lanes(together.group())));
    waiting.clear();
    count = 0;
  }

  /** Into pieces of equal size, at least one a thread if it pays. */
  private void cut(List<Task> tasks, int lanes) {
    int pieces = (tasks.size() + lanes - 1) / lanes;
    if (lanes > 1) {
      int threads = options.threads();
      pieces = Math.min(tasks.size(), (pieces + threads - 1) / threads * threads);
    }
    for (int i = 0; i < pieces; i++) {
      int from = (int) ((long) i * tasks.size() / pieces);
      int to = (int) ((long) (i + 1) * tasks.size() / pieces);
      chunks.add(List.copyOf(tasks.subList(from, to)));
    }
  }
}
