package dev.kassei.plotting.batch;

import dev.kassei.plotting.batch.MeanRanks.RankedMethod;
import dev.kassei.plotting.figure.ColorMap;
import dev.kassei.plotting.figure.Surface;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/** Plain models of a batch for tests. */
final class BatchSamples {
  static final List<String> METHODS =
      List.of(
          "mish",
          "gelu",
          "swish",
          "elu",
          "relu",
          "leaky_relu(alpha=0.2)",
          "softplus",
          "tanh",
          "arctan",
          "hard_swish",
          "hard_sigmoid",
          "sigmoid",
          "linear",
          "leaky_gelu",
          "selu",
          "celu",
          "softsign",
          "sinc",
          "snake",
          "squareplus");

  private BatchSamples() {}

  static List<String> methods(int count) {
    return METHODS.subList(0, count);
  }

  static Differences differences(String title, int count) {
    List<Estimate> improvements =
        IntStream.range(0, count)
            .mapToObj(
                i ->
                    new Estimate(
                        METHODS.get(i), 0.02 - 0.007 * i, 0.012 - 0.008 * i, 0.029 - 0.007 * i))
            .toList();
    return new Differences(title, "test accuracy", "relu", improvements, 0.01);
  }

  static Scores scores(String title, int count, int trials) {
    var random = new Random(5);
    List<Sample> samples = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double center = 0.95 - 0.01 * i;
      double[] scores = random.doubles(trials, center - 0.04, center + 0.04).toArray();
      if (i == 3) {
        scores[0] = Double.NaN;
      }
      samples.add(new Sample(METHODS.get(i), scores));
    }
    return new Scores(title, "Test accuracy", samples);
  }

  static ScoreTable table(int methods, int datasets) {
    double[][] centers = new double[methods][datasets];
    for (int i = 0; i < methods; i++) {
      for (int j = 0; j < datasets; j++) {
        centers[i][j] = 0.6 + 0.35 * ((i * 7 + j * 3) % 11) / 11.0;
      }
    }
    centers[1][1] = Double.NaN;
    List<String> names = IntStream.range(0, datasets).mapToObj(i -> "data-set-" + i).toList();
    return new ScoreTable("Test accuracy", true, methods(methods), names, centers);
  }

  /** Cliques of neighbours, some of which overlap. */
  static MeanRanks ranks(int count, double criticalDifference) {
    List<RankedMethod> ranked = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      ranked.add(new RankedMethod(METHODS.get(i), 1.3 + i * (count - 1.9) / (count - 1)));
    }
    List<List<String>> cliques = new ArrayList<>();
    for (int i = 0; i + 3 < count; i += 2) {
      cliques.add(METHODS.subList(i, i + 4));
    }
    return new MeanRanks(ranked, cliques, criticalDifference);
  }

  /** Sixty methods of which only some differ from the reference, the twentieth. */
  static LearningCurves manyCurves(Set<String> different) {
    var methods = new ArrayList<MethodCurves>();
    MethodCurves any = curves("", 1).methods().get(0);
    for (int i = 0; i < 60; i++) {
      methods.add(new MethodCurves("method" + i, any.trials()));
    }
    return new LearningCurves("moons", "Test accuracy", true, methods, "method20", different);
  }

  static LearningCurves curves(String title, int count) {
    var random = new Random(3);
    double[] epochs = IntStream.range(0, 60).asDoubleStream().toArray();
    List<MethodCurves> methods = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      List<TrialCurve> trials = new ArrayList<>();
      for (int k = 0; k < 10; k++) {
        double speed = (0.02 + 0.02 * i) * random.nextDouble(0.7, 1.3);
        double[] values =
            IntStream.range(0, 60)
                .mapToDouble(e -> 0.02 + 0.7 * StrictMath.exp(-speed * e) + 0.02 * speed)
                .toArray();
        trials.add(new TrialCurve(epochs, values, false));
      }
      methods.add(new MethodCurves(METHODS.get(i), trials));
    }
    return new LearningCurves(
        title, "Validation loss", false, methods, methods.get(0).method(), Set.of());
  }

  static Tuning tuning(String title, int count) {
    double[] rates = {1e-4, 1e-3, 1e-2, 1e-1, 1};
    List<TuningCurve> curves = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double[] scores = {0.69, 0.4 + 0.01 * i, 0.1 + 0.02 * i, 0.05 + 0.05 * i, Double.NaN};
      int[] chosen = i < 2 ? new int[] {0, 0, 0, 5, 0} : new int[] {0, 0, 5, 0, 0};
      curves.add(new TuningCurve(METHODS.get(i), rates, scores, chosen));
    }
    return new Tuning(title, "Learning rate", List.of(), "Validation loss", curves);
  }

  static List<LearnedSurface> surfaces(int methods, int seeds) {
    double[] mesh = IntStream.range(0, 30).mapToDouble(i -> -1 + i / 14.5).toArray();
    List<LearnedSurface> surfaces = new ArrayList<>();
    for (int i = 0; i < methods; i++) {
      for (int k = 1; k <= seeds; k++) {
        double[][] z = new double[30][30];
        for (int row = 0; row < 30; row++) {
          for (int column = 0; column < 30; column++) {
            z[row][column] = StrictMath.tanh((i + 1) * mesh[row] * mesh[column] * k);
          }
        }
        surfaces.add(
            new LearnedSurface(
                METHODS.get(i) + ", seed " + k,
                "Input 1",
                "Input 2",
                "Output",
                new Surface(mesh, mesh, z, ColorMap.PLASMA)));
      }
    }
    return surfaces;
  }
}
