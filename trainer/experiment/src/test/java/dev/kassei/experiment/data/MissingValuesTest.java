package dev.kassei.experiment.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.kassei.api.Dataset;
import dev.kassei.api.Target;
import java.util.List;
import org.junit.jupiter.api.Test;

class MissingValuesTest {
  private static Dataset dataset(int width, double... features) {
    var names = List.of("a", "b", "c").subList(0, width);
    var target = new Target(List.of("y"), List.of("u", "v"));
    return new Dataset(names, target, features, new double[features.length / width]);
  }

  @Test
  void meansAreThoseOfTheTrainingRowsAlone() {
    Dataset data = dataset(2, 1, 1, Double.NaN, 1, 3, 1, 100, 1);
    assertThat(MissingValues.filled(data, new int[] {0, 1, 2}).features()[2]).isEqualTo(2);
    assertThat(MissingValues.filled(data, new int[] {3}).features()[2]).isEqualTo(100);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MissingValues.filled(data, new int[] {1}))
        .withMessage("the feature 'a' has no value in any training row; leave its column out");
  }

  @Test
  void theColumnsOfACategoryAreFilledEach() {
    Dataset data = dataset(3, Double.NaN, 1, 0, 2, Double.NaN, Double.NaN, 3, 0, 1);
    assertThat(MissingValues.filled(data, new int[] {0, 2}).features())
        .containsExactly(3, 1, 0, 2, 0.5, 0.5, 3, 0, 1);
  }
}
