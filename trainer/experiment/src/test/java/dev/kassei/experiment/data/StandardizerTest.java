package dev.kassei.experiment.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kassei.api.Categorical;
import dev.kassei.api.Categorical.Encoding;
import dev.kassei.api.Dataset;
import dev.kassei.api.Target;
import java.util.List;
import org.junit.jupiter.api.Test;

class StandardizerTest {
  private static final Dataset DATA =
      new Dataset(
          List.of("a", "b"),
          new Target(List.of("y"), List.of()),
          new double[] {1, 0.1, 2, 0.1, 6, 0.1, 100, 5},
          new double[] {1, 2, 3, 4});
  private static final Standardizer FITTED = Standardizer.fit(DATA, new int[] {0, 1, 2});

  @Test
  void meanAndPopulationDeviationAreThoseOfTheTrainingRows() {
    assertThat(FITTED.means()[0]).isEqualTo(3);
    assertThat(FITTED.deviations()[0]).isCloseTo(Math.sqrt(14.0 / 3), within(1e-15));
  }

  @Test
  void trainingRowsHaveMeanZeroAndDeviationOne() {
    double[] features = FITTED.apply(DATA.features());
    double sum = features[0] + features[2] + features[4];
    double squares =
        features[0] * features[0] + features[2] * features[2] + features[4] * features[4];
    assertThat(sum).isCloseTo(0, within(1e-15));
    assertThat(squares / 3).isCloseTo(1, within(1e-15));
    assertThat(features[6]).isCloseTo(97 / Math.sqrt(14.0 / 3), within(1e-12));
  }

  @Test
  void constantFeaturesAreShiftedOnly() {
    double[] features = FITTED.apply(DATA.features());
    assertThat(new double[] {features[1], features[3], features[5]}).containsOnly(0);
    assertThat(features[7]).isEqualTo(4.9);
  }

  @Test
  void theGivenFeaturesStayAsTheyAre() {
    assertThat(FITTED.apply(DATA.features())[0]).isNegative();
    assertThat(DATA.features()[0]).isEqualTo(1);
  }

  @Test
  void numbersOfCategoriesStayAsTheyAre() {
    var ordinal = new Categorical(0, List.of("p", "q"), Encoding.ORDINAL);
    Dataset data = DATA.withCategorical(List.of(ordinal));
    double[] features = Standardizer.fit(data, new int[] {0, 1, 2}).apply(data.features());
    assertThat(features[0]).isEqualTo(data.features()[0]);
    assertThat(features[6]).isEqualTo(data.features()[6]);
  }
}
