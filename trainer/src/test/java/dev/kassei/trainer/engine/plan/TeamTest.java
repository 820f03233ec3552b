package dev.kassei.trainer.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kassei.api.Precision;
import dev.kassei.api.Target;
import dev.kassei.trainer.engine.Programs;
import dev.kassei.trainer.engine.kernel.Share;
import dev.kassei.trainer.engine.kernel.Step;
import dev.kassei.trainer.engine.random.CountedDraws;
import dev.kassei.trainer.engine.random.Purpose;
import dev.kassei.trainer.initializer.Initializers;
import dev.kassei.trainer.loss.CrossEntropy;
import dev.kassei.trainer.model.Mlp;
import dev.kassei.trainer.optimizer.Adam;
import dev.kassei.trainer.training.Network;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TeamTest {
  private static final int FEATURES = 101;
  private static final int CAPACITY = 67;

  @Test
  void eachShareRunsOnAThreadOfItsOwnAndAllAreDoneAtTheEnd() {
    Set<Thread> threads = ConcurrentHashMap.newKeySet();
    int[] done = new int[3];
    try (var team = new Team(3)) {
      Step[] shares = new Step[3];
      for (int i = 0; i < 3; i++) {
        int share = i;
        shares[i] =
            batch -> {
              threads.add(Thread.currentThread());
              done[share] += batch;
            };
      }
      for (int round = 0; round < 10_000; round++) {
        team.run(shares, 2);
      }
    }
    assertThat(threads).hasSize(3).contains(Thread.currentThread());
    assertThat(done).containsOnly(20_000);
  }

  @Test
  void helpersEndWhenTheTeamIsClosed() throws InterruptedException {
    Thread[] helper = new Thread[1];
    try (var team = new Team(2)) {
      team.run(new Step[] {batch -> {}, batch -> helper[0] = Thread.currentThread()}, 1);
    }
    helper[0].join(10_000);
    assertThat(helper[0].isAlive()).isFalse();
  }

  @Test
  void aFailureOfAHelperReachesTheCallerAndTheTeamGoesOn() {
    Step fails =
        batch -> {
          throw new ArithmeticException("no such row");
        };
    int[] done = new int[1];
    try (var team = new Team(2)) {
      assertThatThrownBy(() -> team.run(new Step[] {batch -> {}, fails}, 1))
          .hasMessageContaining("no such row");
      team.run(new Step[] {batch -> {}, batch -> done[0]++}, 1);
    }
    assertThat(done[0]).isEqualTo(1);
  }

  @Test
  void sharesCoverAllOutputsOnce() {
    for (int size = 0; size < 70; size++) {
      int covered = 0;
      for (int index = 0; index < 3; index++) {
        var share = new Share(index, 3);
        assertThat(share.from(size, 8)).isEqualTo(covered);
        covered = share.to(size, 8);
        assertThat(covered % 8 == 0 || covered == size).isTrue();
      }
      assertThat(covered).isEqualTo(size);
    }
  }

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
