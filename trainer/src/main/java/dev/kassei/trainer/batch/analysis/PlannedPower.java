package dev.kassei.trainer.batch.analysis;

import dev.kassei.trainer.config.BatchConfig;
import dev.kassei.trainer.config.Measure;
import dev.kassei.trainer.config.Split;
import dev.kassei.trainer.config.TrialConfig;
import dev.kassei.trainer.statistics.Design;
import dev.kassei.trainer.statistics.Phrases;
import dev.kassei.trainer.statistics.Power;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** Which difference the trials of a batch can find, told before any is trained. */
public final class PlannedPower {
  /** The probability with which a difference is to be found. */
  private static final double POWER = 0.8;

  private final BatchConfig batch;
  private final Layout layout;
  private final Set<String> methods = new LinkedHashSet<>();
  private final Map<List<Object>, List<PlannedTrial>> repetitions = new LinkedHashMap<>();
  private final Map<Map<String, String>, Set<String>> datasets = new LinkedHashMap<>();

  private PlannedPower(BatchConfig batch) {
    this.batch = batch;
    this.layout =
        Layout.of(
            batch.compare().axis(),
            batch.name(),
            batch.drawn(),
            batch.trials().stream().map(TrialConfig::axes).toList());
    batch.trials().forEach(this::add);
  }

  private void add(TrialConfig trial) {
    Optional<String> method = layout.method(trial.axes());
    if (method.isPresent()) {
      Map<String, String> setting = layout.setting(trial.axes());
      String dataset = layout.dataset(trial.axes()).orElse("");
      methods.add(method.get());
      datasets.computeIfAbsent(setting, key -> new LinkedHashSet<>()).add(dataset);
      repetitions
          .computeIfAbsent(List.of(setting, dataset, method.get()), key -> new ArrayList<>())
          .add(new PlannedTrial(trial, Optional.empty()));
    }
  }

  /** A sentence; empty where nothing is compared. */
  public static Optional<String> of(BatchConfig batch) {
    var planned = new PlannedPower(batch);
    return planned.methods.size() < 2 ? Optional.empty() : Optional.of(planned.sentence());
  }

  private String sentence() {
    Pairs pairs = pairs();
    double level = Terms.ALPHA / comparisons();
    OptionalDouble effect = pairs.effect(level);
    if (effect.isEmpty()) {
      return "%s %s find no difference, however large: p ≤ %s%s takes more"
          .formatted(pairs.count(), pairs.noun(), Phrases.number(Terms.ALPHA), after());
    }
    OptionalDouble sd = batch.compare().sd();
    if (sd.isEmpty()) {
      return "%s %s find a difference of %s standard deviations of gains with 80 %% power (p ≤ %s%s);"
              .formatted(
                  pairs.count(),
                  pairs.noun(),
                  Phrases.number(effect.getAsDouble()),
                  Phrases.number(Terms.ALPHA),
                  after())
          + " state that deviation, from a pilot, as compare.sd to have it in units of the metric";
    }
    return "with %s %s and sd %s a difference of %s is found with 80 %% power (p ≤ %s%s)"
        .formatted(
            pairs.count(),
            pairs.noun(),
            Phrases.number(sd.getAsDouble()),
            Phrases.number(effect.getAsDouble() * sd.getAsDouble()),
            Phrases.number(Terms.ALPHA),
            after());
  }

  private String after() {
    return comparisons() == 1 ? "" : " after Holm over %s comparisons".formatted(comparisons());
  }

  /** The comparisons over which p values are adjusted. */
  private int comparisons() {
    int others = methods.size() - 1;
    boolean areAllPairs = isOverDatasets() && batch.compare().reference().isEmpty();
    return datasets.size() * (areAllPairs ? methods.size() * others / 2 : others);
  }

  private boolean isOverDatasets() {
    return leastDatasets() > 1;
  }

  private int leastDatasets() {
    return datasets.values().stream().mapToInt(Set::size).min().orElseThrow();
  }

  /**
   * What is paired.
   *
   * @param noun what a pair comes from
   * @param testToTraining the test rows divided by training rows where splits are of the same data
   */
  private record Pairs(int count, String noun, OptionalDouble testToTraining) {
    OptionalDouble effect(double level) {
      return testToTraining.isPresent()
          ? Power.effectFoundBySplits(count, testToTraining.getAsDouble(), level, POWER)
          : Power.effectFound(count, level, POWER);
    }
  }

  private Pairs pairs() {
    if (isOverDatasets()) {
      return new Pairs(leastDatasets(), "data sets", OptionalDouble.empty());
    }
    return repetitions.values().stream()
        .map(this::pairs)
        .min((a, b) -> Integer.compare(a.count(), b.count()))
        .orElseThrow();
  }

  private Pairs pairs(List<PlannedTrial> trials) {
    Measure measure = batch.compare().measure().orElseGet(() -> new Measure("test", "loss"));
    Units units = Units.of(trials, measure, layout);
    int count = units.members().size();
    if (units.design() instanceof Design.Independent) {
      return new Pairs(count, units.name() + "s", OptionalDouble.empty());
    }
    Split split = trials.get(0).config().config().experiment().dataset().split();
    return new Pairs(count, "splits", OptionalDouble.of(ratio(split, measure.split())));
  }

  /** Of a file of folds nobody knows how many there are; ten is usual. */
  private static double ratio(Split split, String part) {
    double test = split.fold().isPresent() ? 1.0 / split.folds().orElse(10) : split.test();
    double validation =
        split.fold().isPresent() ? split.validation() * (1 - test) : split.validation();
    double scored = part.equals("validation") ? validation : test;
    return scored / (1 - test - validation);
  }
}
