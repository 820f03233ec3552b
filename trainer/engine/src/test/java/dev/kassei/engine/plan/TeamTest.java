package dev.kassei.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kassei.engine.kernel.Share;
import dev.kassei.engine.kernel.Step;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

class TeamTest {
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
}
