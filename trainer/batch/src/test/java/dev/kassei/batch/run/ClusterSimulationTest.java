package dev.kassei.batch.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kassei.batch.run.ClusterSimulation.Costs;
import dev.kassei.batch.run.ClusterSimulation.Executor;
import dev.kassei.batch.run.ClusterSimulation.Outcome;
import dev.kassei.batch.run.ClusterSimulation.Trials;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The simulation against closed forms. */
class ClusterSimulationTest {
  private static final int MACHINES = 10;
  private static final Machine.Park STEADY = new Machine.Park(MACHINES, 0, 0, 0, 0);
  private static final Trials EQUAL = new Trials(1000, 1, 0, 1);
  private static final Costs NONE = new Costs(0, 0, 0, 0);

  @TempDir private Path temporary;
  private ClusterTable table;

  @BeforeEach
  void makeTable() throws IOException {
    table = new ClusterTable(temporary);
  }

  private static Executor executor(boolean isTask) {
    return new Executor(MACHINES, Duration.ofMillis(1), isTask);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void equalTrialsOnEqualMachinesWasteNothing(boolean isTask) {
    Outcome outcome = table.run(EQUAL, STEADY, executor(isTask), NONE);
    assertThat(outcome.seconds()).isCloseTo(100, within(1e-9));
    assertThat(outcome.efficiency()).isCloseTo(1, within(1e-9));
    assertThat(outcome.waits()).isCloseTo(0, within(1e-9));
    assertThat(outcome.results()).isEqualTo(1000);
  }

  @Test
  void eachTrialCostsTwoWaysOfAMessage() {
    Outcome outcome = table.run(EQUAL, STEADY, executor(false), new Costs(0.25, 0, 0, 0));
    assertThat(outcome.seconds()).isCloseTo(100 * 1.5, within(1e-9));
  }

  @Test
  void aCoordinatorThatIsBusyWithResultsSetsThePace() {
    Outcome outcome = table.run(EQUAL, STEADY, executor(false), new Costs(0, 0, 0, 0.2));
    assertThat(outcome.resultsPerSecond()).isCloseTo(5, within(0.05));
    assertThat(outcome.busy()).isCloseTo(1, within(0.01));
  }

  /** With a rate λ of losses, a second of work takes (exp(λ) − 1) / λ seconds of a machine. */
  @Test
  void whatIsRepeatedIsAsLossesAreRare() {
    double rate = 0.2;
    var park = new Machine.Park(MACHINES, 0, 3600 * rate, 0, 0);
    var trials = new Trials(20_000, 1, 0, 1);
    Outcome outcome = table.run(trials, park, executor(true), NONE);
    assertThat(outcome.efficiency()).isCloseTo(rate / Math.expm1(rate), within(0.01));
    assertThat(outcome.repeated()).isCloseTo(1 - outcome.efficiency(), within(0.01));
    assertThat(outcome.givenUp()).isZero();
  }

  /** Of trials that are lost with probability p, p² are lost twice. */
  @Test
  void aTrialThatIsLostTwiceIsGivenUp() {
    double rate = 0.2;
    var park = new Machine.Park(MACHINES, 0, 3600 * rate, 0, 0);
    var trials = new Trials(20_000, 1, 0, 1);
    Outcome outcome = table.run(trials, park, executor(false), NONE);
    double lost = -Math.expm1(-rate);
    assertThat(outcome.givenUp() / 2e4).isCloseTo(lost * lost, within(0.004));
    assertThat(outcome.results() + outcome.givenUp()).isEqualTo(20_000);
  }

  @Test
  void shardsStartAndAreUneven() {
    Outcome one = ShardSimulation.run(EQUAL, new Machine.Park(1, 0, 0, 0, 0), 16, 5, 300);
    assertThat(one.seconds()).isCloseTo(1000 + 16 * 5, within(1e-9));
    Outcome ten = ShardSimulation.run(EQUAL, STEADY, 10, 0, 300);
    assertThat(ten.efficiency()).isLessThan(0.8);
  }
}
