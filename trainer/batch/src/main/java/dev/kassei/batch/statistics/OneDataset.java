package dev.kassei.batch.statistics;

import static dev.kassei.api.value.Requirements.require;

import dev.kassei.results.text.Noun;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The comparison of methods with a reference on one data set.
 *
 * @param repetition what a repetition is called
 * @param locations one a method, in the order of names
 * @param contrasts one a method but the reference, in the order of names
 * @param family the number of comparisons over which p values are adjusted
 */
public record OneDataset(
    Comparison comparison,
    Design design,
    Noun repetition,
    List<Location> locations,
    List<Contrast> contrasts,
    int family) {

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
    return of(comparison, design, Noun.SEED, scores);
  }

  /** Compares repetitions of another kind than seeds. */
  public static OneDataset of(
      Comparison comparison, Design design, Noun repetition, double[][] scores) {
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
    var alone =
        new OneDataset(comparison, design, repetition, locations, contrasts, contrasts.size());
    return adjusted(List.of(alone)).get(0);
  }

  /**
   * The same with p values adjusted over the contrasts of all of them: the family of one question.
   */
  public static List<OneDataset> adjusted(List<OneDataset> results) {
    List<Contrast> all = results.stream().flatMap(each -> each.contrasts().stream()).toList();
    double[] p = Holm.adjust(all.stream().mapToDouble(Contrast::p).toArray());
    double[] equivalence = Holm.adjust(all.stream().mapToDouble(Contrast::equivalenceP).toArray());
    Iterator<Contrast> adjusted =
        IntStream.range(0, p.length)
            .mapToObj(i -> all.get(i).adjusted(p[i], equivalence[i]))
            .iterator();
    return results.stream().map(each -> each.with(adjusted, all.size())).toList();
  }

  private OneDataset with(Iterator<Contrast> adjusted, int family) {
    List<Contrast> own = contrasts.stream().map(each -> adjusted.next()).toList();
    return new OneDataset(comparison, design, repetition, locations, own, family);
  }

  /** The number of paired repetitions. */
  public int seeds() {
    return contrasts.get(0).seeds();
  }
}
