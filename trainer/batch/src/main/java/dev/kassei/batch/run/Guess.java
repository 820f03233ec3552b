package dev.kassei.batch.run;

import dev.kassei.api.Target;
import dev.kassei.experiment.data.DataSplit;
import dev.kassei.experiment.data.SplitData;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What can be had without learning: always naming the class that is most frequent among the
 * training rows.
 *
 * @param classes the number of classes; 0 where numbers are predicted
 * @param right the number of rows of each split for which that is right
 */
public record Guess(int classes, Map<String, Integer> right) {
  /** Where numbers are predicted, and of trials that could not be trained. */
  public static final Guess NONE = new Guess(0, Map.of());

  public Guess {
    right = Collections.unmodifiableMap(new LinkedHashMap<>(right));
  }

  static Guess of(SplitData data) {
    Target target = data.target();
    if (!target.isClasses()) {
      return NONE;
    }
    int classes = target.classes().size();
    int frequent = mostFrequent(data.splits().get(SplitData.TRAIN), classes);
    var right = new LinkedHashMap<String, Integer>();
    data.splits()
        .forEach(
            (split, part) ->
                right.put(
                    split,
                    (int) Arrays.stream(part.targets()).filter(it -> it == frequent).count()));
    return new Guess(classes, right);
  }

  /** Of equally frequent ones the first. */
  private static int mostFrequent(DataSplit part, int classes) {
    int[] counts = new int[classes];
    for (double target : part.targets()) {
      counts[(int) target]++;
    }
    int best = 0;
    for (int i = 1; i < classes; i++) {
      best = counts[i] > counts[best] ? i : best;
    }
    return best;
  }
}
