package dev.kassei.plotting.batch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kassei.plotting.figure.Artist;
import dev.kassei.plotting.figure.Axes2D;
import dev.kassei.plotting.figure.Figure;
import dev.kassei.plotting.figure.Marker;
import dev.kassei.plotting.figure.Scale;
import dev.kassei.results.record.TuningRecord;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BatchFiguresTest {
  private static Axes2D axes(Figure figure) {
    return (Axes2D) figure.panels().get(0);
  }

  private static <A extends Artist> A only(Figure figure, Class<A> kind) {
    return axes(figure).artists().stream()
        .filter(kind::isInstance)
        .map(kind::cast)
        .findFirst()
        .orElseThrow();
  }

  private static List<String> names(Figure figure) {
    return ((Scale.Category) axes(figure).y().scale()).names();
  }

  @Test
  void theRegionOfEquivalenceIsABandAroundZero() {
    Figure figure = DifferencesFigure.of(List.of(BatchSamples.differences("iris", 4)));
    assertThat(only(figure, Artist.Band.class).x()).containsExactly(-0.01, 0.01);
    assertThat(only(figure, Artist.Reference.class).value()).isZero();
    assertThat(axes(figure).title()).isEqualTo("iris; gray: ± 0.01 does not matter");
  }

  @Test
  void withoutARegionOfEquivalenceThereIsNoBand() {
    var differences =
        new Differences("iris", "accuracy", "relu", List.of(new Estimate("mish", 1, 0, 2)), 0);
    assertThat(axes(DifferencesFigure.of(List.of(differences))).artists())
        .noneMatch(Artist.Band.class::isInstance);
  }

  @Test
  void failuresAreNamedAndLeftOutOfTheBox() {
    var sample = new Sample("tanh", new double[] {Double.NaN, 1, 2, 3, 4, 5});
    Figure figure = ScoresFigure.of(List.of(new Scores("iris", "loss", List.of(sample))));
    assertThat(names(figure)).containsExactly("tanh (1 failed or diverged)");
    assertThat(only(figure, Artist.Boxes.class).boxes())
        .containsExactly(new Artist.Box(0, 1, 2, 3, 4, 5));
    assertThat(only(figure, Artist.Points.class).x()).containsExactly(1, 2, 3, 4, 5);
  }

  @Test
  void fewScoresHaveNoBox() {
    var sample = new Sample("tanh", new double[] {1, 2, 3, 4});
    Figure figure = ScoresFigure.of(List.of(new Scores("iris", "loss", List.of(sample))));
    assertThat(only(figure, Artist.Boxes.class).boxes()).isEmpty();
  }

  @Test
  void thousandsOfScoresAreThinnedToTheirQuantiles() {
    Figure figure = ScoresFigure.of(List.of(BatchSamples.scores("iris", 10, 1_000)));
    assertThat(only(figure, Artist.Points.class).x().length).isEqualTo(1_500);
  }

  @Test
  void eachColumnOfTheHeatMapHasAllColours() {
    double[][] errors = {{1, 10}, {2, 30}, {3, Double.NaN}};
    var table = new ScoreTable("error", false, List.of("a", "b", "c"), List.of("x", "y"), errors);
    Artist.HeatMap map = only(ScoreTableFigure.of(table), Artist.HeatMap.class);
    assertThat(map.values()[0]).containsExactly(1, 1);
    assertThat(map.values()[1]).containsExactly(0.5, 0);
    assertThat(map.values()[2][0]).isZero();
    assertThat(map.values()[2][1]).isNaN();
    assertThat(map.texts())
        .containsExactly(List.of("1.00", "10.0"), List.of("2.00", "30.0"), List.of("3.00", "–"));
  }

  @Test
  void manyColumnsHaveNoTexts() {
    Artist.HeatMap map = only(ScoreTableFigure.of(BatchSamples.table(3, 31)), Artist.HeatMap.class);
    assertThat(map.texts()).isEmpty();
  }

  @Test
  void theBandHoldsTheMedianAtNinetyFivePercent() {
    // the ranks that tables of the sign test give: 9 → 2 to 8, 20 → 6 to 15, 100 → 40 to 61
    assertThat(IntStream.of(1, 5, 6, 9, 20, 100).map(Quantiles::outside))
        .containsExactly(0, 0, 0, 1, 5, 39);
    assertThat(Quantiles.outside(2_000)).isBetween(950, 956);
  }

  @Test
  void aTrialThatDivergedIsAsBadAsCanBeAndOneThatStoppedStays() {
    double[] two = {0, 1};
    var whole = new TrialCurve(new double[] {0, 1, 2}, new double[] {3, 2, 1}, false);
    var stopped = new TrialCurve(two, new double[] {4, 3}, false);
    var diverged = new TrialCurve(two, new double[] {5, 6}, true);
    MethodCurves.Course course =
        new MethodCurves("relu", List.of(whole, stopped, diverged)).course(false);
    assertThat(course.median()).containsExactly(4, 3, 3);
    assertThat(course.high()).containsExactly(5, 6, Double.POSITIVE_INFINITY);
    assertThat(course.low()).containsExactly(3, 2, 1);
  }

  private static List<String> labels(Figure figure) {
    return axes(figure).artists().stream()
        .map(Artist::label)
        .filter(label -> !label.isEmpty())
        .toList();
  }

  @Test
  void ofManyCurvesTheReferenceAndWhatDiffersStandOutWhereverTheyRank() {
    Figure figure =
        LearningCurvesFigure.of(List.of(BatchSamples.manyCurves(Set.of("method3", "method57"))));

    assertThat(labels(figure)).containsExactly("57 others", "method3", "method20", "method57");
    assertThat(axes(figure).title()).isEqualTo("moons, 3 of 60 in colour");
  }

  @Test
  void whereManyDifferTheBestAndTheWorstAreColoured() {
    Set<String> different =
        IntStream.range(25, 60).mapToObj(i -> "method" + i).collect(Collectors.toSet());
    Figure figure = LearningCurvesFigure.of(List.of(BatchSamples.manyCurves(different)));

    assertThat(labels(figure))
        .hasSize(14)
        .startsWith("24 others", "24 more that differ", "method20", "method25")
        .endsWith("method59");
  }

  private static MethodCurves curve(String method, double... values) {
    double[] epochs = IntStream.range(0, values.length).asDoubleStream().toArray();
    return new MethodCurves(method, List.of(new TrialCurve(epochs, values, false)));
  }

  private static Figure curves(boolean higherIsBetter, MethodCurves... methods) {
    return LearningCurvesFigure.of(
        List.of(
            new LearningCurves("wine", "Score", higherIsBetter, List.of(methods), "", Set.of())));
  }

  @Test
  void whatExplodesDoesNotFlattenTheOthers() {
    double infinity = Double.POSITIVE_INFINITY;
    Figure losses =
        curves(
            false,
            curve("0.01", 1.1, 0.9, 0.8),
            curve("0.1", 1.1, 0.2, 0),
            curve("10", 4, 80, 1e30));
    assertThat(axes(losses).title()).isEqualTo("wine; beyond the axis: 10");
    assertThat(axes(losses).artists())
        .extracting(artist -> ((Artist.Line) artist).y())
        .containsExactly(
            new double[] {1.1, 0.9, 0.8},
            new double[] {1.1, 0.2, 0},
            new double[] {4, infinity, infinity});
    Figure shares = curves(true, curve("a", 0.1, 0.9), curve("b", 0.2, 0.8), curve("c", -1e9, 0.5));
    assertThat(axes(shares).title()).isEqualTo("wine; beyond the axis: c");
  }

  @Test
  void whatIsOnlyBadIsShown() {
    Figure losses = curves(false, curve("a", 1, 0.1), curve("b", 1, 0.5), curve("c", 5, 9));
    assertThat(axes(losses).title()).isEqualTo("wine");
  }

  @Test
  void betweenEpochsCurvesAreInterpolated() {
    var curve = new TrialCurve(new double[] {0, 10}, new double[] {1, 3}, false);
    assertThat(curve.at(5, Double.NaN)).isEqualTo(2);
  }

  @Test
  void aDiamondMarksWhatTheTuningChose() {
    Figure figure = TuningFigure.of(List.of(BatchSamples.tuning("iris", 1)));
    Artist.Points last =
        (Artist.Points) axes(figure).artists().get(axes(figure).artists().size() - 1);
    assertThat(last.x()).containsExactly(0.1);
    assertThat(last.y()).containsExactly(0.05);
    assertThat(axes(figure).x().scale()).isInstanceOf(Scale.Log.class);
  }

  private static List<Artist.Points> diamonds(Figure figure) {
    return axes(figure).artists().stream()
        .filter(Artist.Points.class::isInstance)
        .map(Artist.Points.class::cast)
        .filter(points -> points.marker() == Marker.DIAMOND)
        .toList();
  }

  @Test
  void aDiamondIsDrawnForEachChoiceAndNoneHidesAnother() {
    var tuning =
        new TuningRecord(
            "validation.loss",
            false,
            List.of(
                Map.of("optimizer.learning_rate", "0.01", "model.hidden", "[4]"),
                Map.of("optimizer.learning_rate", "0.01", "model.hidden", "[8]"),
                Map.of("optimizer.learning_rate", "0.1", "model.hidden", "[4]"),
                Map.of("optimizer.learning_rate", "0.1", "model.hidden", "[8]")),
            List.of(
                new TuningRecord.Row("tanh", List.of(3.0, 2.0, 1.0, 4.0), List.of(0, 1, 3, 2)),
                new TuningRecord.Row("relu", List.of(3.0, 3.0, 1.0, 2.0), List.of(0, 0, 6, 0))));
    Tuning number = TunedNumber.of(tuning).orElseThrow().tuning("wine", List.of("tanh", "relu"));
    Figure figure = TuningFigure.of(List.of(number));

    assertThat(diamonds(figure))
        .extracting(points -> points.x()[0])
        .containsExactly(0.01, 0.1, 0.1);
    assertThat(diamonds(figure)).extracting(Artist.Points::size).containsExactly(10.0, 18.0, 6.0);
    assertThat(labels(figure)).containsExactly("tanh (0.100 ×5, 0.0100 ×1)", "relu");
    assertThat(axes(figure).y().label()).isEqualTo("Validation loss, the best over hidden");
    assertThat(axes(figure).alternative())
        .isEqualTo(
            "wine: Validation loss over Learning rate, the best over hidden. Chosen: tanh 0.100 ×5,"
                + " 0.0100 ×1; relu 0.100.");
  }

  @Test
  void longNamesAreShortened() {
    var sample = new Sample("漢".repeat(300) + "\n", new double[] {1});
    Figure figure = ScoresFigure.of(List.of(new Scores("iris", "loss", List.of(sample))));
    assertThat(names(figure)).containsExactly("漢".repeat(21) + "…b187d8");
  }

  @Test
  void numbersHaveThreeDigits() {
    assertThat(Labels.value(0.95)).isEqualTo("0.950");
    assertThat(Labels.value(12.345)).isEqualTo("12.3");
    assertThat(Labels.value(-1e-7)).isEqualTo("−1.00e−7");
    assertThat(Labels.value(12345)).isEqualTo("12345");
    assertThat(Labels.value(0)).isEqualTo("0");
    assertThat(Labels.value(Double.POSITIVE_INFINITY)).isEqualTo("∞");
  }
}
