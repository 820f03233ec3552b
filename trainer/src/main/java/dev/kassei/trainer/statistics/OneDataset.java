package dev.kassei.trainer.statistics;

import static dev.kassei.api.Requirements.require;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The comparison of methods with a reference on one data set.
 *
 * @param repetition what a repetition is called, such as {@code seed}
 * @param locations one a method, in the order of names
 * @param contrasts one a method but the reference, in the order of names
 */
public record OneDataset(
    Comparison comparison,
    Design design,
    String repetition,
    List<Location> locations,
    List<Contrast> contrasts) {

  public OneDataset {
    locations = List.copyOf(locations);
    contrasts = List.copyOf(contrasts);
  }

  /**
   * Compares.
   *
   * @param scores methods × seeds, paired: place k of each row belongs to the same seed; NaN for a
   *     failed trial
   */
  public static OneDataset of(Comparison comparison, Design design, double[][] scores) {
    return of(comparison, design, "seed", scores);
  }

  /** Compares repetitions of another kind than seeds. */
  public static OneDataset of(
      Comparison comparison, Design design, String repetition, double[][] scores) {
    comparison.requireOneEach(scores.length);
    int reference = comparison.reference();
    require(scores[reference].length >= 1, "expected results of at least one seed");
    var locations = new ArrayList<Location>();
    var contrasts = new ArrayList<Contrast>();
    for (int i = 0; i < scores.length; i++) {
      String name = comparison.names().get(i);
      locations.add(Location.of(name, scores[i], comparison.scoring()));
      if (i != reference) {
        contrasts.add(Contrast.of(name, scores[i], scores[reference], comparison, design));
      }
    }
    return new OneDataset(comparison, design, repetition, locations, adjusted(contrasts));
  }

  /** The number of paired repetitions. */
  public int seeds() {
    return contrasts.get(0).seeds();
  }

  private static List<Contrast> adjusted(List<Contrast> contrasts) {
    double[] p = Holm.adjust(contrasts.stream().mapToDouble(Contrast::p).toArray());
    return IntStream.range(0, p.length)
        .mapToObj(i -> contrasts.get(i).withAdjustedP(p[i]))
        .toList();
  }
}
