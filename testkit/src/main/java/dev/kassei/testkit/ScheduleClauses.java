package dev.kassei.testkit;

import dev.kassei.api.Schedule;
import dev.kassei.api.Schedule.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** What schedules promise, tried over trainings of 1 to 1,000 steps. */
final class ScheduleClauses {
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
    for (Progress progress : all(false)) {
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

  /** Each step of trainings of several lengths; the validation loss falls and then stalls. */
  private static List<Progress> all(boolean validated) {
    var all = new ArrayList<Progress>();
    for (int epochs : new int[] {1, 2, 10, 100}) {
      for (int batches : new int[] {1, 3, 10}) {
        for (int step = 0; step < epochs * batches; step++) {
          int epoch = step / batches;
          OptionalDouble loss =
              validated && epoch > 0
                  ? OptionalDouble.of(1.0 / Math.min(epoch, 5))
                  : OptionalDouble.empty();
          all.add(new Progress(step, (long) epochs * batches, epoch, epochs, loss));
        }
      }
    }
    return all;
  }
}
