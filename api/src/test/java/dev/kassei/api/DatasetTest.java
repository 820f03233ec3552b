package dev.kassei.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class DatasetTest {
  private static final Dataset DATA =
      new Dataset(
          List.of("a", "b"),
          new Target(List.of("y"), List.of()),
          new double[] {1, 2, 3, 4, 5, 6},
          new double[] {7, 8, 9});

  @Test
  void whatIsAddedKeepsWhatWasThere() {
    var shape = new ImageShape(1, 2, 1);
    Dataset all =
        DATA.withImage(shape)
            .withWeights(new double[] {1, 0, 2})
            .withTestFrom(2)
            .withFeatures(new double[6]);
    assertThat(all.image()).contains(shape);
    assertThat(all.weights().orElseThrow()).containsExactly(1, 0, 2);
    assertThat(all.testFrom()).hasValue(2);
    assertThat(all.targets()).isSameAs(DATA.targets());
    assertThat(all.features()).containsOnly(0);
  }

  @Test
  void anImageOfAnotherSizeIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DATA.withImage(new ImageShape(2, 2, 3)))
        .withMessage("images of 2 × 2 × 3 have 12 values, but rows have 2 features");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ImageShape(0, 2, 1))
        .withMessage("an image needs height, width and channels above 0 but has 0 × 2 × 1");
  }

  @Test
  void weightsAreOnePerRowAndNotNegative() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DATA.withWeights(new double[] {1, 2}))
        .withMessage("3 rows but 2 weights of rows");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DATA.withWeights(new double[] {1, 2, -1}))
        .withMessage("weights of rows must be finite and at least 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DATA.withWeights(new double[] {1, 2, Double.NaN}));
  }

  @Test
  void testRowsLeaveRowsToTrain() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DATA.withTestFrom(3))
        .withMessage("the test rows must begin within the 3 rows, after the first, but begin at 3");
    assertThatIllegalArgumentException().isThrownBy(() -> DATA.withTestFrom(0));
  }
}
