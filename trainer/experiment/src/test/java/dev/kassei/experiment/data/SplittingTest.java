package dev.kassei.experiment.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.kassei.api.Dataset;
import dev.kassei.api.Target;
import dev.kassei.experiment.config.Split;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SplittingTest {
  @TempDir Path folder;

  /** Rows of classes of these sizes, one class after the other. */
  private static Dataset classes(int... sizes) {
    double[] targets =
        IntStream.range(0, sizes.length)
            .flatMap(number -> IntStream.generate(() -> number).limit(sizes[number]))
            .asDoubleStream()
            .toArray();
    List<String> names = IntStream.range(0, sizes.length).mapToObj(Integer::toString).toList();
    return new Dataset(
        List.of("x"), new Target(List.of("y"), names), new double[targets.length], targets);
  }

  private static Split folds(int folds, int fold, double validation) {
    return new Split(
        OptionalDouble.empty(),
        validation,
        0,
        Optional.empty(),
        OptionalInt.of(folds),
        OptionalInt.of(fold),
        Optional.empty());
  }

  private static Split file(int fold, double validation) {
    return new Split(
        OptionalDouble.empty(),
        validation,
        0,
        Optional.empty(),
        OptionalInt.empty(),
        OptionalInt.of(fold),
        Optional.of("x.folds.txt"));
  }

  private SplitRows rows(Dataset data, Split split, long seed) {
    try {
      return Splitting.rows(data, split, seed, folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private SplitRows fromFile(String text, int fold, double validation) throws IOException {
    Files.writeString(folder.resolve("x.folds.txt"), text);
    return rows(classes(3, 3), file(fold, validation), 1);
  }

  private String refusal(String text, int fold) {
    var refusal =
        catchThrowableOfType(IllegalArgumentException.class, () -> fromFile(text, fold, 0));
    return String.valueOf(refusal.getMessage()).replace(folder + "/", "");
  }

  @Test
  void seedsDecideOverRandomSplitsAlone() throws IOException {
    Files.writeString(folder.resolve("x.folds.txt"), "0 1 2 4 5\n3\n");
    var fractions = new Split(OptionalDouble.empty(), 0.2, 0.3, false);
    for (Split split : List.of(new Split(), file(0, 0), file(0, 0.4), fractions, folds(3, 0, 0))) {
      long different =
          LongStream.rangeClosed(1, 20)
              .mapToObj(seed -> rows(classes(3, 3), split, seed))
              .map(rows -> Arrays.toString(rows.train()) + Arrays.toString(rows.validation()))
              .distinct()
              .count();
      assertThat(different > 1).as(split.toString()).isEqualTo(split.isRandom());
    }
  }

  @ParameterizedTest
  @CsvSource({"2, 0", "3, 0.25", "5, 0", "5, 0.2", "7, 0.5", "10, 0.1"})
  void everyRowIsTestedOnceAndInOnePartOfEachFold(int folds, double validation) {
    Dataset data = classes(31, 17, 2, 50);
    int[] tested =
        IntStream.range(0, folds)
            .flatMap(fold -> Arrays.stream(rows(data, folds(folds, fold, validation), 3).test()))
            .sorted()
            .toArray();
    assertThat(tested).isEqualTo(IntStream.range(0, 100).toArray());
    for (int fold = 0; fold < folds; fold++) {
      SplitRows rows = rows(data, folds(folds, fold, validation), 3);
      assertThat(sorted(rows)).isEqualTo(IntStream.range(0, 100).toArray());
      int others = 100 - rows.test().length;
      assertThat((double) rows.validation().length)
          .isBetween(Math.floor(others * validation), Math.ceil(others * validation));
    }
  }

  private static int[] sorted(SplitRows rows) {
    return IntStream.concat(
            IntStream.concat(Arrays.stream(rows.train()), Arrays.stream(rows.validation())),
            Arrays.stream(rows.test()))
        .sorted()
        .toArray();
  }

  @Test
  void foldsDifferByOneRowAtMostInTotalAndInEachClass() {
    Dataset data = classes(31, 17, 2, 53);
    for (int number = 0; number < 4; number++) {
      int wanted = number;
      int[] counts =
          IntStream.range(0, 5)
              .map(
                  fold ->
                      (int)
                          Arrays.stream(rows(data, folds(5, fold, 0), 9).test())
                              .filter(row -> data.targets()[row] == wanted)
                              .count())
              .sorted()
              .toArray();
      assertThat(counts[4] - counts[0]).as(Arrays.toString(counts)).isLessThanOrEqualTo(1);
    }
    int[] sizes =
        IntStream.range(0, 5).map(f -> rows(data, folds(5, f, 0), 9).test().length).toArray();
    assertThat(sizes).containsOnly(20, 21);
  }

  @Test
  void theSeedDecidesAndNothingElse() {
    Dataset data = classes(40, 60);
    assertThat(rows(data, folds(5, 2, 0), 1).test())
        .isEqualTo(rows(data, folds(5, 2, 0), 1).test())
        .isEqualTo(rows(data, folds(5, 2, 0.3), 1).test())
        .isNotEqualTo(rows(data, folds(5, 2, 0), 2).test());
  }

  @Test
  void validationIsStratifiedAndMayLeaveOutASmallClass() {
    Dataset data = classes(60, 30, 1);
    SplitRows rows = rows(data, folds(3, 0, 0.2), 1);
    long first = Arrays.stream(rows.validation()).filter(row -> row < 60).count();
    assertThat(rows.validation().length).isIn(11, 12);
    assertThat(first).isEqualTo(8);
  }

  @Test
  void validationOfLessThanARowIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> rows(classes(2, 2), folds(2, 0, 0.3), 1))
        .withMessage("validation: 0.3 of 2 rows is less than one; use a larger share");
  }

  @Test
  void moreFoldsThanRowsAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> rows(classes(2, 2), folds(5, 0, 0), 1))
        .withMessage("the data has 4 rows, too few for 5 folds; use fewer folds");
  }

  @Test
  void aFileOfFoldsIsTakenAtItsWord() throws IOException {
    String text = "5 0 1 3\n2 4\n2 4  5\n3 0 1\n";
    SplitRows first = fromFile(text, 0, 0);
    assertThat(first.train()).containsExactly(0, 1, 3, 5);
    assertThat(first.validation()).isEmpty();
    assertThat(first.test()).containsExactly(2, 4);
    assertThat(fromFile(text, 1, 0).test()).containsExactly(0, 1, 3);
  }

  @Test
  void validationComesFromTheTrainingRowsOfTheFile() throws IOException {
    SplitRows rows = fromFile("0 1 3 4\n2 5\n", 0, 0.5);
    assertThat(rows.test()).containsExactly(2, 5);
    assertThat(rows.validation()).hasSize(2);
    assertThat(sorted(rows)).containsExactly(0, 1, 2, 3, 4, 5);
  }

  @Test
  void aFileThatDoesNotFitIsRefusedWithThePlace() {
    assertThat(refusal("0 1\n2 3\n4 5\n", 0))
        .isEqualTo(
            "x.folds.txt: expected two lines a fold, training rows and test rows, but found 3"
                + " lines");
    assertThat(refusal("0 1\n2 3\n", 1))
        .isEqualTo("x.folds.txt: there is no fold 1; the file has folds 0 to 0");
    assertThat(refusal("0 1 6\n2 -1 x 1\n", 0))
        .isEqualTo(
            """
            x.folds.txt: 4 problems
              line 1: expected the number of a row, 0 to 5, but found '6'
              line 2: expected the number of a row, 0 to 5, but found '-1'
              line 2: expected the number of a row, 0 to 5, but found 'x'
              line 2: row 1 is there twice; a row trains or tests, once""");
    assertThat(refusal("\n1 2\n", 0))
        .isEqualTo("x.folds.txt: line 1: expected the numbers of rows but the line is empty");
    assertThat(refusal("", 0)).contains("but found 0 lines");
  }

  @Test
  void aFileThatIsNotThereIsNamed() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> rows(classes(2, 2), file(0, 0), 1))
        .withMessageContaining("x.folds.txt: there is no such file");
  }

  @Test
  void theAuthorsTestRowsAreTheTestSplit() {
    Dataset data = classes(30, 30).withTestFrom(40);
    SplitRows all = rows(data, new Split(), 1);
    assertThat(all.train()).isEqualTo(IntStream.range(0, 40).toArray());
    assertThat(all.validation()).isEmpty();
    assertThat(all.test()).isEqualTo(IntStream.range(40, 60).toArray());
    SplitRows some = rows(data, new Split(OptionalDouble.of(.75), .25, 0, false), 1);
    assertThat(some.validation()).hasSize(10);
    assertThat(sorted(some)).isEqualTo(IntStream.range(0, 60).toArray());
    assertThat(some.test()).isEqualTo(all.test());
  }

  @Test
  void otherTestRowsThanTheAuthorsAreRefused() {
    Dataset data = classes(30, 30).withTestFrom(40);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> rows(data, new Split(OptionalDouble.empty(), 0, .2, false), 1))
        .withMessage(
            "the data comes with its own test rows, 20 of 60; remove split.test; validation can be"
                + " given");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> rows(data, folds(3, 0, 0), 1))
        .withMessageContaining("remove split.fold;");
  }
}
