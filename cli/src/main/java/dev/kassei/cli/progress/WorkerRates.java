package dev.kassei.cli.progress;

import dev.kassei.cli.sheet.TimeText;
import dev.kassei.results.text.Rounded;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** How fast each worker of a batch trains, and which of them is a straggler. Mutable. */
final class WorkerRates {
  private static final int RATE_DIGITS = 3;

  /** More workers than this are told in one line. */
  private static final int MAX_LINES = 4;

  /** The rate of fewer results is chance. */
  private static final int MIN_RESULTS = 3;

  /** Of the rate of the others a straggler has less. */
  private static final double SLOW = 0.5;

  /** So many times as long as any worker before has a straggler had no result. */
  private static final int LONG = 3;

  private static final long MIN_LONG_NANOS = 5_000_000_000L;

  private final Map<Integer, WorkerRate> workers = new TreeMap<>();

  /** Forgets all. */
  void clear() {
    workers.clear();
  }

  /** The worker of a number. */
  WorkerRate of(int number) {
    return workers.computeIfAbsent(number, WorkerRate::new);
  }

  /** Trials per second of each, by number; "" where there are none. */
  String each(long now) {
    return workers.isEmpty()
        ? ""
        : workers.values().stream()
            .map(worker -> rate(worker, now))
            .collect(Collectors.joining(", ", ", by worker ", ""));
  }

  /** The worker that holds up the others most; "" where none does. */
  String straggler(long now) {
    Optional<String> stuck =
        stuck(now)
            .map(
                worker ->
                    ", worker %s without a result for %s"
                        .formatted(worker.number(), TimeText.of(worker.waited(now) * 1e-9)));
    return stuck
        .or(
            () ->
                slow(now).map(it -> ", worker %s slow: %s/s".formatted(it.number(), rate(it, now))))
        .orElse("");
  }

  private Optional<WorkerRate> stuck(long now) {
    long longest = workers.values().stream().mapToLong(WorkerRate::longest).max().orElse(0);
    long limit = Math.max(MIN_LONG_NANOS, LONG * longest);
    return workers.values().stream()
        .filter(worker -> longest > 0 && worker.waited(now) > limit)
        .max(Comparator.comparingLong(worker -> worker.waited(now)));
  }

  private Optional<WorkerRate> slow(long now) {
    return workers.values().stream()
        .filter(worker -> worker.isBusy() && worker.results() >= MIN_RESULTS)
        .filter(worker -> worker.rate(now) < SLOW * medianBeside(worker, now))
        .min(Comparator.comparingDouble(worker -> worker.rate(now)));
  }

  /** The median of the other workers' rates; 0 where they have too few results. */
  private double medianBeside(WorkerRate one, long now) {
    double[] rates =
        workers.values().stream()
            .filter(worker -> worker.number() != one.number() && worker.results() >= MIN_RESULTS)
            .mapToDouble(worker -> worker.rate(now))
            .sorted()
            .toArray();
    int half = rates.length / 2;
    if (rates.length == 0) {
      return 0;
    }
    return rates.length % 2 == 1 ? rates[half] : (rates[half - 1] + rates[half]) / 2;
  }

  /** What each has done in all: a line per worker, or one for many; none before the first trial. */
  List<String> summary(long now) {
    if (workers.values().stream().allMatch(worker -> worker.trials() == 0)) {
      return List.of();
    }
    if (workers.size() <= MAX_LINES) {
      return workers.values().stream().map(worker -> line(worker, now)).toList();
    }
    Comparator<WorkerRate> byRate = Comparator.comparingDouble(worker -> worker.rate(now));
    WorkerRate slowest = workers.values().stream().min(byRate).orElseThrow();
    WorkerRate fastest = workers.values().stream().max(byRate).orElseThrow();
    return List.of(
        "%s workers, %s to %s/s each, the slowest worker %s%s"
            .formatted(
                workers.size(),
                rate(slowest, now),
                rate(fastest, now),
                slowest.number(),
                losses(workers.values().stream().mapToInt(WorkerRate::losses).sum())));
  }

  private static String line(WorkerRate worker, long now) {
    return "worker %s trained %s, %s/s%s"
        .formatted(worker.number(), worker.trials(), rate(worker, now), losses(worker.losses()));
  }

  private static String losses(int count) {
    return count == 0 ? "" : ", replaced " + (count == 1 ? "once" : count + " times");
  }

  private static String rate(WorkerRate worker, long now) {
    return Rounded.CONSOLE.digits(worker.rate(now), RATE_DIGITS);
  }
}
