package dev.kassei.engine;

import dev.kassei.api.Precision;
import dev.kassei.engine.plan.Execution;
import dev.kassei.engine.plan.Program;
import dev.kassei.engine.plan.Team;
import java.util.List;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Random programs that train in plans, of several lanes, by all kernels, alone and in teams, have
 * the bits of plainer ways. More of them: {@code -Dfuzz.tries=50000}.
 */
@Tag("slow")
class ProgramFuzzTest {
  /** A program takes as long as fifty formulas. */
  private static final int PROGRAMS = Integer.getInteger("fuzz.tries", 1000) / 50;

  @Test
  void plansHaveTheBitsOfValuesComputedOneByOne() {
    train(
        Precision.FLOAT64,
        List.of(Execution.values()),
        (program, capacity) -> new GraphEvaluator(program));
  }

  @Test
  void vectorsAndLanesInFloat32HaveTheBitsOfScalarPlansOfTheirOwn() {
    train(
        Precision.FLOAT32,
        List.of(Execution.VECTOR, Execution.AUTO),
        (program, capacity) -> new SoloPlan(program, capacity + 3));
  }

  private static void train(
      Precision precision,
      List<Execution> executions,
      BiFunction<Program, Integer, PlainTrial> trial) {
    for (int seed = 0; seed < PROGRAMS; seed++) {
      try (Team team = seed % 3 == 0 ? new Team(3) : Team.alone()) {
        new RandomTraining(seed, precision, executions, team, trial).run();
      }
    }
  }
}
