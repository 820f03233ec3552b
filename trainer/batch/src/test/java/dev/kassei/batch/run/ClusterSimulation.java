package dev.kassei.batch.run;

import dev.kassei.batch.run.ChunkDesk.Chunk;
import dev.kassei.engine.random.CountedDraws;
import dev.kassei.experiment.checkpoint.CheckpointFolder;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.stream.IntStream;

/**
 * A batch on many machines in virtual time. Queue, desk and bundles are those of a coordinator;
 * machines, their losses, and what a message takes are simulated. The coordinator does one thing
 * after the other, in the order in which messages arrive. Times are in seconds.
 */
final class ClusterSimulation {
  private final Trials trials;
  private final Executor executor;
  private final Costs costs;
  private final ChunkDesk desk;
  private final PriorityQueue<Event> events =
      new PriorityQueue<>(Comparator.comparingDouble(Event::time).thenComparing(Event::order));
  private final Queue<Task> pending = new ArrayDeque<>();
  private final Queue<Machine> idle = new ArrayDeque<>();
  private final Deque<BundleSize> waiting = new ArrayDeque<>();
  private final List<Machine> machines;
  private double now;
  private double coordinatorFree;
  private double coordinatorBusy;
  private double work;
  private double repeated;
  private double end;
  private long order;
  private int made;
  private int messages;
  private int results;
  private int givenUp;

  /**
   * Lengths are lognormal around {@code seconds}; trials of one chunk are of one length.
   *
   * @param lanes the most that are trained side by side
   * @param spread the standard deviation of the logarithm of a length
   */
  record Trials(int count, double seconds, double spread, int lanes) {
    private static final CountedDraws LENGTHS = CountedDraws.of(1, "simulation", "lengths", 0);

    double seconds(int number) {
      return seconds * StrictMath.exp(spread * LENGTHS.normal(number) - spread * spread / 2);
    }

    double seconds(Chunk chunk) {
      return chunk.jobs().size() * seconds(chunk.jobs().get(0).number());
    }
  }

  /**
   * How trials come to machines.
   *
   * @param slots how many bundles are on their way at once
   * @param bundle how long one takes
   * @param isTask whether a bundle is answered as a whole, and repeated without the coordinator
   */
  record Executor(int slots, Duration bundle, boolean isTask) {}

  /**
   * What the coordinator computes for each, and how long a message is on its way.
   *
   * @param trial to make and hand out a trial
   * @param result to read and save its result
   */
  record Costs(double latency, double message, double trial, double result) {}

  private record Event(double time, long order, Runnable action) {}

  private record Task(BundleSize size, List<Chunk> bundle, double since) {}

  /**
   * What came of it.
   *
   * @param efficiency the time of all trials on a whole machine, divided by what all machines had
   * @param repeated the share of their time that was lost with machines
   * @param waits how long a machine waits for the last one on average
   * @param busy the share of its time in which the coordinator computes
   */
  record Outcome(
      double seconds,
      double efficiency,
      double repeated,
      double waits,
      double busy,
      double messagesPerSecond,
      double resultsPerSecond,
      int results,
      int givenUp) {}

  private ClusterSimulation(
      Trials trials,
      Machine.Park park,
      Executor executor,
      Costs costs,
      Job any,
      CheckpointFolder none) {
    this.trials = trials;
    this.executor = executor;
    this.costs = costs;
    this.machines = park.machines();
    idle.addAll(machines);
    Iterator<Job> jobs =
        IntStream.rangeClosed(1, trials.count()).mapToObj(number -> job(any, number)).iterator();
    var options = TinyBatch.options(executor.slots(), Optional.of(trials.lanes()), false);
    desk = new ChunkDesk(new ChunkQueue(jobs, none, options), executor.slots(), new StopSignal());
  }

  /**
   * Simulates it.
   *
   * @param any a job like all others
   * @param none a folder without states
   */
  static Outcome run(
      Trials trials,
      Machine.Park park,
      Executor executor,
      Costs costs,
      Job any,
      CheckpointFolder none) {
    return new ClusterSimulation(trials, park, executor, costs, any, none).run();
  }

  private Job job(Job any, int number) {
    made++;
    String key = Integer.toString(number);
    return new Job(
        number,
        any.axes(),
        any.config(),
        key,
        any.data(),
        any.group(),
        OptionalLong.empty(),
        false);
  }

  private Outcome run() {
    for (int i = 0; i < executor.slots(); i++) {
      ask(new BundleSize(executor.bundle()));
    }
    while (!events.isEmpty()) {
      Event event = events.remove();
      now = event.time();
      event.action().run();
    }
    double last = machines.stream().mapToDouble(Machine::lastEnd).average().orElseThrow();
    return new Outcome(
        end,
        work / (machines.size() * end),
        repeated / (machines.size() * end),
        end - last,
        coordinatorBusy / end,
        messages / end,
        results / end,
        results,
        givenUp);
  }

  private void at(double time, Runnable action) {
    events.add(new Event(time, order++, action));
  }

  /** When the coordinator has done what takes it so long. */
  private double serve(double seconds) {
    messages++;
    coordinatorBusy += seconds;
    coordinatorFree = Math.max(coordinatorFree, now) + seconds;
    return coordinatorFree;
  }

  /** Whether there was a bundle, or there will be none. */
  private boolean ask(BundleSize size) {
    int before = made;
    Optional<List<Chunk>> bundle = desk.poll(size.chunks());
    if (bundle.isEmpty()) {
      waiting.add(size);
      return false;
    }
    if (!bundle.get().isEmpty()) {
      double sent = serve(costs.message() + (made - before) * costs.trial());
      var task = new Task(size, bundle.get(), sent);
      at(sent + costs.latency(), () -> submit(task));
    }
    return true;
  }

  private void wake() {
    int count = waiting.size();
    for (int i = 0; i < count && ask(waiting.remove()); i++) {}
  }

  private void submit(Task task) {
    pending.add(task);
    start();
  }

  private void idle(Machine machine) {
    idle.add(machine);
    start();
  }

  private void start() {
    while (!pending.isEmpty() && !idle.isEmpty()) {
      train(idle.remove(), pending.remove());
    }
  }

  private void train(Machine machine, Task task) {
    double begin = machine.ready(now);
    double time = begin;
    for (int i = 0; i < task.bundle().size(); i++) {
      Chunk chunk = task.bundle().get(i);
      double ended = time + trials.seconds(chunk) * machine.slowness();
      if (ended > machine.lostAt()) {
        repeated += machine.lostAt() - (executor.isTask() ? begin : time);
        List<Chunk> left = task.bundle().subList(i, task.bundle().size());
        at(machine.noticedAt(), () -> lost(task, left));
        double back = machine.ready(machine.lostAt());
        at(back, () -> idle(machine));
        return;
      }
      time = ended;
      if (!executor.isTask()) {
        at(time + costs.latency(), () -> settle(List.of(chunk)));
      }
    }
    machine.ended(time);
    at(time, () -> idle(machine));
    at(time + costs.latency(), () -> done(task));
  }

  private void settle(List<Chunk> chunks) {
    int count = chunks.stream().mapToInt(chunk -> chunk.jobs().size()).sum();
    end = serve(costs.message() + count * costs.result());
    results += count;
    work += chunks.stream().mapToDouble(trials::seconds).sum();
  }

  private void done(Task task) {
    if (executor.isTask()) {
      settle(task.bundle());
    } else {
      serve(costs.message());
    }
    desk.done();
    double took = coordinatorFree - task.since();
    task.size().took(task.bundle().size(), Math.round(took * 1e9));
    ask(task.size());
    wake();
  }

  private void lost(Task task, List<Chunk> left) {
    if (executor.isTask()) {
      submit(task);
      return;
    }
    serve(costs.message());
    givenUp += desk.lost(left).size();
    ask(task.size());
    wake();
  }
}
