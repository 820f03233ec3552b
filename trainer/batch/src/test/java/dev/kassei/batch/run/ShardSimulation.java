package dev.kassei.batch.run;

import dev.kassei.batch.run.ClusterSimulation.Outcome;
import dev.kassei.batch.run.ClusterSimulation.Trials;
import dev.kassei.engine.random.CountedDraws;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * A batch in shards on many machines in virtual time: each machine takes the next shard once it has
 * trained one, and resumes its own when it comes back. Times are in seconds.
 */
final class ShardSimulation {
  private static final int BLOCK = 16;

  private final Trials trials;
  private final double start;
  private final double checkpoint;
  private double work;
  private double repeated;

  private ShardSimulation(Trials trials, double start, double checkpoint) {
    this.trials = trials;
    this.start = start;
    this.checkpoint = checkpoint;
  }

  private record Turn(double time, Machine machine) {}

  /**
   * Simulates it.
   *
   * @param start what a process needs before it trains
   * @param checkpoint how often the state of a trial is saved
   */
  static Outcome run(
      Trials trials, Machine.Park park, int shards, double start, double checkpoint) {
    return new ShardSimulation(trials, start, checkpoint).run(park, shards);
  }

  /** Blocks go to shards by a hash, as those of {@link Shards}. */
  private List<List<Integer>> shards(int count) {
    var shards = new ArrayList<List<Integer>>();
    for (int i = 0; i < count; i++) {
      shards.add(new ArrayList<>());
    }
    long key = CountedDraws.key(1, "simulation", "shards", 0);
    for (int number = 1; number <= trials.count(); number++) {
      long hash = CountedDraws.bits(key, (number - 1) / BLOCK) >>> 4;
      shards.get((int) (hash % count)).add(number);
    }
    return shards;
  }

  private Outcome run(Machine.Park park, int count) {
    List<Machine> machines = park.machines();
    var turns = new PriorityQueue<Turn>(Comparator.comparingDouble(Turn::time));
    machines.forEach(machine -> turns.add(new Turn(0, machine)));
    for (List<Integer> shard : shards(count)) {
      Turn turn = turns.remove();
      double end = train(turn.machine(), turn.time(), shard);
      turn.machine().ended(end);
      turns.add(new Turn(end, turn.machine()));
    }
    double end = machines.stream().mapToDouble(Machine::lastEnd).max().orElseThrow();
    double mean = machines.stream().mapToDouble(Machine::lastEnd).average().orElseThrow();
    double all = machines.size() * end;
    return new Outcome(end, work / all, repeated / all, end - mean, 0, 0, 0, trials.count(), 0);
  }

  private double train(Machine machine, double from, List<Integer> shard) {
    double time = started(machine, from);
    for (int number : shard) {
      double left = trials.seconds(number) * machine.slowness();
      while (time + left > machine.lostAt()) {
        double done = machine.lostAt() - time;
        double saved = Math.floor(done / checkpoint) * checkpoint;
        repeated += done - saved;
        left -= saved;
        time = started(machine, machine.lostAt());
      }
      time += left;
      work += trials.seconds(number);
    }
    return time;
  }

  private double started(Machine machine, double from) {
    double time = machine.ready(from);
    double seconds = start * machine.slowness();
    while (time + seconds > machine.lostAt()) {
      time = machine.ready(machine.lostAt());
    }
    return time + seconds;
  }
}
