package dev.kassei.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kassei.api.Initializer;
import dev.kassei.api.Minimizer;
import dev.kassei.api.Optimizer;
import dev.kassei.api.OptimizerStep;
import dev.kassei.api.Precision;
import dev.kassei.api.expr.Expr;
import dev.kassei.api.expr.Shape;
import dev.kassei.engine.plan.Entry;
import dev.kassei.engine.plan.Plan;
import dev.kassei.engine.plan.PlanOptions;
import dev.kassei.engine.plan.Program;
import dev.kassei.engine.random.CountedDraws;
import dev.kassei.engine.random.Purpose;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Layers and algorithms that no plugin provides yet, to keep the engine honest. */
class ProbesTest {
  private static final Initializer NORMAL = (fans, draws, index) -> draws.normal(index);
  private static final int WIDTH = 3;
  private static final int CAPACITY = 8;

  /** Adam's two slots, without its corrections. */
  record TwoSlots(double learningRate) implements Optimizer {
    @Override
    public Expr update(Expr weight, Expr gradient, OptimizerStep step) {
      Expr mean = weight.state("mean", 0);
      Expr square = weight.state("square", 0);
      Expr nextMean = mean.times(0.9).plus(gradient.times(0.1));
      Expr nextSquare = square.times(0.99).plus(gradient.square().times(0.01));
      Expr correction = Expr.constant(1).minus(Expr.constant(0.9).power(step.number()));
      return weight
          .minus(nextMean.over(correction).over(nextSquare.sqrt().plus(1e-3)).times(step.rate()))
          .updating(mean, nextMean)
          .updating(square, nextSquare);
    }
  }

  private static Expr batchNorm(Expr x) {
    Expr mean = x.columnMean();
    Expr variance = x.minus(mean).square().columnMean();
    Expr runningMean = x.state("mean", Shape.fixed(1, x.width()), 0);
    Expr runningVariance = x.state("variance", Shape.fixed(1, x.width()), 1);
    Expr training = x.minus(mean).over(variance.plus(1e-5).sqrt());
    Expr inference = x.minus(runningMean).over(runningVariance.plus(1e-5).sqrt());
    return training
        .updating(runningMean, runningMean.times(0.9).plus(mean.times(0.1)))
        .updating(runningVariance, runningVariance.times(0.9).plus(variance.times(0.1)))
        .byMode(inference);
  }

  private static Expr dropout(Expr x, double rate) {
    Expr kept = x.uniform("noise", 0, 1).atLeast(Expr.constant(rate));
    return Expr.where(kept, x.over(1 - rate), Expr.constant(0)).byMode(x);
  }

  private static Program network(Optional<Optimizer> optimizer, OptionalDouble clip) {
    Expr x = Expr.input("x", Shape.batch(WIDTH));
    Expr hidden =
        x.through("hidden.0", in -> in.matmul(in.weights("weight", WIDTH, 5, NORMAL)))
            .through("norm", ProbesTest::batchNorm)
            .through("hidden.0.activation", in -> in.times(in.softplus().tanh()))
            .through("dropout", in -> dropout(in, 0.4));
    Expr y =
        hidden.through(
            "output",
            in ->
                in.matmul(in.weights("weight", 5, 2, NORMAL))
                    .plus(in.parameter("bias", Shape.fixed(1, 2), NORMAL)));
    Expr losses = y.minus(Expr.input("t", Shape.batch(2))).square().rowMean();
    return Programs.training(y, losses, optimizer, clip);
  }

  private static Program network(double clip) {
    return network(Optional.of(new TwoSlots(0.05)), OptionalDouble.of(clip));
  }

  private static void fill(Plan plan, int lane, long seed, int rows) {
    var draws = CountedDraws.of(seed, Purpose.DATA, "", 0);
    for (int row = 0; row < rows; row++) {
      double[] numbers = new double[WIDTH + 2];
      for (int i = 0; i < numbers.length; i++) {
        numbers[i] = draws.normal(row * 10L + i);
      }
      plan.input("x", lane, row, numbers, 0);
      plan.input("t", lane, row, numbers, WIDTH);
    }
  }

  private static void start(Plan plan, int lane, long seed, double rate) {
    plan.initialize(lane, name -> CountedDraws.of(seed, Purpose.WEIGHTS, name, 0));
    plan.setNoiseSeed(lane, seed);
    plan.setRate(lane, rate);
  }

  private static void step(Plan plan, int rows) {
    plan.run(Entry.GRADIENT, rows);
    plan.run(Entry.UPDATE, rows);
  }

  private static List<double[]> state(Plan plan, int lane) {
    var all = new ArrayList<double[]>();
    plan.tensors().names().forEach(name -> all.add(plan.tensors().read(name, lane)));
    return all;
  }

  private static void assertSameBits(List<double[]> actual, List<double[]> expected) {
    assertThat(actual).hasSameSizeAs(expected);
    for (int i = 0; i < actual.size(); i++) {
      assertThat(actual.get(i)).isEqualTo(expected.get(i));
    }
  }

  @ParameterizedTest
  @EnumSource
  void threeTrialsInLanesStoppingAtDifferentStepsHaveTheBitsOfSoloRuns(Precision precision) {
    double[] rates = {0.05, 0.01, 0.2};
    int[] stops = {7, 12, 3};
    Plan lanes =
        new Plan(
            List.of(network(0.7), network(0.5), network(3)), PlanOptions.of(precision, CAPACITY));
    for (int lane = 0; lane < 3; lane++) {
      start(lanes, lane, lane + 1, rates[lane]);
      fill(lanes, lane, lane + 1, CAPACITY);
    }
    for (int step = 0; step < 12; step++) {
      for (int lane = 0; lane < 3; lane++) {
        lanes.setActive(lane, step < stops[lane]);
      }
      step(lanes, step % 4 == 3 ? 1 : CAPACITY - 1);
    }
    double[] clips = {0.7, 0.5, 3};
    for (int lane = 0; lane < 3; lane++) {
      Plan solo = new Plan(List.of(network(clips[lane])), PlanOptions.of(precision, CAPACITY));
      start(solo, 0, lane + 1, rates[lane]);
      fill(solo, 0, lane + 1, CAPACITY);
      for (int step = 0; step < stops[lane]; step++) {
        step(solo, step % 4 == 3 ? 1 : CAPACITY - 1);
      }
      assertThat(lanes.step(lane)).isEqualTo(stops[lane]);
      assertSameBits(state(lanes, lane), state(solo, 0));
    }
  }

  @ParameterizedTest
  @EnumSource
  void lanesThatDoNotDivideATileHaveTheBitsOfSoloRuns(Precision precision) {
    int rows = 100;
    var programs = Collections.nCopies(17, network(1));
    Plan lanes = new Plan(programs, PlanOptions.of(precision, rows));
    for (int lane = 0; lane < 17; lane++) {
      start(lanes, lane, lane, 0.05);
      fill(lanes, lane, lane, rows);
    }
    step(lanes, rows);
    for (int lane : new int[] {0, 16}) {
      Plan solo = new Plan(List.of(network(1)), PlanOptions.of(precision, rows));
      start(solo, 0, lane, 0.05);
      fill(solo, 0, lane, rows);
      step(solo, rows);
      assertSameBits(state(lanes, lane), state(solo, 0));
    }
  }

  @ParameterizedTest
  @EnumSource
  void aSmallerBatchInALargerPlanHasTheSameBits(Precision precision) {
    Plan small = new Plan(List.of(network(1)), PlanOptions.of(precision, 3));
    Plan large = new Plan(List.of(network(1)), PlanOptions.of(precision, 64));
    for (Plan plan : List.of(small, large)) {
      start(plan, 0, 1, 0.05);
      fill(plan, 0, 1, 3);
      step(plan, 3);
      step(plan, 1);
      step(plan, 2);
    }
    assertSameBits(state(large, 0), state(small, 0));
  }

  @Test
  void inferenceUsesTheRunningStatisticsAndDropsNothing() {
    Plan plan = new Plan(List.of(network(1)), PlanOptions.of(Precision.FLOAT64, CAPACITY));
    start(plan, 0, 1, 0.05);
    fill(plan, 0, 1, CAPACITY);
    step(plan, CAPACITY);
    plan.run(Entry.PREDICT, CAPACITY);
    double[] all = plan.output(Programs.RESPONSE, 0, CAPACITY);
    plan.run(Entry.PREDICT, 1);

    assertThat(plan.output(Programs.RESPONSE, 0, 1)).isEqualTo(new double[] {all[0], all[1]});
    assertThat(plan.tensors().read("norm.mean", 0)).isNotEqualTo(new double[5]);
  }

  @Test
  void predictingDoesNotChangeAnyTensor() {
    Plan plan = new Plan(List.of(network(1)), PlanOptions.of(Precision.FLOAT64, CAPACITY));
    start(plan, 0, 1, 0.05);
    fill(plan, 0, 1, CAPACITY);
    List<double[]> before = state(plan, 0);
    plan.run(Entry.EVALUATE, CAPACITY);
    plan.run(Entry.GRADIENT, CAPACITY);

    assertSameBits(state(plan, 0), before);
  }

  @Test
  void gradientsAgreeWithCentralDifferencesThroughNormAndDropout() {
    Plan plan =
        new Plan(
            List.of(network(Optional.empty(), OptionalDouble.empty())),
            PlanOptions.of(Precision.FLOAT64, CAPACITY));
    start(plan, 0, 1, 0);
    fill(plan, 0, 1, CAPACITY);
    for (String name : List.of("hidden.0.weight", "output.weight", "output.bias")) {
      plan.run(Entry.GRADIENT, CAPACITY);
      double[] gradient = plan.output(Programs.gradientOf(name), 0, CAPACITY);
      double[] weights = plan.tensors().read(name, 0);
      for (int i = 0; i < weights.length; i++) {
        double slope = (loss(plan, name, i, 1e-6) - loss(plan, name, i, -1e-6)) / 2e-6;
        assertThat(gradient[i]).as("%s[%s]", name, i).isCloseTo(slope, within(1e-7));
      }
    }
  }

  private static double loss(Plan plan, String name, int index, double change) {
    double[] before = plan.tensors().read(name, 0);
    double[] after = before.clone();
    after[index] += change;
    plan.tensors().write(name, 0, after);
    plan.run(Entry.GRADIENT, CAPACITY);
    plan.tensors().write(name, 0, before);
    return plan.scalar(Programs.LOSS, 0);
  }

  @Test
  void clippingScalesAllGradientsToOneNorm() {
    var descent = new PlainDescent(1);
    Plan plan =
        new Plan(
            List.of(network(Optional.of(descent), OptionalDouble.of(1e-2))),
            PlanOptions.of(Precision.FLOAT64, CAPACITY));
    start(plan, 0, 1, 1);
    fill(plan, 0, 1, CAPACITY);
    List<double[]> before = state(plan, 0);
    step(plan, CAPACITY);
    List<double[]> after = state(plan, 0);
    double squares = 0;
    List<String> names = plan.tensors().names();
    for (int i = 0; i < names.size(); i++) {
      if (names.get(i).endsWith("weight") || names.get(i).endsWith("bias")) {
        for (int j = 0; j < before.get(i).length; j++) {
          squares += Math.pow(after.get(i)[j] - before.get(i)[j], 2);
        }
      }
    }
    assertThat(Math.sqrt(squares)).isCloseTo(1e-2, within(1e-5));
  }

  @Test
  void aTenLineMinimizerLowersTheLoss() {
    Minimizer descent =
        objective -> {
          double[] w = new double[objective.size()];
          double[] g = new double[w.length];
          objective.read(w);
          objective.gradient(g);
          for (int i = 0; i < w.length; i++) {
            w[i] -= 0.05 * g[i];
          }
          objective.write(w);
          return true;
        };
    Plan plan =
        new Plan(
            List.of(network(Optional.empty(), OptionalDouble.empty())),
            PlanOptions.of(Precision.FLOAT64, CAPACITY));
    start(plan, 0, 1, 0);
    fill(plan, 0, 1, CAPACITY);
    var objective = new PlanObjective(plan, CAPACITY, new HashMap<>(), 1);
    double before = objective.loss();
    for (int i = 0; i < 50; i++) {
      descent.step(objective);
    }
    assertThat(objective.loss()).isLessThan(before / 2);
  }

  @Test
  void statesThatExchangeTheirValuesBothSeeTheOldOnes() {
    Expr x = Expr.input("x", Shape.batch(1));
    Expr a = x.state("a", Shape.SCALAR, 1);
    Expr b = x.state("b", Shape.SCALAR, 2);
    Expr y = x.times(x.parameter("w", Shape.SCALAR, NORMAL)).updating(a, b).updating(b, a);
    Plan plan =
        new Plan(
            List.of(
                Programs.training(
                    y, y.square(), Optional.of(new PlainDescent(0)), OptionalDouble.empty())),
            PlanOptions.of(Precision.FLOAT32, 1));
    start(plan, 0, 1, 0);
    step(plan, 1);

    assertThat(plan.tensors().read("a", 0)).containsExactly(2);
    assertThat(plan.tensors().read("b", 0)).containsExactly(1);
  }
}
