package dev.kassei.experiment.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenMlSplitsTest {
  private static final String HEAD =
      """
      % splits of a task
      @RELATION fruit_splits

      @ATTRIBUTE type {TRAIN,TEST}
      @ATTRIBUTE rowid NUMERIC
      @ATTRIBUTE repeat NUMERIC
      @ATTRIBUTE fold NUMERIC

      @DATA
      """;

  private static final String TWICE_TWO_FOLDS =
      """
      TRAIN,0,0,0
      TRAIN,2,0,0
      TEST,1,0,0
      TRAIN,1,0,1
      TEST,2,0,1
      TEST,0,0,1
      TEST,0,1,0
      TRAIN,1,1,0
      TRAIN,2,1,0
      TRAIN,0,1,1
      TEST,1,1,1
      TEST,2,1,1
      """;

  @TempDir Path folder;

  @Test
  void foldsAreCountedOverAllRepetitions() throws IOException {
    Path file = written(HEAD + TWICE_TWO_FOLDS);
    FoldsFile second = FoldsFile.read(file, folder, 1, 3);
    assertThat(second.train()).containsExactly(1);
    assertThat(second.test()).containsExactly(2, 0);
    FoldsFile third = FoldsFile.read(file, folder, 2, 3);
    assertThat(third.train()).containsExactly(1, 2);
    assertThat(third.test()).containsExactly(0);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FoldsFile.read(file, folder, 4, 3))
        .withMessageEndingWith(
            "there is no fold 4; the file has 4 folds, numbered from 0 over all repetitions (2)");
  }

  @Test
  void splitsOfOtherRowsOrOtherKindsAreRefused() throws IOException {
    assertRefused(
        HEAD + TWICE_TWO_FOLDS.replace("TRAIN,2,0,0", "TRAIN,3,0,0"),
        "line 11: expected a row from 0 to 2 but found 3");
    assertRefused(
        HEAD + TWICE_TWO_FOLDS.replace("TRAIN,2,0,0", "TRAIN,1,0,0"), "row 1 is there twice");
    assertRefused(
        HEAD + TWICE_TWO_FOLDS.replace("TRAIN,2,0,0", "LEARN,2,0,0"),
        "line 11: expected TRAIN or TEST but found 'LEARN'");
    assertRefused(HEAD + "TRAIN,0,0,0\n", "fold 0 has no rows to train or none to test");
    assertRefused(HEAD.replace("rowid", "row") + "TRAIN,0,0,0\n", "but found type, row, repeat");
    assertRefused(
        HEAD.replace("@DATA", "@ATTRIBUTE sample NUMERIC\n@DATA"),
        "it holds the samples of a learning curve");
  }

  private void assertRefused(String text, String message) throws IOException {
    Path file = written(text);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FoldsFile.read(file, folder, 0, 3))
        .withMessageContaining(message);
  }

  private Path written(String text) throws IOException {
    return Files.writeString(folder.resolve("datasplits.arff"), text);
  }
}
