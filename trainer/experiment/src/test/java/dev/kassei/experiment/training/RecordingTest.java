package dev.kassei.experiment.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kassei.api.Activation;
import dev.kassei.api.Dataset;
import dev.kassei.api.Loss;
import dev.kassei.api.Precision;
import dev.kassei.api.Target;
import dev.kassei.api.expr.Expr;
import dev.kassei.builtins.loss.BinaryCrossEntropy;
import dev.kassei.builtins.loss.CrossEntropy;
import dev.kassei.builtins.loss.MeanSquaredError;
import dev.kassei.engine.Programs;
import dev.kassei.engine.plan.Entry;
import dev.kassei.engine.plan.Plan;
import dev.kassei.engine.plan.PlanOptions;
import dev.kassei.engine.random.CountedDraws;
import dev.kassei.engine.random.Purpose;
import dev.kassei.experiment.config.Plots;
import dev.kassei.experiment.config.Training;
import dev.kassei.experiment.data.SplitData;
import dev.kassei.experiment.data.SplitRows;
import dev.kassei.results.record.HistogramBin;
import dev.kassei.results.record.SurfaceRecord;
import dev.kassei.results.record.SurfacesRecord;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordingTest {
  private static final Activation TANH = Expr::tanh;
  private static final Activation SQUARE = Expr::square;
  private static final int ROWS = 10;
  private static final int POINTS = 37;
  private static final Target NUMBER = new Target(List.of("y"), List.of());
  private static final Plots PLOTS =
      new Plots(true, Optional.of(new Plots.Surface(Optional.of(List.of(-1.0, 3.0)), POINTS)));

  /** Two features in different units; {@code width} of them. */
  private static SplitData data(Target target, int width) {
    double[] features = new double[width * ROWS];
    double[] targets = new double[ROWS];
    for (int i = 0; i < features.length; i++) {
      features[i] = (i * 7 % 10) * (i % width == 0 ? 0.1 : 20);
    }
    for (int i = 0; i < ROWS; i++) {
      targets[i] = target.isClasses() ? i % target.classes().size() : features[i] / 10;
    }
    List<String> names = IntStream.range(0, width).mapToObj(i -> "x" + i).toList();
    var dataset = new Dataset(names, target, features, targets);
    SplitRows all = SplitRows.of(dataset, new double[] {1, 0, 0}, false, 1);
    return SplitData.of(dataset, all, true);
  }

  private static Target classes(int count) {
    List<String> names = IntStream.range(0, count).mapToObj(i -> "c" + i).toList();
    return new Target(List.of("class"), names);
  }

  private static PreparedTrial trial(SplitData data, Loss loss, Activation activation, int epochs) {
    return trial(data, loss, activation, epochs, 0.05);
  }

  private static PreparedTrial trial(
      SplitData data, Loss loss, Activation activation, int epochs, double rate) {
    return TinyTrial.of(data, loss, activation, epochs, rate, 3);
  }

  private static PreparedTrial regression(int epochs) {
    return trial(data(NUMBER, 2), new MeanSquaredError(), TANH, epochs);
  }

  private static Outcome train(PreparedTrial trial) {
    return TinyTrial.train(List.of(trial), RunOptions.Kernels.AUTO).get(0);
  }

  private static SurfacesRecord surfaces(Outcome outcome) {
    return outcome.surfaces().orElseThrow();
  }

  private static List<Integer> epochs(Outcome outcome) {
    return surfaces(outcome).surfaces().stream().map(SurfaceRecord::epoch).distinct().toList();
  }

  /** What the network predicts over the mesh with the weights that some epochs make. */
  private static double[] predicted(PreparedTrial trial, SurfacesRecord surfaces, int epochs) {
    Training whole = trial.training();
    Training shorter =
        new Training(
            epochs,
            whole.maxSteps(),
            whole.timeBudget(),
            whole.batchSize(),
            whole.dropLast(),
            whole.shuffle(),
            whole.classWeights(),
            whole.validateEvery(),
            whole.trainMetrics(),
            whole.logEvery(),
            whole.accumulate(),
            whole.clipValue(),
            whole.clipNorm(),
            whole.sharpnessAware(),
            whole.excludeFromDecay(),
            whole.layerRates(),
            whole.schedule(),
            whole.initialWeights(),
            Optional.empty(),
            Optional.empty(),
            List.of());
    PreparedTrial same =
        new PreparedTrial(
            new TrialTemplate(
                trial.network(),
                trial.template().learner(),
                trial.precision(),
                shorter,
                new InitialWeights(Optional.empty(), Precision.FLOAT64),
                trial.metrics(),
                Optional.empty(),
                Optional.empty(),
                trial.program()),
            trial.data(),
            trial.seeds(),
            Optional.empty());
    return predicted(trial, surfaces, train(same).tensors());
  }

  /** What the network predicts over the mesh with these weights. */
  private static double[] predicted(
      PreparedTrial trial, SurfacesRecord surfaces, Map<String, NamedTensor> tensors) {
    var plan =
        new Plan(
            List.of(Programs.inference(trial.network().response())),
            PlanOptions.of(Precision.FLOAT32, 1));
    plan.initialize(0, name -> CountedDraws.of(0, Purpose.WEIGHTS, name, 0));
    tensors.forEach((name, tensor) -> writeIfUsed(plan, name, tensor.values()));
    double[] values = new double[POINTS * POINTS];
    for (int i = 0; i < values.length; i++) {
      double[] point = {surfaces.x1()[i % POINTS], surfaces.x2()[i / POINTS]};
      plan.input(Network.FEATURES, 0, 0, trial.data().scaled(point), 0);
      plan.run(Entry.PREDICT, 1);
      values[i] = plan.output(Programs.RESPONSE, 0, 1)[0];
    }
    return values;
  }

  private static void writeIfUsed(Plan plan, String name, double[] values) {
    if (plan.tensors().names().contains(name)) {
      plan.tensors().write(name, 0, values);
    }
  }

  @ParameterizedTest
  @EnumSource
  void recordingDoesNotChangeABitOfTraining(RunOptions.Kernels kernels) {
    PreparedTrial plain = regression(30);
    Outcome expected = TinyTrial.train(List.of(plain), RunOptions.Kernels.SCALAR).get(0);
    Outcome recorded = TinyTrial.train(List.of(plain.recorded(PLOTS)), kernels).get(0);

    assertThat(recorded.epochs()).isEqualTo(expected.epochs());
    assertThat(recorded.steps()).isEqualTo(expected.steps());
    expected
        .tensors()
        .forEach(
            (name, tensor) ->
                assertThat(recorded.tensors().get(name).values()).isEqualTo(tensor.values()));
    assertThat(expected.surfaces()).isEmpty();
    assertThat(expected.histograms()).isEmpty();
  }

  @Test
  void aSurfaceIsWhatTheNetworkPredictsAfterThatManyEpochs() {
    PreparedTrial trial = regression(60);
    Outcome outcome = train(trial.recorded(PLOTS));
    SurfacesRecord surfaces = surfaces(outcome);

    assertThat(epochs(outcome)).hasSize(20).startsWith(0, 1, 2).endsWith(60);
    for (SurfaceRecord surface : surfaces.surfaces()) {
      assertThat(surface.column()).isEqualTo("predicted.y");
      assertThat(surface.values())
          .as(surface.tensorName())
          .isEqualTo(predicted(trial, surfaces, surface.epoch()));
    }
  }

  private static PreparedTrial monitored(boolean restoresBest) {
    PreparedTrial trial = regression(60);
    var monitor = new Monitor("train.running_loss", false, 100, 0, restoresBest);
    TrialTemplate watched = trial.template().monitored(monitor);
    return new PreparedTrial(watched, trial.data(), trial.seeds(), Optional.of(PLOTS));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void theLastSurfaceAndTheHistogramsAreThoseOfTheResult(boolean restoresBest) {
    PreparedTrial trial = monitored(restoresBest);
    Outcome outcome = train(trial);
    SurfacesRecord surfaces = surfaces(outcome);

    assertThat(outcome.bestEpoch()).isBetween(0, 58);
    int epochs = restoresBest ? outcome.bestEpoch() + 1 : 60;
    assertThat(epochs(outcome)).startsWith(0, 1).endsWith(epochs);
    assertThat(surfaces.last().surfaces().get(0).values())
        .isEqualTo(predicted(trial, surfaces, outcome.tensors()))
        .isEqualTo(predicted(regression(60), surfaces, epochs));
    for (String name : List.of("hidden.0.weight", "output.bias")) {
      double[] values = outcome.tensors().get(name).values();
      assertThat(bins(outcome, HistogramBin.Kind.WEIGHT, name))
          .isEqualTo(Histogram.of(HistogramBin.Kind.WEIGHT, name, values));
    }
    assertThat(bins(outcome, HistogramBin.Kind.ACTIVATION, "output"))
        .isEqualTo(
            Histogram.of(
                HistogramBin.Kind.ACTIVATION,
                "output",
                outcome.predictions().get(SplitData.TRAIN).values()));
  }

  private static List<HistogramBin> bins(Outcome outcome, HistogramBin.Kind kind, String name) {
    return outcome.histograms().stream()
        .filter(bin -> bin.kind() == kind && bin.name().equals(name))
        .toList();
  }

  @Test
  void onlyTheTrialThatIsRecordedPaysForIt() {
    PreparedTrial trial = regression(5);
    List<Outcome> outcomes =
        TinyTrial.train(List.of(trial, trial.recorded(PLOTS), trial), RunOptions.Kernels.AUTO);

    assertThat(outcomes.get(0).surfaces()).isEmpty();
    assertThat(outcomes.get(2).histograms()).isEmpty();
    assertThat(surfaces(outcomes.get(1)).surfaces())
        .zipSatisfy(
            surfaces(train(trial.recorded(PLOTS))).surfaces(),
            (inLanes, alone) -> {
              assertThat(inLanes.tensorName()).isEqualTo(alone.tensorName());
              assertThat(inLanes.values()).isEqualTo(alone.values());
            });
  }

  @Test
  void withoutARangeTheMeshCoversTheDataInItsUnits() {
    var plots = new Plots(true, Optional.of(new Plots.Surface(Optional.empty(), 3)));
    SurfacesRecord surfaces = surfaces(train(regression(0).recorded(plots)));

    SplitData data = data(NUMBER, 2);
    double[] firsts = column(data.train().originals(), 0);
    double[] seconds = column(data.train().originals(), 1);
    assertCovers(surfaces.x1(), firsts);
    assertCovers(surfaces.x2(), seconds);
    assertThat(surfaces.surfaces()).hasSize(1);
  }

  private static double[] column(double[] rows, int column) {
    return IntStream.range(0, ROWS).mapToDouble(row -> rows[2 * row + column]).toArray();
  }

  private static void assertCovers(double[] axis, double[] values) {
    double least = Arrays.stream(values).min().orElseThrow();
    double greatest = Arrays.stream(values).max().orElseThrow();
    double margin = (greatest - least) * 0.05;
    assertThat(axis[0]).isEqualTo(least - margin);
    assertThat(axis[2]).isEqualTo(greatest + margin);
  }

  @Test
  void twoClassesOfOneOutputHaveOneSurface() {
    PreparedTrial trial = trial(data(classes(2), 2), new BinaryCrossEntropy(), TANH, 1);
    assertThat(columns(train(trial.recorded(PLOTS)))).containsExactly("output");
  }

  @Test
  void ofManyClassesFourHaveASurfaceAndAllCountInTheMap() {
    PreparedTrial trial = trial(data(classes(6), 2), new CrossEntropy(), TANH, 40);
    Outcome outcome = train(trial.recorded(PLOTS));

    assertThat(columns(outcome))
        .containsExactly("output.c0", "output.c1", "output.c2", "output.c3", "predicted");
    SurfacesRecord surfaces = surfaces(outcome);
    double[] map = surfaces.surfaces().get(surfaces.surfaces().size() - 1).values();
    assertThat(Arrays.stream(map).filter(Double::isFinite)).isSubsetOf(0., 1., 2., 3., 4., 5.);
    assertThat(Arrays.stream(map).distinct().count()).isGreaterThan(1);
  }

  private static List<String> columns(Outcome outcome) {
    return surfaces(outcome).surfaces().stream().map(SurfaceRecord::column).distinct().toList();
  }

  @Test
  void anotherNumberOfInputsHasHistogramsAlone() {
    PreparedTrial trial = trial(data(NUMBER, 3), new MeanSquaredError(), TANH, 2);
    Outcome outcome = train(trial.recorded(PLOTS));

    assertThat(outcome.surfaces()).isEmpty();
    assertThat(outcome.histograms()).isNotEmpty();
  }

  @Test
  void aTrialThatDivergesKeepsWhatItHas() {
    PreparedTrial trial = trial(data(NUMBER, 2), new MeanSquaredError(), SQUARE, 1000, 1e12);
    Outcome outcome = train(trial.recorded(PLOTS));

    assertThat(outcome.failure()).isPresent();
    int ended = outcome.epochs().size();
    assertThat(epochs(outcome)).startsWith(0).endsWith(ended + 1);
    assertThat(outcome.histograms())
        .anySatisfy(bin -> assertThat(bin.lower()).isNotEqualTo(bin.upper()));
  }

  @Test
  void histogramsCountEveryWeightAndEveryValueOfEachLayer() {
    Outcome outcome = train(regression(3).recorded(PLOTS));

    assertThat(total(outcome, HistogramBin.Kind.WEIGHT, "hidden.0.weight")).isEqualTo(8);
    assertThat(total(outcome, HistogramBin.Kind.WEIGHT, "output.bias")).isEqualTo(1);
    assertThat(total(outcome, HistogramBin.Kind.ACTIVATION, "hidden.0.activation"))
        .isEqualTo(4 * ROWS);
    assertThat(total(outcome, HistogramBin.Kind.ACTIVATION, "output")).isEqualTo(ROWS);
    assertThat(outcome.histograms().stream().map(HistogramBin::name).distinct())
        .containsExactly(
            "hidden.0.weight",
            "hidden.0.bias",
            "output.weight",
            "output.bias",
            "hidden.0",
            "hidden.0.activation",
            "output");
  }

  private static long total(Outcome outcome, HistogramBin.Kind kind, String name) {
    return bins(outcome, kind, name).stream().mapToLong(HistogramBin::count).sum();
  }

  @Test
  void surfacesAreCloserTogetherAtTheBeginning() {
    assertThat(SurfaceEpochs.upTo(0)).containsExactly(0);
    assertThat(SurfaceEpochs.upTo(3)).containsExactly(0, 1, 2, 3);
    for (int last : new int[] {19, 20, 60, 10_000, Integer.MAX_VALUE}) {
      List<Integer> epochs = List.copyOf(SurfaceEpochs.upTo(last));
      assertThat(epochs).hasSize(20).startsWith(0, 1).endsWith(last);
      assertThat(epochs).isSorted().doesNotHaveDuplicates();
      List<Integer> steps =
          IntStream.range(1, 20).mapToObj(i -> epochs.get(i) - epochs.get(i - 1)).toList();
      assertThat(Collections.max(steps.subList(0, 9))).isLessThanOrEqualTo(steps.get(18));
    }
  }
}
