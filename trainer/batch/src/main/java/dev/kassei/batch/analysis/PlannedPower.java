package dev.kassei.batch.analysis;

import dev.kassei.batch.plan.BatchConfig;
import dev.kassei.batch.plan.Compare;
import dev.kassei.batch.plan.TrialConfig;
import dev.kassei.batch.statistics.Design;
import dev.kassei.batch.statistics.Phrases;
import dev.kassei.batch.statistics.PostHoc;
import dev.kassei.batch.statistics.Power;
import dev.kassei.experiment.config.Measure;
import dev.kassei.experiment.config.Split;
import dev.kassei.results.text.Noun;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Which difference the trials of a batch can find, told before any is trained. */
public final class PlannedPower {
  /** The probability with which a difference is to be found. */
  private static final double POWER = 0.8;

  private final Compare compare;
  private final Layout layout;
  private final Measure measure;
  private final Map<Map<String, String>, Map<String, Contest>> settings = new LinkedHashMap<>();

  private PlannedPower(BatchConfig batch) {
    this.compare = batch.compare();
    this.layout =
        Layout.of(
            compare.axis(),
            batch.name(),
            batch.drawn(),
            batch.trials().stream().map(TrialConfig::axes).toList());
    this.measure = compare.measure().orElseGet(() -> new Measure("test", "loss"));
    batch.trials().forEach(this::add);
  }

  /** The planned trials of one setting on one data set, by method. */
  private record Contest(Map<String, List<PlannedTrial>> trials) {
    List<PlannedTrial> first() {
      return trials.values().iterator().next();
    }

    int others() {
      return trials.size() - 1;
    }
  }

  private void add(TrialConfig trial) {
    layout
        .method(trial.axes())
        .ifPresent(
            method ->
                settings
                    .computeIfAbsent(layout.setting(trial.axes()), key -> new LinkedHashMap<>())
                    .computeIfAbsent(
                        layout.dataset(trial.axes()).orElse(""),
                        key -> new Contest(new LinkedHashMap<>()))
                    .trials()
                    .computeIfAbsent(method, key -> new ArrayList<>())
                    .add(new PlannedTrial(trial, Optional.empty())));
  }

  /** A sentence on single data sets and one over them; those where something is compared. */
  public static List<String> describe(BatchConfig batch) {
    var planned = new PlannedPower(batch);
    return planned.cells().stream().allMatch(cell -> cell.others() == 0)
        ? List.of()
        : planned.sentences();
  }

  private List<Contest> cells() {
    return settings.values().stream().flatMap(each -> each.values().stream()).toList();
  }

  private List<String> sentences() {
    boolean areMany = settings.values().stream().anyMatch(each -> each.size() > 1);
    if (!areMany) {
      return List.of(sentence(hardest(cells()), comparisons(), compare.sd()));
    }
    var sentences = new ArrayList<String>();
    sentences.add("on each data set, " + sentence(hardest(cells()), comparisons(), compare.sd()));
    if (compare.postHoc() != PostHoc.NEMENYI && leastDatasets() > 1) {
      var pairs = new Pairs(leastDatasets(), Noun.DATASET, OptionalDouble.empty());
      sentences.add("taken together, " + sentence(pairs, comparisonsOverDatasets(), compare.sd()));
    }
    return sentences;
  }

  private static String sentence(Pairs pairs, int comparisons, OptionalDouble sd) {
    String after = comparisons == 1 ? "" : " after Holm over %s comparisons".formatted(comparisons);
    String p = "p ≤ " + Phrases.number(ComparisonSettings.ALPHA) + after;
    OptionalDouble effect = pairs.effect(ComparisonSettings.ALPHA / comparisons);
    if (effect.isEmpty()) {
      String none =
          pairs.count() == 1
              ? "%s finds no difference, however large: more are needed for %s"
              : "%s find no difference, however large: more are needed for %s";
      return none.formatted(pairs.counted(), p);
    }
    if (sd.isEmpty()) {
      return "%s find a difference of %s standard deviations of improvements with 80 %% power (%s);"
              .formatted(pairs.counted(), Phrases.number(effect.getAsDouble()), p)
          + " state that deviation, from a pilot, as compare.sd to have it in units of the metric";
    }
    return "with %s and sd %s a difference of %s is found with 80 %% power (%s)"
        .formatted(
            pairs.counted(),
            Phrases.number(sd.getAsDouble()),
            Phrases.number(effect.getAsDouble() * sd.getAsDouble()),
            p);
  }

  /** The comparisons on single data sets, over which p values are adjusted. */
  private int comparisons() {
    return sum(cells()) + sum(averaged());
  }

  private static int sum(Collection<Contest> cells) {
    return cells.stream().mapToInt(Contest::others).sum();
  }

  /** The data sets on which scores are averaged over settings, as in the analysis. */
  private List<Contest> averaged() {
    var averaged = new ArrayList<Contest>();
    if (settings.size() > 1) {
      Map<String, Contest> first = settings.values().iterator().next();
      first.forEach(
          (dataset, cell) -> {
            if (settings.values().stream().allMatch(it -> hasLike(it, dataset, cell))) {
              averaged.add(cell);
            }
          });
    }
    return averaged;
  }

  private boolean hasLike(Map<String, Contest> setting, String dataset, Contest cell) {
    return setting.containsKey(dataset) && isLike(cell, setting.get(dataset));
  }

  private boolean isLike(Contest cell, Contest other) {
    return List.copyOf(cell.trials().keySet()).equals(List.copyOf(other.trials().keySet()))
        && repetitions(cell).equals(repetitions(other))
        && units(cell).members().equals(units(other).members());
  }

  private List<Map<String, String>> repetitions(Contest cell) {
    return cell.first().stream().map(trial -> layout.repetition(trial.config().axes())).toList();
  }

  private int comparisonsOverDatasets() {
    int averages = datasets(averaged()) > 1 ? 1 : 0;
    int methods = cells().stream().mapToInt(cell -> cell.trials().size()).max().orElseThrow();
    int each = compare.reference().isPresent() ? methods - 1 : methods * (methods - 1) / 2;
    return (settings.size() + averages) * each;
  }

  private int leastDatasets() {
    return settings.values().stream().mapToInt(it -> datasets(it.values())).min().orElseThrow();
  }

  /** Near-copies count as one. */
  private static int datasets(Collection<Contest> cells) {
    return (int) cells.stream().map(it -> DatasetAnalysis.origin(it.first())).distinct().count();
  }

  /**
   * What is paired.
   *
   * @param noun what a pair comes from
   * @param testToTraining the test rows divided by training rows where splits are of the same data
   */
  private record Pairs(int count, Noun noun, OptionalDouble testToTraining) {
    String counted() {
      return noun.count(count);
    }

    OptionalDouble effect(double level) {
      return testToTraining.isPresent()
          ? Power.effectFoundBySplits(count, testToTraining.getAsDouble(), level, POWER)
          : Power.effectFound(count, level, POWER);
    }
  }

  private Pairs hardest(List<Contest> cells) {
    double level = ComparisonSettings.ALPHA / comparisons();
    return cells.stream()
        .filter(cell -> cell.others() > 0)
        .map(this::pairs)
        .distinct()
        .max(
            Comparator.comparingDouble(
                pairs -> pairs.effect(level).orElse(Double.POSITIVE_INFINITY)))
        .orElseThrow();
  }

  private Pairs pairs(Contest cell) {
    Units units = units(cell);
    int count = units.members().size();
    if (units.design() instanceof Design.Independent) {
      return new Pairs(count, units.name(), OptionalDouble.empty());
    }
    Split split = cell.first().get(0).config().config().experiment().dataset().split();
    return new Pairs(count, Noun.SPLIT, OptionalDouble.of(ratio(split, measure.split())));
  }

  private Units units(Contest cell) {
    return Units.of(cell.first(), measure, layout);
  }

  /** Of a file of folds nobody knows how many there are; ten is usual. */
  private static double ratio(Split sizes, String split) {
    double test = sizes.fold().isPresent() ? 1.0 / sizes.folds().orElse(10) : sizes.test();
    double validation =
        sizes.fold().isPresent() ? sizes.validation() * (1 - test) : sizes.validation();
    double training = 1 - test - validation;
    return switch (split) {
      case "train" -> 1;
      case "validation" -> validation / training;
      default -> test / training;
    };
  }
}
