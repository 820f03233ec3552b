package dev.kassei.experiment.data;

import static java.lang.Double.NaN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kassei.api.Categorical;
import dev.kassei.api.Categorical.Encoding;
import dev.kassei.api.Dataset;
import dev.kassei.api.ImageShape;
import dev.kassei.api.Target;
import dev.kassei.results.record.InputColumns;
import dev.kassei.results.record.Preparation;
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

  @Test
  void itSaysHowFurtherRowsBecomeFeatures() {
    Dataset data =
        new Dataset(
                List.of("a", "c=p", "c=q", "b", "o"),
                new Target(List.of("y"), List.of()),
                new double[] {1, 1, 0, 4, 1, NaN, 0, 1, 6, 0, 3, NaN, NaN, 8, 0, 9, 0, 1, 9, 0},
                new double[] {1, 2, 3, 4})
            .withCategorical(
                List.of(
                    new Categorical(1, List.of("p", "q"), Encoding.ONE_HOT),
                    new Categorical(4, List.of("s", "t"), Encoding.ORDINAL)));
    var rows = new SplitRows(new int[] {0, 1, 2}, new int[0], new int[] {3});
    Preparation preparation = SplitData.of(data, rows, true).preparation();
    assertThat(preparation.inputs().stream().map(InputColumns::names))
        .containsExactly(List.of("a"), List.of("c"), List.of("b"), List.of("o"));
    assertThat(preparation.featureNames()).isEqualTo(data.featureNames());
    assertThat(preparation.fill().orElseThrow()).containsExactly(2, .5, .5, 6, 0);
    assertThat(preparation.means().orElseThrow()).containsExactly(2, .5, .5, 6, 0);
    assertThat(preparation.deviations().orElseThrow()).endsWith(1).hasSize(5);
    assertThat(preparation.targetMeans()).isEmpty();
  }

  @Test
  void gapsAreFilledAlsoWhereTheTrainingRowsHaveNone() {
    Dataset data =
        new Dataset(
                List.of("a"),
                new Target(List.of("y"), List.of()),
                new double[] {1, 3},
                new double[2])
            .withGaps(Dataset.Gaps.MEAN);
    var rows = new SplitRows(new int[] {0, 1}, new int[0], new int[0]);
    Preparation preparation = SplitData.of(data, rows, false).preparation();
    assertThat(preparation.fill().orElseThrow()).containsExactly(2);
    assertThat(preparation.means()).isEmpty();
  }
}
