package dev.kassei.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kassei.api.Initializer;
import dev.kassei.api.Optimizer;
import dev.kassei.api.OptimizerStep;
import dev.kassei.api.ParameterRole;
import dev.kassei.api.Precision;
import dev.kassei.api.expr.Expr;
import dev.kassei.api.expr.Shape;
import dev.kassei.engine.plan.Entry;
import dev.kassei.engine.plan.Execution;
import dev.kassei.engine.plan.Plan;
import dev.kassei.engine.plan.PlanOptions;
import dev.kassei.engine.plan.Program;
import dev.kassei.engine.random.CountedDraws;
import dev.kassei.engine.random.Purpose;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What an optimizer knows beside a weight and its gradient. */
class OptimizerStepTest {
  private static final Initializer NORMAL = (fans, draws, index) -> draws.normal(index);
  private static final int LANES = 3;
  private static final int ROWS = 4;
  private static final double[] X = {0.5, -1, 2, 0.25, -0.75, 1.5, 1, 3};

  /** Descends by gradients that have this norm together at most. */
  private record Clipped(double learningRate, double norm) implements Optimizer {
    @Override
    public Expr update(Expr weight, Expr gradient, OptimizerStep step) {
      Expr scale = Expr.constant(norm).over(step.gradients().norm().plus(1e-6)).min(1);
      return weight.minus(gradient.times(scale).times(step.rate()));
    }
  }

  /** Lets matrices alone shrink, as recipes for transformers do. */
  private record DecayOfWeights(double learningRate) implements Optimizer {
    @Override
    public Expr update(Expr weight, Expr gradient, OptimizerStep step) {
      return step.role() == ParameterRole.WEIGHTS ? weight.times(0.5) : weight;
    }
  }

  private static Expr losses() {
    Expr x = Expr.input("x", Shape.batch(2));
    Expr hidden =
        x.matmul(x.weights("hidden.weight", 2, 3, NORMAL))
            .plus(x.parameter("hidden.bias", Shape.fixed(1, 3), NORMAL));
    Expr scaled = hidden.times(x.parameter("norm.weight", Shape.fixed(1, 3), NORMAL)).tanh();
    return scaled.times(x.parameter("slope", Shape.SCALAR, NORMAL)).square().rowSum();
  }

  private static Program program(Optimizer optimizer, OptionalDouble clipNorm) {
    return Programs.training(losses(), losses(), Optional.of(optimizer), clipNorm);
  }

  /** After three steps, the weights of each lane. */
  private static List<Map<String, double[]>> trained(List<Program> programs, PlanOptions options) {
    var plan = new Plan(programs, options);
    for (int lane = 0; lane < programs.size(); lane++) {
      plan.initialize(lane, name -> CountedDraws.of(1, Purpose.WEIGHTS, name, 0));
      plan.inputs("x", lane, X, 0, ROWS);
      plan.setRate(lane, 0.1);
    }
    for (int step = 0; step < 3; step++) {
      plan.run(Entry.GRADIENT, ROWS);
      plan.run(Entry.UPDATE, ROWS);
    }
    var lanes = new ArrayList<Map<String, double[]>>();
    for (int lane = 0; lane < programs.size(); lane++) {
      var weights = new LinkedHashMap<String, double[]>();
      for (String name : plan.tensors().names()) {
        weights.put(name, plan.tensors().read(name, lane));
      }
      lanes.add(weights);
    }
    return lanes;
  }

  private static void assertSameBits(Map<String, double[]> one, Map<String, double[]> other) {
    assertThat(one.keySet()).isEqualTo(other.keySet());
    one.forEach((name, values) -> assertThat(values).as(name).isEqualTo(other.get(name)));
  }

  @ParameterizedTest
  @EnumSource
  void anOptimizerThatClipsByTheNormHasTheBitsOfTheKey(Precision precision) {
    PlanOptions options = PlanOptions.of(precision, ROWS);
    Program own = program(new Clipped(0.1, 0.125), OptionalDouble.empty());
    Program key = program(new PlainDescent(0.1), OptionalDouble.of(0.125));
    Program unclipped = program(new PlainDescent(0.1), OptionalDouble.empty());
    Map<String, double[]> weights = trained(List.of(own), options).get(0);
    assertSameBits(weights, trained(List.of(key), options).get(0));
    assertThat(weights.get("slope"))
        .isNotEqualTo(trained(List.of(unclipped), options).get(0).get("slope"));
  }

  @ParameterizedTest
  @EnumSource
  void theNormOfALaneIsThatOfATrialAlone(Precision precision) {
    DoubleFunction<Program> clipped =
        norm -> program(new Clipped(0.1, norm), OptionalDouble.empty());
    for (Execution execution : List.of(Execution.SCALAR, Execution.AUTO)) {
      PlanOptions options = PlanOptions.of(precision, ROWS).by(execution);
      var programs = new ArrayList<Program>();
      for (int lane = 0; lane < LANES; lane++) {
        programs.add(clipped.apply(0.0625 * (lane + 1)));
      }
      List<Map<String, double[]>> together = trained(programs, options);
      for (int lane = 0; lane < LANES; lane++) {
        assertSameBits(together.get(lane), trained(List.of(programs.get(lane)), options).get(0));
      }
    }
  }

  @Test
  void theRoleTellsMatricesFromBiases() {
    PlanOptions options = PlanOptions.of(Precision.FLOAT64, ROWS);
    Map<String, double[]> after =
        trained(List.of(program(new DecayOfWeights(0.1), OptionalDouble.empty())), options).get(0);
    assertThat(after.get("hidden.bias")).isEqualTo(initial("hidden.bias", 3));
    assertThat(after.get("hidden.weight")[0]).isEqualTo(initial("hidden.weight", 6)[0] / 8);
  }

  private static double[] initial(String name, int count) {
    double[] values = new double[count];
    for (int i = 0; i < count; i++) {
      values[i] = CountedDraws.of(1, Purpose.WEIGHTS, name, 0).normal(i);
    }
    return values;
  }

  @Test
  void aParameterHasARole() {
    Expr x = Expr.input("x", Shape.batch(2)).at("layer");
    Expr row = x.parameter("weight", Shape.fixed(1, 2), NORMAL);
    assertThat(ParameterRole.of(x.weights("weight", 1, 2, NORMAL)))
        .isEqualTo(ParameterRole.WEIGHTS);
    assertThat(ParameterRole.of(x.parameter("bias", Shape.fixed(1, 2), NORMAL)))
        .isEqualTo(ParameterRole.BIAS);
    assertThat(ParameterRole.of(row)).isEqualTo(ParameterRole.SCALE);
    assertThat(ParameterRole.of(x.parameter("slope", Shape.SCALAR, NORMAL)))
        .isEqualTo(ParameterRole.OTHER);
  }
}
