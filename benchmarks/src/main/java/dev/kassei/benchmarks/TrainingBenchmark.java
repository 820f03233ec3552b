package dev.kassei.benchmarks;

import dev.kassei.engine.plan.Team;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Training steps, in microseconds. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
    value = 1,
    jvmArgsAppend = {"--add-modules=jdk.incubator.vector", "-XX:PerMethodTrapLimit=10000"})
public class TrainingBenchmark {
  @Param({
    "xor",
    "xor-lanes",
    "tabular",
    "tabular-lanes",
    "image",
    "image-dropout",
    "image-norm",
    "lenet"
  })
  String network = "xor";

  @Param("1")
  int threads = 1;

  private Team team = Team.alone();
  private Work step = () -> {};

  @Setup
  public void setUp() {
    team = new Team(threads);
    step = TrainingStep.of(network, team);
  }

  @TearDown
  public void tearDown() {
    team.close();
  }

  @Benchmark
  public void step() {
    step.run();
  }
}
