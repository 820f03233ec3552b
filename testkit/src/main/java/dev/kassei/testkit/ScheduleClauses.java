package dev.kassei.testkit;

import dev.kassei.api.Schedule;
import dev.kassei.api.Schedule.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** What schedules promise, tried over trainings of 1 to 1,000 steps. */
final class ScheduleClauses {
  private static final int LONGEST = 100;

  /** Losses that fall and then stall. */
  private static final List<Double> LOSSES =
      IntStream.range(0, LONGEST).mapToObj(epoch -> 1.0 / (1 + Math.min(epoch, 5))).toList();

  private ScheduleClauses() {}

  static List<Clause<Schedule>> all() {
    return new Clauses<Schedule>()
        .and("FACTOR", "gives finite factors that are not negative", ScheduleClauses::factors)
        .and("PURITY", "gives the same factor each time", ScheduleClauses::pure)
        .and("LEARNS", "lets the network learn", ScheduleClauses::learns)
        .list();
  }

  private static void factors(Schedule schedule, Findings findings) {
    for (Progress progress : all(true)) {
      double factor = schedule.factor(progress);
      if (!(factor >= 0 && factor < Double.POSITIVE_INFINITY)) {
        findings.error("the factor is %s at %s", factor, progress);
      }
    }
    for (Progress progress : schedule.needsValidation() ? List.<Progress>of() : all(false)) {
      double factor = schedule.factor(progress);
      if (!(factor >= 0 && factor < Double.POSITIVE_INFINITY)) {
        findings.error("without validation data the factor is %s at %s", factor, progress);
      }
    }
  }

  private static void pure(Schedule schedule, Findings findings) {
    for (Progress progress : all(true)) {
      double first = schedule.factor(progress);
      double again = schedule.factor(progress);
      if (Double.compare(first, again) != 0) {
        findings.error("at %s the factor is %s and, asked again, %s", progress, first, again);
      }
    }
  }

  private static void learns(Schedule schedule, Findings findings) {
    if (all(true).stream().allMatch(progress -> schedule.factor(progress) == 0)) {
      findings.error("the factor is always 0");
    }
  }

  /** Each step of trainings of several lengths. */
  private static List<Progress> all(boolean validated) {
    var all = new ArrayList<Progress>();
    for (int epochs : new int[] {1, 2, 10, LONGEST}) {
      for (int batches : new int[] {1, 3, 10}) {
        for (int step = 0; step < epochs * batches; step++) {
          int epoch = step / batches;
          List<Double> losses = validated ? LOSSES.subList(0, epoch) : List.of();
          all.add(new Progress(step, (long) epochs * batches, epoch, epochs, losses));
        }
      }
    }
    return all;
  }
}
