package dev.kassei.experiment.data;

import static dev.kassei.api.value.Requirements.require;

import dev.kassei.api.Dataset;
import dev.kassei.api.Target;
import dev.kassei.engine.random.CountedDraws;
import dev.kassei.engine.random.Permutation;
import dev.kassei.engine.random.Purpose;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The rows of each split of a data set, in ascending order.
 *
 * <p>Rows are put into a random order, fixed by the seed alone, and dealt to the splits. Sizes are
 * the fractions of the number of rows, rounded by largest remainder, but at least one row. With
 * {@code stratify} each class is dealt on its own; what rounding gives to a split too much or too
 * little in one class is made up in the next, so the splits as a whole have the right size, too.
 *
 * @param train rows to learn from
 * @param validation rows that decide about training
 * @param test rows to measure at the end
 */
public record SplitRows(int[] train, int[] validation, int[] test) {
  private static final String[] SPLITS = {"train", "validation", "test"};

  /**
   * Splits a data set.
   *
   * @param fractions the shares of train, validation and test; their sum is 1
   * @param stratify whether each split has each class in the same share; numbers are not stratified
   * @throws IllegalArgumentException if there are too few rows, or too few of a class
   */
  public static SplitRows of(Dataset data, double[] fractions, boolean stratify, long seed) {
    requireFractions(fractions);
    int[] order = Permutation.of(data.rows(), CountedDraws.key(seed, Purpose.SPLIT, "", 0));
    var dealing = new Dealing(fractions, data.rows());
    if (stratify && data.target().isClasses()) {
      dealClasses(dealing, data, order);
    } else {
      dealing.deal(order, "the data has", "use fewer splits or more rows");
    }
    return new SplitRows(dealing.split(0), dealing.split(1), dealing.split(2));
  }

  private static void dealClasses(Dealing dealing, Dataset data, int[] order) {
    Target target = data.target();
    for (int i = 0; i < target.classes().size(); i++) {
      int number = i;
      int[] ofClass = Arrays.stream(order).filter(row -> data.targets()[row] == number).toArray();
      if (ofClass.length > 0) {
        dealing.deal(
            ofClass,
            "class '" + target.classes().get(i) + "' has",
            "set stratify: false, use fewer splits or more rows");
      }
    }
  }

  private static void requireFractions(double[] fractions) {
    require(
        fractions.length == 3, "a split has three fractions but was given %s", fractions.length);
    for (int i = 0; i < 3; i++) {
      require(
          fractions[i] >= 0 && fractions[i] <= 1,
          "the fraction for %s must be from 0 to 1 but was %s",
          SPLITS[i],
          fractions[i]);
    }
    require(fractions[0] > 0, "the fraction for train must be above 0");
    double sum = fractions[0] + fractions[1] + fractions[2];
    require(
        Math.abs(sum - 1) <= 1e-9,
        "the fractions for train, validation and test must add up to 1 but their sum is %s",
        sum);
  }

  /** Rows on their way into splits. Mutable. */
  private static final class Dealing {
    private final double[] fractions;
    private final int[][] splits;
    private final int[] sizes = new int[3];
    private final double[] owed = new double[3];

    Dealing(double[] fractions, int rows) {
      this.fractions = fractions;
      this.splits = new int[3][rows];
    }

    int[] split(int split) {
      int[] rows = Arrays.copyOf(splits[split], sizes[split]);
      Arrays.sort(rows);
      return rows;
    }

    void deal(int[] rows, String whose, String remedy) {
      long needed = Arrays.stream(fractions).filter(fraction -> fraction > 0).count();
      require(
          rows.length >= needed,
          "%s %s rows, too few to give one to each of %s splits; %s",
          whose,
          rows.length,
          needed,
          remedy);
      int next = 0;
      int[] counts = counts(rows.length);
      for (int split = 0; split < 3; split++) {
        System.arraycopy(rows, next, splits[split], sizes[split], counts[split]);
        sizes[split] += counts[split];
        next += counts[split];
      }
    }

    /** How many of {@code rows} rows each split gets; what it is owed then is for the next call. */
    private int[] counts(int rows) {
      int[] counts = new int[3];
      for (int split = 0; split < 3; split++) {
        owed[split] += rows * fractions[split];
        counts[split] = fractions[split] == 0 ? 0 : Math.max(1, (int) Math.floor(owed[split]));
      }
      while (Arrays.stream(counts).sum() < rows) {
        counts[mostOwed(counts)]++;
      }
      while (Arrays.stream(counts).sum() > rows) {
        counts[leastOwed(counts)]--;
      }
      for (int split = 0; split < 3; split++) {
        owed[split] -= counts[split];
      }
      return counts;
    }

    private int mostOwed(int[] counts) {
      return IntStream.range(0, 3)
          .filter(split -> fractions[split] > 0)
          .reduce((a, b) -> owed[b] - counts[b] > owed[a] - counts[a] ? b : a)
          .orElseThrow();
    }

    private int leastOwed(int[] counts) {
      return IntStream.range(0, 3)
          .filter(split -> counts[split] > 1)
          .reduce((a, b) -> owed[b] - counts[b] < owed[a] - counts[a] ? b : a)
          .orElseThrow();
    }
  }
}
