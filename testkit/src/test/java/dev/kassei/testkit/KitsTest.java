package dev.kassei.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.kassei.api.Activation;
import dev.kassei.api.Dataset;
import dev.kassei.api.DatasetSource;
import dev.kassei.api.Epoch;
import dev.kassei.api.Initializer;
import dev.kassei.api.Layer;
import dev.kassei.api.Listener;
import dev.kassei.api.Loss;
import dev.kassei.api.Metric;
import dev.kassei.api.Minimizer;
import dev.kassei.api.Model;
import dev.kassei.api.Optimizer;
import dev.kassei.api.OptimizerStep;
import dev.kassei.api.ParameterRole;
import dev.kassei.api.RunStart;
import dev.kassei.api.Schedule;
import dev.kassei.api.Target;
import dev.kassei.api.expr.Expr;
import dev.kassei.api.expr.Shape;
import dev.kassei.testkit.Finding.Severity;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each clause of each family catches what breaks it. */
class KitsTest {
  private static final Initializer ONE = (fans, draws, index) -> 1;

  static Stream<Arguments> wrongPlugins() {
    return Stream.of(layers(), losses(), optimizers(), minimizers(), data(), others())
        .flatMap(all -> all);
  }

  private static Stream<Arguments> layers() {
    Layer centred = x -> x.minus(x.columnMean());
    Layer shared = x -> x.times(Expr.constant(0).parameter("slope", Shape.SCALAR, ONE));
    Layer overflowing = Expr::exp;
    Model narrow = (input, outputs) -> input.rowSum();
    Model refusing =
        (input, outputs) -> {
          throw new IllegalArgumentException("only for images");
        };
    return Stream.of(
        arguments(Kits.LAYER, "PLUGIN", centred, "a plugin is a public record"),
        arguments(Kits.LAYER, "ROWS", centred, "among the others but"),
        arguments(Kits.LAYER, "LEAVES", shared, "'slope' does not belong to the layer"),
        arguments(Kits.LAYER, "EXTREMES", overflowing, "is infinite at"),
        arguments(Kits.MODEL, "SHAPES", narrow, "2 columns were asked for, but batch × 1 came"),
        arguments(Kits.MODEL, "SHAPES", refusing, "only for images"));
  }

  private static Stream<Arguments> losses() {
    Loss refusing =
        loss(
            (prediction, target) -> {
              throw new IllegalArgumentException("images only");
            });
    Loss wide = loss((prediction, target) -> prediction.minus(target).square());
    Loss steep = loss((prediction, target) -> prediction.minus(target).exp().rowMean());
    Loss deaf =
        loss(
            (prediction, target) ->
                Expr.where(prediction.greaterThan(0), prediction, Expr.constant(0)).rowMean());
    Loss relative =
        loss(
            (prediction, target) -> {
              Expr error = prediction.minus(target).square();
              return error.over(error.columnMean()).rowMean();
            });
    Loss cancelling =
        loss(
            (prediction, target) ->
                prediction.plus(1e6).minus(1e6).minus(target).square().rowMean());
    Loss logs = loss((prediction, target) -> prediction.log().negate().rowMean());
    Loss mirrored = loss((prediction, target) -> prediction.plus(target).square().rowMean());
    Loss swapped =
        loss(
            (prediction, target) ->
                prediction.times(target.times(2).minus(1)).softplus().rowMean());
    Loss crossed =
        loss(
            (prediction, target) -> {
              Expr first = prediction.columns(0, 1).minus(target.columns(1, 2));
              Expr second = prediction.columns(1, 2).minus(target.columns(0, 1));
              return first.square().plus(second.square());
            });
    Loss narrow =
        new Loss() {
          @Override
          public Expr apply(Expr prediction, Expr target) {
            return prediction.minus(target).square().rowMean();
          }

          @Override
          public Expr response(Expr prediction) {
            return prediction.rowMax();
          }
        };
    return Stream.of(
        arguments(Kits.LOSS, "TARGETS", refusing, "images only"),
        arguments(Kits.LOSS, "SHAPES", wide, "for 2 numbers one value per row was expected"),
        arguments(Kits.LOSS, "EXTREMES", steep, "is infinite at"),
        arguments(Kits.LOSS, "EXTREMES", logs, "is NaN at"),
        arguments(Kits.LOSS, "NAN", deaf, "it must come out"),
        arguments(Kits.LOSS, "ROWS", relative, "among the others but"),
        arguments(Kits.LOSS, "FLOAT32", cancelling, "off by"),
        arguments(Kits.LOSS, "MINIMUM", mirrored, "training would lead there"),
        arguments(
            Kits.LOSS,
            "MINIMUM",
            crossed,
            "the target [0.0, 1.0] has the loss 2.0 where it is predicted, and only 1.0 at the"
                + " prediction ["),
        arguments(Kits.LOSS, "MINIMUM", swapped, "training would lead to the wrong one"),
        arguments(Kits.LOSS, "RESPONSE", narrow, "for 2 numbers a response of 2 columns"));
  }

  private static Loss loss(BinaryOperator<Expr> formula) {
    return formula::apply;
  }

  private static Stream<Arguments> optimizers() {
    Optimizer negative = optimizer(-1, (w, g, step) -> w.minus(g.times(step.rate())));
    Optimizer shared =
        optimizer(
            0.1,
            (w, g, step) -> {
              Expr count = Expr.constant(0).state("count", 0);
              return w.minus(g.times(step.rate())).updating(count, count.plus(1));
            });
    Optimizer normalised =
        optimizer(0.1, (w, g, step) -> w.minus(g.over(g.abs()).times(step.rate())));
    Optimizer narrow =
        optimizer(
            0.1,
            (w, g, step) ->
                step.role() == ParameterRole.WEIGHTS
                    ? w.minus(g).rowSum()
                    : w.minus(g.times(step.rate())));
    Optimizer forgetful =
        optimizer(
            0.1,
            (w, g, step) -> w.minus(w.state("momentum", 0).times(0.9).plus(g).times(step.rate())));
    Optimizer restless = optimizer(0.1, (w, g, step) -> w.minus(g.times(0.1)));
    Optimizer upwards = optimizer(0.1, (w, g, step) -> w.plus(g.times(step.rate())));
    return Stream.of(
        arguments(Kits.OPTIMIZER, "RATE", negative, "positive and finite, but this is -1.0"),
        arguments(Kits.OPTIMIZER, "SLOTS", shared, "the slot 'count' does not belong"),
        arguments(Kits.OPTIMIZER, "UPDATED", forgetful, "it is read and never updated"),
        arguments(Kits.OPTIMIZER, "ROLES", narrow, "for the parameter 'dense.weight'"),
        arguments(Kits.OPTIMIZER, "INFERENCE", halving(), "before the first step the weights"),
        arguments(Kits.OPTIMIZER, "FINITE", normalised, "with gradient 0.0 the weights"),
        arguments(Kits.OPTIMIZER, "STILL", restless, "so a schedule cannot stop it"),
        arguments(Kits.OPTIMIZER, "DESCENT", upwards, "it should fall"));
  }

  private static Optimizer halving() {
    return new Optimizer() {
      @Override
      public double learningRate() {
        return 0.1;
      }

      @Override
      public Expr update(Expr weight, Expr gradient, OptimizerStep step) {
        return weight.minus(gradient.times(step.rate()));
      }

      @Override
      public Expr inferenceWeight(Expr weight) {
        return weight.times(0.5);
      }
    };
  }

  private interface Update {
    Expr of(Expr weight, Expr gradient, OptimizerStep step);
  }

  private static Optimizer optimizer(double rate, Update update) {
    return new Optimizer() {
      @Override
      public double learningRate() {
        return rate;
      }

      @Override
      public Expr update(Expr weight, Expr gradient, OptimizerStep step) {
        return update.of(weight, gradient, step);
      }
    };
  }

  private static Stream<Arguments> minimizers() {
    Minimizer lazy = objective -> false;
    Minimizer broken =
        objective -> {
          double[] none = new double[objective.size()];
          Arrays.fill(none, Double.NaN);
          objective.write(none);
          return true;
        };
    Minimizer forgetful = new Remembering();
    Minimizer hiding = new Hiding();
    return Stream.of(
        arguments(Kits.MINIMIZER, "DESCENT", lazy, "it should fall"),
        arguments(Kits.MINIMIZER, "FINITE", broken, "the parameters become [NaN"),
        arguments(Kits.MINIMIZER, "PURITY", forgetful, "must belong to the objective"),
        arguments(Kits.MINIMIZER, "RESUMES", hiding, "must be in the memory of its objective"));
  }

  /** A first step that is longer, once in the life of the object. */
  private static final class Remembering implements Minimizer {
    private double rate = 0.05;

    @Override
    public boolean step(Objective objective) {
      Descending.move(objective, rate);
      rate = 0.01;
      return true;
    }
  }

  /** A first step that is longer, once for each objective. */
  private static final class Hiding implements Minimizer {
    private final Set<Objective> seen = new HashSet<>();

    @Override
    public boolean step(Objective objective) {
      return Descending.move(objective, seen.add(objective) ? 0.05 : 0.01);
    }
  }

  private static Stream<Arguments> data() {
    var classes = new Target(List.of("y"), List.of("a", "b"));
    DatasetSource gone =
        context -> {
          throw new IllegalArgumentException("no such file");
        };
    DatasetSource twins = context -> dataset(List.of("x", "x"), classes, 0, 1);
    DatasetSource infinite =
        context -> dataset(List.of("x", "z"), classes, Double.POSITIVE_INFINITY, 1);
    DatasetSource third = context -> dataset(List.of("x", "z"), classes, 0, 2);
    DatasetSource onlyB = context -> dataset(List.of("x", "z"), classes, 0, 1);
    double[] calls = {0};
    DatasetSource counting = context -> dataset(List.of("x", "z"), classes, calls[0]++, 1);
    DatasetSource drawn =
        context -> dataset(List.of("x", "z"), classes, context.draws("x").normal(0), 1);
    return Stream.of(
        arguments(Kits.DATASET, "LOADS", gone, "no such file"),
        arguments(Kits.DATASET, "NAMES", twins, "two features are called 'x'"),
        arguments(Kits.DATASET, "FINITE", infinite, "feature 'x' of row 0 is infinite"),
        arguments(Kits.DATASET, "CLASSES", third, "row 0 has class 2.0, but classes are 0 to 1"),
        arguments(Kits.DATASET, "CLASSES", onlyB, "no row has class 'a'"),
        arguments(Kits.DATASET, "PURITY", counting, "different rows"),
        arguments(Kits.DATASET, "SEEDS", drawn, "but isGenerated is false"));
  }

  private static Dataset dataset(
      List<String> names, Target target, double feature, double classNumber) {
    return new Dataset(names, target, new double[] {feature, 0}, new double[] {classNumber});
  }

  private static Stream<Arguments> others() {
    Metric upsideDown = predictions -> errors(predictions.values(), predictions.targets());
    Metric first = predictions -> predictions.values()[0];
    Metric sorting =
        predictions -> {
          Arrays.sort(predictions.values());
          return predictions.values()[0];
        };
    Initializer root = (fans, draws, index) -> Math.sqrt(draws.normal(index));
    double[] calls = {0};
    Initializer consuming = (fans, draws, index) -> draws.normal((long) calls[0]++);
    Initializer unpaired = (fans, draws, index) -> draws.normal(index * fans.in());
    Initializer flat = (fans, draws, index) -> 0.5;
    Schedule rising = progress -> 1.0 / progress.step();
    Schedule falling = progress -> 1 - progress.epoch();
    Schedule asleep = progress -> 0;
    Listener fragile =
        new Listener() {
          @Override
          public void epochEnded(Epoch epoch) {
            if (Double.isNaN(epoch.metrics().get(Epoch.RUNNING_LOSS))) {
              throw new IllegalStateException("no number");
            }
          }
        };
    Listener unsaved =
        new Listener() {
          @Override
          public void runSaved(Path folder) {
            throw new IllegalStateException("no disk");
          }
        };
    return Stream.of(
        arguments(Kits.METRIC, "PERFECT", upsideDown, "is higherIsBetter right?"),
        arguments(Kits.METRIC, "ROWS", first, "with the rows in reverse order"),
        arguments(Kits.METRIC, "READS", sorting, "must not change the arrays"),
        arguments(Kits.INITIALIZER, "FINITE", root, "is NaN"),
        arguments(Kits.INITIALIZER, "PURITY", consuming, "depend on the order"),
        arguments(Kits.INITIALIZER, "VARIES", flat, "units that begin alike learn alike"),
        arguments(Kits.INITIALIZER, "PAIRED", unpaired, "comparisons are not paired"),
        arguments(Kits.SCHEDULE, "FACTOR", rising, "the factor is Infinity at step 0 of "),
        arguments(Kits.SCHEDULE, "FACTOR", falling, "the factor is -1.0"),
        arguments(Kits.SCHEDULE, "LEARNS", asleep, "the factor is always 0"),
        arguments(
            Kits.LISTENER,
            "NAN",
            fragile,
            "told: epoch 0 {%s=NaN, validation.loss=NaN}".formatted(Epoch.RUNNING_LOSS)),
        arguments(Kits.LISTENER, "FOLDER", unsaved, "no disk, told: the run is saved"));
  }

  private static double errors(double[] values, double[] targets) {
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      sum += Math.abs(values[i] - targets[i % targets.length]);
    }
    return sum;
  }

  @ParameterizedTest(name = "{1}: {3}")
  @MethodSource("wrongPlugins")
  <T> void wrongPluginIsCaught(Kit<T> kit, String name, T plugin, String message) {
    Clause<T> clause =
        kit.clauses().stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();

    assertThat(clause.run(plugin))
        .filteredOn(finding -> finding.severity() != Severity.REMARK)
        .anySatisfy(finding -> assertThat(finding.message()).contains(message));
  }

  @Test
  void whatSeveralClausesFindIsSaidOnceAndCounted() {
    Optimizer flat = optimizer(0.1, (w, g, step) -> w.rowSum());
    assertThat(Kits.OPTIMIZER.check(flat))
        .filteredOn(finding -> finding.message().startsWith("update returns 1 × 1"))
        .singleElement()
        .satisfies(finding -> assertThat(finding.more()).isEqualTo(6));
  }

  static Stream<Layer> textbookNorms() {
    return Stream.of(
        x -> {
          Expr centred = x.minus(x.rowMean());
          return centred.over(centred.square().rowMean().plus(1e-5).sqrt());
        },
        x -> {
          Expr variance = x.square().rowMean().minus(x.rowMean().square());
          return x.minus(x.rowMean()).over(variance.plus(1e-5).sqrt());
        },
        x -> {
          Expr centred = x.minus(x.rowMean());
          return centred.over(centred.square().rowMean().plus(1e-12).sqrt());
        },
        x -> {
          Expr variance = x.square().rowMean().minus(x.rowMean().square());
          return x.minus(x.rowMean()).over(variance.plus(1e-12).sqrt());
        },
        x -> {
          Expr centred = x.minus(x.rowMean());
          Expr gamma = x.parameter("gamma", Shape.fixed(1, x.width()), ONE);
          Expr beta = x.parameter("beta", Shape.fixed(1, x.width()), (f, d, i) -> 0);
          return centred
              .over(centred.square().rowSum().over(x.width() - 1.0).plus(1e-5).sqrt())
              .times(gamma)
              .plus(beta);
        });
  }

  @ParameterizedTest
  @MethodSource("textbookNorms")
  void aTextbookLayerNormIsAsGoodAsItsTermsAllow(Layer norm) {
    assertThat(Kits.LAYER.check(norm))
        .filteredOn(finding -> finding.severity() != Severity.REMARK)
        .filteredOn(finding -> !finding.check().equals("plugin"))
        .isEmpty();
    Activation activation = norm::apply;
    assertThat(ActivationCheck.FLOAT32.run(activation)).isEmpty();
  }

  @Test
  void aListenerMayAskForWeightsThatOnlyItsNetworkHas() {
    Listener watching =
        new Listener() {
          @Override
          public Listener startedIn(RunStart run) {
            double first = run.control().weights("hidden.0.weight")[0];
            if (first > 1) {
              run.control().requestStop("weights above 1");
            }
            return this;
          }
        };
    assertThat(Kits.LISTENER.check(watching))
        .extracting(Finding::message)
        .noneMatch(message -> message.contains("it throws"));
  }

  @Test
  void whatBelongsToNoFamilyHasNoContract() {
    assertThat(Kits.check("a text")).isEmpty();
  }
}
