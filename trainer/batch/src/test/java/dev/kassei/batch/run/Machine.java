package dev.kassei.batch.run;

import dev.kassei.engine.random.CountedDraws;
import java.util.List;
import java.util.stream.IntStream;

/** A simulated machine that is lost now and then, and comes back. Times are in seconds. */
final class Machine {
  private final Park park;
  private final double slowness;
  private final CountedDraws draws;
  private int losses;
  private double lostAt;
  private double lastEnd;

  private Machine(Park park, int number) {
    this.park = park;
    this.slowness = number < park.slowShare() * park.count() ? 2 : 1;
    this.draws = CountedDraws.of(1, "simulation", "machine", number);
    this.lostAt = lossAfter(0);
  }

  /**
   * Many machines.
   *
   * @param slowShare of those with half the speed of the others
   * @param lossesPerHour of each on average
   * @param notice until a loss is noticed
   * @param back until a machine is back
   */
  record Park(int count, double slowShare, double lossesPerHour, double notice, double back) {
    List<Machine> machines() {
      return IntStream.range(0, count).mapToObj(number -> new Machine(this, number)).toList();
    }
  }

  private double lossAfter(double time) {
    return time - StrictMath.log(1 - draws.uniform(losses++)) * 3600 / park.lossesPerHour();
  }

  /** What trials take on it, relative to a whole machine. */
  double slowness() {
    return slowness;
  }

  /** When it is there from some time on; losses before are over then. */
  double ready(double time) {
    double ready = time;
    while (lostAt <= ready) {
      ready = Math.max(ready, lostAt + park.back());
      lostAt = lossAfter(lostAt + park.back());
    }
    return ready;
  }

  /** When it is lost next. */
  double lostAt() {
    return lostAt;
  }

  /** When that is noticed. */
  double noticedAt() {
    return lostAt + park.notice();
  }

  void ended(double time) {
    lastEnd = time;
  }

  /** When it last ended what it was given. */
  double lastEnd() {
    return lastEnd;
  }
}
