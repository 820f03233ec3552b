package dev.kassei.experiment.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.kassei.api.Dataset;
import dev.kassei.api.ImageShape;
import dev.kassei.api.Target;
import dev.kassei.experiment.config.Augment;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AugmentationTest {
  private static final int ROWS = 400;
  private static final ImageShape SHAPE = new ImageShape(3, 3, 1);
  private static final int[] ORDER = IntStream.range(0, ROWS).toArray();

  /** The same picture in each row: 1 to 9. */
  private static SplitData data(boolean standardize) {
    double[] features = IntStream.range(0, 9 * ROWS).mapToDouble(i -> i % 9 + 1).toArray();
    double[] targets = IntStream.range(0, ROWS).mapToDouble(i -> i % 2).toArray();
    List<String> names = IntStream.range(0, 9).mapToObj(i -> "p" + i).toList();
    Dataset data =
        new Dataset(names, new Target(List.of("y"), List.of("a", "b")), features, targets)
            .withImage(SHAPE);
    return SplitData.of(data, new SplitRows(ORDER, new int[0], new int[0]), standardize);
  }

  private static Map<List<Double>, Integer> seen(Augment augment) {
    var augmentation = new Augmentation(augment, SHAPE, Optional.empty());
    double[] rows = augmentation.rows(data(false).train(), ORDER, 0, ROWS, 7);
    Map<List<Double>, Integer> seen = new HashMap<>();
    for (int row = 0; row < ROWS; row++) {
      double[] image = Arrays.copyOfRange(rows, 9 * row, 9 * row + 9);
      seen.merge(Arrays.stream(image).boxed().toList(), 1, Integer::sum);
    }
    return seen;
  }

  private static List<Double> image(double... pixels) {
    return Arrays.stream(pixels).boxed().toList();
  }

  @Test
  void aFlipExchangesSidesOfHalfTheImages() {
    Map<List<Double>, Integer> seen = seen(new Augment(0, true, false));
    assertThat(seen)
        .containsOnlyKeys(image(1, 2, 3, 4, 5, 6, 7, 8, 9), image(3, 2, 1, 6, 5, 4, 9, 8, 7));
    assertThat(seen.values()).allMatch(count -> count > 150 && count < 250);
    assertThat(seen(new Augment(0, false, true)))
        .containsOnlyKeys(image(1, 2, 3, 4, 5, 6, 7, 8, 9), image(7, 8, 9, 4, 5, 6, 1, 2, 3));
  }

  @Test
  void aShiftContinuesTheEdge() {
    Map<List<Double>, Integer> seen = seen(new Augment(1, false, false));
    assertThat(seen)
        .as("9 places")
        .hasSize(9)
        .containsKeys(
            image(1, 2, 3, 4, 5, 6, 7, 8, 9),
            image(1, 1, 2, 4, 4, 5, 7, 7, 8),
            image(5, 6, 6, 8, 9, 9, 8, 9, 9));
    assertThat(seen.values()).allMatch(count -> count > 20 && count < 80);
  }

  @Test
  void anImageDependsOnKeyAndRowAlone() {
    var augmentation = new Augmentation(new Augment(2, true, true), SHAPE, Optional.empty());
    DataSplit train = data(false).train();
    double[] all = augmentation.rows(train, ORDER, 0, ROWS, 7);
    double[] some = augmentation.rows(train, new int[] {5, 398, 3}, 1, 2, 7);
    assertThat(Arrays.copyOfRange(some, 0, 9)).isEqualTo(Arrays.copyOfRange(all, 9 * 398, 9 * 399));
    assertThat(Arrays.copyOfRange(some, 9, 18)).isEqualTo(Arrays.copyOfRange(all, 27, 36));
    assertThat(augmentation.rows(train, ORDER, 0, ROWS, 8)).isNotEqualTo(all);
  }

  @Test
  void imagesMoveBeforeTheyAreScaled() {
    SplitData data = data(true).augmented(new Augment(1, false, false));
    double[] rows = data.augmentation().orElseThrow().rows(data.train(), ORDER, 0, ROWS, 7);
    Set<Double> centre = new HashSet<>();
    for (int row = 0; row < ROWS; row++) {
      centre.add(rows[9 * row + 4]);
    }
    assertThat(centre)
        .as("the centre is 5 on all rows, so it is shifted by that and not scaled")
        .containsExactlyInAnyOrder(-4., -3., -2., -1., 0., 1., 2., 3., 4.);
  }

  @Test
  void onlyImagesMoveAndNotOutOfSight() {
    Dataset rows =
        new Dataset(
            List.of("a"),
            new Target(List.of("y"), List.of()),
            new double[] {1, 2},
            new double[] {1, 2});
    SplitData data =
        SplitData.of(rows, new SplitRows(new int[] {0, 1}, new int[0], new int[0]), false);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> data.augmented(new Augment(1, false, false)))
        .withMessage(
            "augment shifts and flips images, but this data set has no images; leave augment out");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> data(false).augmented(new Augment(3, false, false)))
        .withMessage("shift: 3 moves images of 3 × 3 out of sight; take less");
  }
}
