package dev.kassei.builtins.optimizer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kassei.api.Optimizer;
import dev.kassei.api.Precision;
import dev.kassei.api.expr.Expr;
import dev.kassei.api.expr.Shape;
import dev.kassei.engine.Programs;
import dev.kassei.engine.plan.Entry;
import dev.kassei.engine.plan.Execution;
import dev.kassei.engine.plan.Plan;
import dev.kassei.engine.plan.PlanOptions;
import dev.kassei.engine.plan.Program;
import dev.kassei.engine.random.CountedDraws;
import dev.kassei.engine.random.Purpose;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every optimizer beside others of its kind, which differ in all of their numbers. */
class OptimizerLanesTest {
  private static final int LANES = 5;
  private static final int ROWS = 4;
  private static final int STEPS = 12;

  /** With their defaults, and with all that a default switches off. */
  static Stream<Optimizer> optimizers() {
    return Stream.concat(
        ServiceLoader.load(Optimizer.class).stream().map(ServiceLoader.Provider::get),
        Stream.of(
            new Sgd(0.01, 0.9, 0.5, false, 0.1),
            new Sgd(0.01, 0.9, 0, true, 0.1),
            new Adam(0.001, 0.9, 0.999, 1e-8, 0.1, true),
            new Adagrad(0.01, 0.1, 0.1, 0.1, 1e-10),
            new Rmsprop(0.01, 0.99, 1e-8, 0.1, 0.9, true),
            new Nadam(0.002, 0.9, 0.999, 1e-8, 0.1, 0.004, true),
            new Radam(0.001, 0.9, 0.9, 1e-8, 0.1, true),
            new Adabelief(0.001, 0.9, 0.999, 1e-16, 0.1, false, false),
            new ScheduleFreeSgd(1, 0.9, 0.1, 1, 2),
            new Muon(
                0.02,
                0.1,
                0.95,
                false,
                1e-7,
                2,
                Muon.RateAdjustment.MATCH_RMS_ADAMW,
                new ScheduleFreeAdamw())));
  }

  @ParameterizedTest
  @MethodSource("optimizers")
  void aLaneHasTheBitsOfATrialAlone(Optimizer optimizer) {
    for (Precision precision : Precision.values()) {
      for (Execution execution : List.of(Execution.SCALAR, Execution.AUTO)) {
        List<Program> programs = programs(optimizer);
        Plan together = trained(programs, precision, execution);
        for (int lane = 0; lane < LANES; lane++) {
          Plan alone = trained(List.of(programs.get(lane)), precision, execution, lane);
          assertThat(bits(together, lane)).as("lane %s", lane).isEqualTo(bits(alone, 0));
        }
      }
    }
  }

  private static List<Program> programs(Optimizer optimizer) {
    var programs = new ArrayList<Program>();
    for (int lane = 0; lane < LANES; lane++) {
      programs.add(program(changed(optimizer, 0.99 - 0.01 * lane)));
    }
    return programs;
  }

  /** The same optimizer with all its numbers times a factor, so that none is equal to another. */
  private static Optimizer changed(Optimizer optimizer, double factor) {
    try {
      RecordComponent[] components = optimizer.getClass().getRecordComponents();
      Object[] values = new Object[components.length];
      for (int i = 0; i < values.length; i++) {
        Object value = components[i].getAccessor().invoke(optimizer);
        boolean isThreshold = components[i].getName().matches("etaPlus|clipThreshold");
        values[i] = value instanceof Double number && !isThreshold ? number * factor : value;
      }
      Class<?>[] types =
          Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
      return (Optimizer) optimizer.getClass().getDeclaredConstructor(types).newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Program program(Optimizer optimizer) {
    Expr x = Expr.input("x", Shape.batch(3));
    Expr hidden = x.matmul(weights("first", 3, 5)).plus(weights("bias", 1, 5)).tanh();
    Expr losses = hidden.matmul(weights("second", 5, 2)).square().rowSum();
    return Programs.training(losses, losses, Optional.of(optimizer), OptionalDouble.empty());
  }

  private static Expr weights(String name, int rows, int columns) {
    return Expr.constant(0)
        .parameter(name, Shape.fixed(rows, columns), (fans, draws, index) -> draws.normal(index));
  }

  private static Plan trained(List<Program> programs, Precision precision, Execution execution) {
    return trained(programs, precision, execution, 0);
  }

  /** Trains lanes that draw by their number, the first of which is given. */
  private static Plan trained(
      List<Program> programs, Precision precision, Execution execution, int first) {
    var plan = new Plan(programs, PlanOptions.of(precision, ROWS).by(execution));
    for (int lane = 0; lane < plan.lanes(); lane++) {
      int seed = first + lane;
      plan.initialize(lane, name -> CountedDraws.of(seed, Purpose.WEIGHTS, name, 0));
      var draws = CountedDraws.of(seed, Purpose.DATA, "x", 0);
      for (int row = 0; row < ROWS; row++) {
        int from = 3 * row;
        double[] values = {draws.normal(from), draws.normal(from + 1), draws.normal(from + 2)};
        plan.input("x", lane, row, values, 0);
      }
    }
    for (int step = 0; step < STEPS; step++) {
      for (int lane = 0; lane < plan.lanes(); lane++) {
        plan.setRate(lane, 0.01 / (1 + step + first + lane));
      }
      plan.run(Entry.GRADIENT, ROWS);
      plan.run(Entry.UPDATE, ROWS);
    }
    return plan;
  }

  /** All parameters and slots, and the parameters in inference. */
  private static List<String> bits(Plan plan, int lane) {
    var all = new ArrayList<String>();
    plan.tensors().names().forEach(name -> all.add(line(name, plan.tensors().read(name, lane))));
    Map<String, double[]> inference = plan.inferenceTensors(lane);
    inference.forEach((name, values) -> all.add(line("in inference " + name, values)));
    assertThat(all).noneMatch(line -> line.contains("NaN"));
    return all;
  }

  private static String line(String name, double[] values) {
    return name + " " + Arrays.toString(values);
  }
}
