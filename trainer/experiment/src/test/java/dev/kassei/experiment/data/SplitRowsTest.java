package dev.kassei.experiment.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.kassei.api.Dataset;
import dev.kassei.api.Target;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class SplitRowsTest {
  private static final double[] SIX_TWO_TWO = {0.6, 0.2, 0.2};

  @Test
  void everyRowIsInExactlyOnePart() {
    SplitRows split = SplitRows.of(classes(50, 50, 50), SIX_TWO_TWO, true, 1);
    assertThat(all(split)).isEqualTo(IntStream.range(0, 150).toArray());
  }

  @Test
  void stratifiedPartsHaveEachClassInItsShare() {
    Dataset data = classes(50, 30, 20);
    SplitRows split = SplitRows.of(data, SIX_TWO_TWO, true, 1);
    assertThat(counts(data, split.train())).containsExactly(30, 18, 12);
    assertThat(counts(data, split.validation())).containsExactly(10, 6, 4);
    assertThat(counts(data, split.test())).containsExactly(10, 6, 4);
  }

  @Test
  void whatRoundingTakesInOneClassIsMadeUpInTheNext() {
    SplitRows split = SplitRows.of(classes(25, 25, 25, 25), new double[] {0.8, 0.1, 0.1}, true, 1);
    assertThat(split.train()).hasSize(80);
    assertThat(split.validation()).hasSize(10);
    assertThat(split.test()).hasSize(10);
  }

  @Test
  void theSeedAloneDecides() {
    Dataset data = classes(40, 40);
    assertThat(SplitRows.of(data, SIX_TWO_TWO, true, 1).test())
        .isEqualTo(SplitRows.of(data, SIX_TWO_TWO, true, 1).test())
        .isNotEqualTo(SplitRows.of(data, SIX_TWO_TWO, true, 2).test());
    assertThat(SplitRows.of(classes(5, 5), SIX_TWO_TWO, false, 1).train())
        .as("golden: former results depend on it")
        .containsExactly(0, 1, 2, 3, 6, 7);
  }

  @Test
  void partsWithoutAFractionAreEmpty() {
    SplitRows split = SplitRows.of(classes(3, 1), new double[] {1, 0, 0}, true, 1);
    assertThat(split.train()).containsExactly(0, 1, 2, 3);
    assertThat(split.validation()).isEmpty();
    assertThat(split.test()).isEmpty();
  }

  @Test
  void aClassTooSmallForEveryPartIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SplitRows.of(classes(20, 2), SIX_TWO_TWO, true, 1))
        .withMessage(
            "class 'c1' has 2 rows, too few to give one to each of 3 splits;"
                + " set stratify: false, use fewer splits or more rows");
    assertThat(all(SplitRows.of(classes(20, 2), SIX_TWO_TWO, false, 1))).hasSize(22);
    SplitRows barely = SplitRows.of(classes(20, 3), SIX_TWO_TWO, true, 1);
    for (int[] split : List.of(barely.train(), barely.validation(), barely.test())) {
      assertThat(counts(classes(20, 3), split)[1]).isEqualTo(1);
    }
  }

  @Test
  void tooFewRowsAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SplitRows.of(numbers(2), SIX_TWO_TWO, true, 1))
        .withMessage(
            "the data has 2 rows, too few to give one to each of 3 splits;"
                + " use fewer splits or more rows");
  }

  @Test
  void impossibleFractionsAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SplitRows.of(numbers(9), new double[] {0.8, 0.1, 0.2}, true, 1))
        .withMessageContaining("must add up to 1 but their sum is 1.1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SplitRows.of(numbers(9), new double[] {1.1, -0.1, 0}, true, 1))
        .withMessage("the fraction for train must be from 0 to 1 but was 1.1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SplitRows.of(numbers(9), new double[] {0, 0.5, 0.5}, true, 1))
        .withMessage("the fraction for train must be above 0");
  }

  @Property(tries = 200)
  void sizesAreTheFractionsRounded(
      @ForAll @Size(min = 1, max = 6) List<@IntRange(min = 3, max = 60) Integer> sizes,
      @ForAll @IntRange(min = 34, max = 98) int percent,
      @ForAll boolean stratify) {
    double validation = (100 - percent) / 200.0;
    double[] fractions = {percent / 100.0, validation, validation};
    Dataset data = classes(sizes.stream().mapToInt(Integer::intValue).toArray());
    SplitRows split = SplitRows.of(data, fractions, stratify, 3);
    assertThat(all(split)).isEqualTo(IntStream.range(0, data.rows()).toArray());
    boolean isAmple = validation * sizes.stream().mapToInt(Integer::intValue).min().orElse(0) >= 1;
    if (isAmple) {
      double off = Math.abs(split.test().length - data.rows() * validation);
      assertThat(off).isLessThan(1.001);
    }
  }

  private static Dataset classes(int... sizes) {
    double[] targets =
        IntStream.range(0, sizes.length)
            .flatMap(number -> IntStream.range(0, sizes[number]).map(row -> number))
            .mapToDouble(number -> number)
            .toArray();
    List<String> names = IntStream.range(0, sizes.length).mapToObj(i -> "c" + i).toList();
    var target = new Target(List.of("y"), names);
    return new Dataset(List.of("x"), target, new double[targets.length], targets);
  }

  private static Dataset numbers(int rows) {
    var target = new Target(List.of("y"), List.of());
    return new Dataset(List.of("x"), target, new double[rows], new double[rows]);
  }

  private static int[] all(SplitRows split) {
    return Stream.of(split.train(), split.validation(), split.test())
        .flatMapToInt(Arrays::stream)
        .sorted()
        .toArray();
  }

  private static int[] counts(Dataset data, int[] rows) {
    int[] counts = new int[data.target().classes().size()];
    for (int row : rows) {
      counts[(int) data.targets()[row]]++;
    }
    return counts;
  }
}
