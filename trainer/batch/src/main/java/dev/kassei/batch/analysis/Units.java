package dev.kassei.batch.analysis;

import dev.kassei.api.value.Numbers;
import dev.kassei.batch.run.TrialResult;
import dev.kassei.batch.statistics.Design;
import dev.kassei.experiment.config.ExperimentConfig;
import dev.kassei.experiment.config.Measure;
import dev.kassei.experiment.config.Split;
import dev.kassei.results.record.DatasetRecord;
import dev.kassei.results.text.Noun;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How repetitions hang together, which decides what may be tested: those with the same rows in the
 * same splits are one unit if there are several such groups.
 *
 * @param members the places of repetitions, unit by unit
 * @param design where differences between units come from
 * @param text the same in a sentence
 * @param name what a unit is called
 */
record Units(List<List<Integer>> members, Design design, String text, Noun name) {
  /** What decides which rows a trial has in which split. */
  private record Rows(long data, long split, int fold) {
    static Rows of(ExperimentConfig experiment) {
      Split split = experiment.dataset().split();
      boolean isGenerated = experiment.dataset().source().isGenerated();
      return new Rows(
          isGenerated ? experiment.seed().data() : 0,
          isRandom(split) ? experiment.seed().split() : 0,
          split.fold().orElse(0));
    }

    Rows withoutFold() {
      return new Rows(data, split, 0);
    }

    /** Whether chance decides which rows go into which split. */
    private static boolean isRandom(Split split) {
      return split.validation() > 0
          || split.test() > 0
          || split.trainFraction() < 1
          || split.folds().isPresent();
    }
  }

  /**
   * Finds the units of one method's repetitions, which are those of all methods.
   *
   * @param trials at least one, all of which have ended
   */
  static Units of(List<PlannedTrial> trials, Measure measure, Layout layout) {
    Map<Map<String, String>, List<Integer>> draws =
        IntStream.range(0, trials.size())
            .boxed()
            .collect(
                Collectors.groupingBy(
                    i -> layout.draw(trials.get(i).config().axes()),
                    LinkedHashMap::new,
                    Collectors.toList()));
    return draws.size() > 1
        ? new Units(
            List.copyOf(draws.values()),
            new Design.Independent(),
            "Each draw of the random search is a repetition;"
                + " trials of one draw are averaged first.",
            Noun.DRAW)
        : of(trials, measure);
  }

  private static Units of(List<PlannedTrial> trials, Measure measure) {
    var byRows = new LinkedHashMap<Rows, List<Integer>>();
    for (int i = 0; i < trials.size(); i++) {
      Rows rows = Rows.of(trials.get(i).config().config().experiment());
      byRows.computeIfAbsent(rows, key -> new ArrayList<>()).add(i);
    }
    if (trials.size() == 1) {
      return new Units(
          List.of(List.of(0)),
          new Design.Independent(),
          "There is one repetition, so nothing is known of how much scores vary.",
          Noun.SEED);
    }
    if (byRows.size() == 1) {
      return new Units(
          IntStream.range(0, trials.size()).mapToObj(List::of).toList(),
          new Design.Independent(),
          "All repetitions use the same rows in the same splits, so the conclusions are about these"
              + " rows.",
          Noun.SEED);
    }
    List<List<Integer>> members = List.copyOf(byRows.values());
    String averaged =
        members.size() == trials.size() ? "" : " Trials with the same rows are averaged first.";
    if (byRows.keySet().stream().map(Rows::data).distinct().count() == byRows.size()) {
      return new Units(
          members,
          new Design.Independent(),
          "Each repetition generates fresh data." + averaged,
          Noun.SEED);
    }
    Design.Resplit design = resplit(trials, measure);
    Noun name = areFolds(byRows.keySet()) ? Noun.FOLD : Noun.SPLIT;
    return new Units(members, design, resplitText(name, design, measure) + averaged, name);
  }

  /** Whether units differ in their folds alone. */
  private static boolean areFolds(Set<Rows> units) {
    return units.stream().map(Rows::withoutFold).distinct().count() == 1;
  }

  private static Design.Resplit resplit(List<PlannedTrial> trials, Measure measure) {
    return new Design.Resplit(
        Math.max(1, rows(trials, "train")), Math.max(1, rows(trials, measure.split())));
  }

  private static long rows(List<PlannedTrial> trials, String split) {
    return trials.stream()
        .flatMap(trial -> trial.result().stream())
        .map(TrialResult::record)
        .mapToLong(record -> record.rows().getOrDefault(split, 0))
        .sum();
  }

  private static String resplitText(Noun name, Design.Resplit design, Measure measure) {
    double percent = Math.rint(100 * design.testToTraining());
    String shared =
        name.equals(Noun.FOLD)
            ? "The folds are parts of the same data"
            : "Repetitions split the same data anew and share most of it";
    return "%s, so p and intervals are corrected after Nadeau and Bengio (%s %% as many %s rows as training rows)."
        .formatted(shared, Numbers.text(percent), measure.split());
  }

  /** The kind of design. */
  DatasetRecord.Design kind() {
    return design instanceof Design.Resplit
        ? DatasetRecord.Design.RESPLIT
        : DatasetRecord.Design.INDEPENDENT;
  }

  /** The scores of units: those of single repetitions, or centers; NaN where that is infinite. */
  double[] scores(double[] repetitions, Criterion criterion) {
    return members.stream().mapToDouble(unit -> score(unit, repetitions, criterion)).toArray();
  }

  private static double score(List<Integer> unit, double[] repetitions, Criterion criterion) {
    if (unit.size() == 1) {
      return repetitions[unit.get(0)];
    }
    double[] scores = unit.stream().mapToDouble(i -> repetitions[i]).toArray();
    double center = criterion.scoring().center(scores);
    return Double.isInfinite(center) ? Double.NaN : center;
  }
}
