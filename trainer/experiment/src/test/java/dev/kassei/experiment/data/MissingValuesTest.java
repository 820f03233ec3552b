package dev.kassei.experiment.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.kassei.api.Categorical;
import dev.kassei.api.Categorical.Encoding;
import dev.kassei.api.Dataset;
import dev.kassei.api.Dataset.Gaps;
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

  @Test
  void theMostFrequentCategoryIsOneCategory() {
    Dataset data =
        dataset(3, 1, 0, 5, 0, 1, 5, 0, 1, 7, Double.NaN, Double.NaN, Double.NaN)
            .withCategorical(List.of(new Categorical(0, List.of("p", "q"), Encoding.ONE_HOT)))
            .withGaps(Gaps.MOST_FREQUENT);
    assertThat(MissingValues.filled(data, new int[] {0, 1, 2}).features())
        .endsWith(0, 1, 5)
        .doesNotContain(Double.NaN);
    assertThat(MissingValues.filled(data, new int[] {0, 1}).features())
        .as("the first of equally many")
        .endsWith(1, 0, 5);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MissingValues.filled(data, new int[] {3}))
        .withMessageContaining("the feature 'a' has no value");
  }

  @Test
  void numbersOfCategoriesHaveNoMean() {
    Dataset data =
        dataset(1, 2, 2, 0, Double.NaN)
            .withCategorical(List.of(new Categorical(0, List.of("p", "q", "r"), Encoding.ORDINAL)));
    assertThat(MissingValues.filled(data, new int[] {0, 1, 2}).features())
        .containsExactly(2, 2, 0, 2);
  }
}
