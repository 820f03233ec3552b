package dev.kassei.batch.plan;

import dev.kassei.batch.plan.Combination.Choice;
import dev.kassei.experiment.config.ExperimentConfig;
import dev.kassei.experiment.config.Measure;
import dev.kassei.experiment.config.tree.CoreSchema;
import dev.kassei.experiment.config.tree.Node;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * How settings are chosen before the trials of a batch run, with the same budget for each.
 *
 * <p>Every combination of outer axes without seeds has all <em>assignments</em> of the inner axes
 * tried, each with all tuning seeds: these are its <em>candidates</em>. Splits are nested. A
 * candidate has the generated data and the split of the trials that it is chosen for, so that it
 * trains on their training rows, is scored on their validation rows, and never sees their test
 * rows; its own seed sets weights, order and noise alone. Trials whose axes differ in {@code
 * seed.data} or {@code seed.split} (which {@code seed} sets, too) are therefore tuned each on their
 * own, and those that differ in other seeds together: each such <em>group</em> has candidates of
 * its own.
 *
 * <p>Candidates are made when they are asked for, and have numbers of their own: those of the first
 * group from 1, assignment by assignment, in each the seeds in their order. For use by several
 * threads.
 */
public final class Tune {
  private final Measure metric;
  private final List<Long> seeds;
  private final List<Axis> axes;
  private final List<Combination> assignments;
  private final List<Map<String, String>> printed;
  private final List<Combination> outer;
  private final List<Integer> groups;
  private final List<Integer> first;
  private final TrialFactory factory;

  /**
   * @param axes the inner axes
   * @param assignments combinations of inner axes
   * @param outer the combinations of the trials, by number − 1
   * @param groups the group of each trial, by number − 1
   * @param factory makes experiments, of which every candidate was tried
   */
  Tune(
      Measure metric,
      List<Long> seeds,
      List<Axis> axes,
      List<Combination> assignments,
      List<Combination> outer,
      List<Integer> groups,
      TrialFactory factory) {
    this.metric = metric;
    this.seeds = List.copyOf(seeds);
    this.axes = List.copyOf(axes);
    this.assignments = List.copyOf(assignments);
    this.printed = assignments.stream().map(Combination::labels).toList();
    this.outer = List.copyOf(outer);
    this.groups = List.copyOf(groups);
    this.first = firsts(groups);
    this.factory = factory;
  }

  private static List<Integer> firsts(List<Integer> groups) {
    var first = new TreeMap<Integer, Integer>();
    for (int i = 0; i < groups.size(); i++) {
      first.putIfAbsent(groups.get(i), i);
    }
    return List.copyOf(first.values());
  }

  /** The metric that chooses, which is one of the validation rows. */
  public Measure metric() {
    return metric;
  }

  /** The seeds of candidates. */
  public List<Long> seeds() {
    return seeds;
  }

  /** The inner axes and their printed values. */
  public Map<String, List<String>> axes() {
    var labels = new LinkedHashMap<String, List<String>>();
    axes.forEach(axis -> labels.put(axis.path(), axis.labels().stream().distinct().toList()));
    return Collections.unmodifiableMap(labels);
  }

  /** The printed values of each assignment by path. */
  public List<Map<String, String>> assignments() {
    return printed;
  }

  /** The number of groups, which are numbered from 0. */
  public int groups() {
    return first.size();
  }

  /** The number of candidates of each group. */
  public int budget() {
    return assignments.size() * seeds.size();
  }

  /** The number of all candidates. */
  public long size() {
    return (long) groups() * budget();
  }

  /** The group whose candidates a trial is tuned by. */
  public int group(TrialConfig trial) {
    return groups.get(trial.number() - 1);
  }

  /** The candidates of a trial's group. */
  public List<TrialConfig> candidates(TrialConfig trial) {
    return candidates(group(trial));
  }

  /** The candidates of a group. */
  public List<TrialConfig> candidates(int group) {
    var candidates = new ArrayList<TrialConfig>();
    for (int assignment = 0; assignment < assignments.size(); assignment++) {
      for (int seed = 0; seed < seeds.size(); seed++) {
        candidates.add(candidate(group, assignment, seed));
      }
    }
    return candidates;
  }

  /** The candidate with a number. */
  public TrialConfig candidate(int number) {
    int place = (number - 1) % budget();
    return candidate((number - 1) / budget(), place / seeds.size(), place % seeds.size());
  }

  private TrialConfig candidate(int group, int assignment, int seed) {
    int trial = first.get(group);
    Combination whole = outer.get(trial).and(assignments.get(assignment));
    long value = seeds.get(seed);
    var labels = new LinkedHashMap<>(whole.withoutSeeds().labels());
    labels.put("seed", Long.toString(value));
    ExperimentConfig experiment = factory.experiment(whole).orElseThrow();
    int number = group * budget() + assignment * seeds.size() + seed + 1;
    return new TrialConfig(
        number,
        Collections.unmodifiableMap(labels),
        factory.loaded(experiment.with(experiment.seed().withinSplit(value))));
  }

  /** The number from 0 of the assignment that a candidate tries. */
  public int assignment(TrialConfig candidate) {
    return (candidate.number() - 1) % budget() / seeds.size();
  }

  /** A trial with an assignment's values, which its axes tell, too. */
  public TrialConfig tuned(TrialConfig trial, int assignment) {
    Combination whole = outer.get(trial.number() - 1).and(assignments.get(assignment));
    ExperimentConfig experiment = factory.experiment(whole).orElseThrow();
    return new TrialConfig(trial.number(), whole.labels(), factory.loaded(experiment));
  }

  /**
   * The same by what was printed of an assignment; empty if there is none like that.
   *
   * @param values printed ones of the inner axes by path
   */
  public Optional<TrialConfig> tuned(TrialConfig trial, Map<String, String> values) {
    int assignment = printed.indexOf(values);
    return assignment < 0 ? Optional.empty() : Optional.of(tuned(trial, assignment));
  }

  /**
   * The inner axes on whose edge an assignment lies: of at least three numbers it has the smallest
   * or the greatest, so that a better one may lie beyond.
   */
  public List<String> edges(int assignment) {
    return assignments.get(assignment).choices().stream()
        .filter(choice -> isEdge(choice))
        .map(choice -> choice.axis().path())
        .toList();
  }

  private static boolean isEdge(Choice choice) {
    List<AxisValue> values = choice.axis().values();
    Function<AxisValue, Double> number =
        value ->
            value.node() instanceof Node.Scalar scalar
                ? CoreSchema.number(scalar).orElse(Double.NaN)
                : Double.NaN;
    List<Double> numbers = values.stream().map(number).distinct().sorted().toList();
    if (numbers.size() < 3 || numbers.get(numbers.size() - 1).isNaN()) {
      return false;
    }
    double own = number.apply(choice.value());
    return own == numbers.get(0) || own == numbers.get(numbers.size() - 1);
  }
}
