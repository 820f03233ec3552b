package dev.kassei.batch.analysis;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What each axis is for: which is compared, which repeat, which is the data set, and which make
 * settings.
 *
 * <p>An axis that only some of the methods have, such as the slope of one activation, is part of
 * the method's name; one that only some data sets have is part of the data set's.
 *
 * @param compared the axis whose values are compared; empty where only repetitions vary
 * @param byMethod axes that are part of the method
 * @param byDataset axes that are part of the data set
 * @param settings the other axes but repetitions
 * @param repetitions seeds, folds and axes whose values are drawn at random
 * @param drawn the latter alone
 * @param alone the name of the only method where none are compared
 */
record Layout(
    Optional<String> compared,
    List<String> byMethod,
    List<String> byDataset,
    List<String> settings,
    List<String> repetitions,
    List<String> drawn,
    String alone) {
  private static final String DATASET = "dataset";

  /** The axis of the folds of a cross-validation. */
  private static final String FOLD = "dataset.split.fold";

  private static final String SEED = "seed";

  /**
   * Finds out.
   *
   * @param axis the axis that is to be compared
   * @param alone what trials are called where only repetitions vary
   * @param drawn the axes whose values are drawn at random
   * @param trials the axes of all trials
   */
  static Layout of(
      String axis, String alone, Set<String> drawn, Collection<Map<String, String>> trials) {
    Set<String> paths =
        trials.stream()
            .flatMap(trial -> trial.keySet().stream())
            .collect(Collectors.toCollection(LinkedHashSet::new));
    Optional<String> compared =
        Optional.of(axis)
            .filter(path -> !isRepetition(path))
            .filter(path -> !isOfEachDraw(path, drawn, trials));
    var layout =
        new Layout(
            compared,
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>(),
            alone);
    for (String path : paths) {
      if (isRepetition(path)) {
        layout.repetitions.add(path);
      } else if (!compared.equals(Optional.of(path)) && !path.equals(DATASET)) {
        layout.home(path, trials).add(path);
      }
    }
    // a random search is one method with draws, not as many settings
    layout.settings.stream().filter(drawn::contains).forEach(layout.drawn::add);
    layout.settings.removeAll(layout.drawn);
    layout.repetitions.addAll(layout.drawn);
    return layout;
  }

  /**
   * Whether a drawn axis has another value in each draw, which are draws and nothing to compare.
   */
  private static boolean isOfEachDraw(
      String path, Set<String> drawn, Collection<Map<String, String>> trials) {
    long values = trials.stream().map(trial -> trial.getOrDefault(path, "")).distinct().count();
    List<String> paths = List.copyOf(drawn);
    long draws = trials.stream().map(trial -> only(paths, trial)).distinct().count();
    return drawn.contains(path) && values == draws;
  }

  private static boolean isRepetition(String path) {
    return path.equals(SEED) || path.startsWith(SEED + ".") || path.equals(FOLD);
  }

  private List<String> home(String path, Collection<Map<String, String>> trials) {
    if (compared.isPresent() && decides(compared.get(), path, trials)) {
      return byMethod;
    }
    return !compared.equals(Optional.of(DATASET)) && decides(DATASET, path, trials)
        ? byDataset
        : settings;
  }

  /** Whether the value of one axis decides if a trial has another, which some have. */
  private static boolean decides(
      String axis, String other, Collection<Map<String, String>> trials) {
    var with = new LinkedHashSet<String>();
    var without = new LinkedHashSet<String>();
    for (Map<String, String> trial : trials) {
      (trial.containsKey(other) ? with : without).add(trial.getOrDefault(axis, ""));
    }
    return !without.isEmpty() && with.stream().noneMatch(without::contains);
  }

  /** The method that a trial belongs to; empty where it has no value of the compared axis. */
  Optional<String> method(Map<String, String> axes) {
    return compared.isEmpty()
        ? Optional.of(alone)
        : Optional.ofNullable(axes.get(compared.get()))
            .map(value -> named(value, compared.get(), byMethod, axes));
  }

  /** The data set that a trial belongs to; empty where there is no such axis. */
  Optional<String> dataset(Map<String, String> axes) {
    return compared.equals(Optional.of(DATASET))
        ? Optional.empty()
        : Optional.ofNullable(axes.get(DATASET))
            .map(value -> named(value, DATASET, byDataset, axes));
  }

  /** Such as {@code elu(alpha=0.5)}. */
  private static String named(
      String value, String axis, List<String> more, Map<String, String> axes) {
    List<String> parts =
        more.stream()
            .filter(axes::containsKey)
            .map(path -> shortened(path, axis) + "=" + axes.get(path))
            .toList();
    return parts.isEmpty() ? value : value + "(" + String.join(", ", parts) + ")";
  }

  private static String shortened(String path, String axis) {
    return path.startsWith(axis + ".") ? path.substring(axis.length() + 1) : path;
  }

  /** The values of the axes that make a setting. */
  Map<String, String> setting(Map<String, String> axes) {
    return only(settings, axes);
  }

  /** The values of the axes that tell repetitions apart. */
  Map<String, String> repetition(Map<String, String> axes) {
    return only(repetitions, axes);
  }

  /** What was drawn at random for a repetition; empty where nothing is. */
  Map<String, String> draw(Map<String, String> axes) {
    return only(drawn, axes);
  }

  private static Map<String, String> only(List<String> paths, Map<String, String> axes) {
    var values = new LinkedHashMap<String, String>();
    for (String path : paths) {
      if (axes.containsKey(path)) {
        values.put(path, axes.get(path));
      }
    }
    return values;
  }
}
