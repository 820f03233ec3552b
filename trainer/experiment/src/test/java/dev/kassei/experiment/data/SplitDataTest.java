package dev.kassei.experiment.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kassei.api.Dataset;
import dev.kassei.api.ImageShape;
import dev.kassei.api.Target;
import java.util.List;
import org.junit.jupiter.api.Test;

class SplitDataTest {
  private static final ImageShape SHAPE = new ImageShape(1, 2, 1);
  private static final Dataset DATA =
      new Dataset(
              List.of("a", "b"),
              new Target(List.of("y"), List.of()),
              new double[] {1, Double.NaN, 3, 4, 5, 6},
              new double[] {7, 8, 9})
          .withImage(SHAPE);

  private static SplitData split(Dataset data) {
    return SplitData.of(data, new SplitRows(new int[] {0, 2}, new int[] {}, new int[] {1}), true);
  }

  @Test
  void shapeAndWeightsGoWithTheirRows() {
    SplitData split = split(DATA.withWeights(new double[] {.5, 2, 3}));
    assertThat(split.image()).contains(SHAPE);
    assertThat(split.train().weights().orElseThrow()).containsExactly(.5, 3);
    assertThat(split.splits().get(SplitData.TEST).weights().orElseThrow()).containsExactly(2);
  }

  @Test
  void withoutWeightsThereAreNone() {
    assertThat(split(DATA).train().weights()).isEmpty();
  }
}
