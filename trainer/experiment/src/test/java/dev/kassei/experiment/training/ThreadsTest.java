package dev.kassei.experiment.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kassei.api.Precision;
import dev.kassei.api.Target;
import dev.kassei.builtins.initializer.Initializers;
import dev.kassei.builtins.loss.CrossEntropy;
import dev.kassei.builtins.model.Mlp;
import dev.kassei.builtins.optimizer.Adam;
import dev.kassei.engine.Programs;
import dev.kassei.engine.plan.Entry;
import dev.kassei.engine.plan.Plan;
import dev.kassei.engine.plan.PlanOptions;
import dev.kassei.engine.plan.Program;
import dev.kassei.engine.plan.Team;
import dev.kassei.engine.random.CountedDraws;
import dev.kassei.engine.random.Purpose;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Threads share the large steps of a training and change no bit of it. */
class ThreadsTest {
  private static final int FEATURES = 101;
  private static final int CAPACITY = 67;

  @ParameterizedTest
  @EnumSource(Precision.class)
  void threadsChangeNoBit(Precision precision) {
    assertThat(trained(precision, 3)).isEqualTo(trained(precision, 1));
  }

  /** The tensors after a few steps of full and partial batches. */
  private static Map<String, List<Double>> trained(Precision precision, int threads) {
    var tensors = new LinkedHashMap<String, List<Double>>();
    try (var team = new Team(threads)) {
      var plan = new Plan(List.of(program()), PlanOptions.of(precision, CAPACITY).by(team));
      plan.initialize(0, name -> CountedDraws.of(1, Purpose.WEIGHTS, name, 0));
      plan.setRate(0, 0.01);
      var draws = CountedDraws.of(1, Purpose.DATA, "", 0);
      for (int row = 0; row < CAPACITY; row++) {
        double[] x = new double[FEATURES];
        for (int i = 0; i < FEATURES; i++) {
          x[i] = draws.normal((long) row * FEATURES + i);
        }
        plan.input(Network.FEATURES, 0, row, x, 0);
        plan.input(Network.TARGETS, 0, row, new double[] {row % 3}, 0);
      }
      for (int rows : new int[] {CAPACITY, 1, 9, CAPACITY, 16}) {
        plan.run(Entry.GRADIENT, rows);
        plan.run(Entry.UPDATE, rows);
      }
      for (String name : plan.tensors().names()) {
        tensors.put(name, Arrays.stream(plan.tensors().read(name, 0)).boxed().toList());
      }
    }
    return tensors;
  }

  private static Program program() {
    var target = new Target(List.of("y"), List.of("a", "b", "c"));
    var model =
        new Mlp(List.of(133, 71), List.of(x -> x.tanh()), Optional.empty(), new Initializers());
    var network = Network.of(model, new CrossEntropy(), FEATURES, target);
    return Programs.training(
        network.response(), network.losses(), Optional.of(new Adam()), OptionalDouble.empty());
  }
}
