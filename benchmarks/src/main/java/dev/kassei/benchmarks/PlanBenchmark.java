package dev.kassei.benchmarks;

import dev.kassei.engine.plan.Program;
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
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** From formulas to a plan that can run, in microseconds. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
    value = 1,
    jvmArgsAppend = {"--add-modules=jdk.incubator.vector", "-XX:PerMethodTrapLimit=10000"})
public class PlanBenchmark {
  @Param({"xor", "xor-lanes", "tabular", "image"})
  String network = "xor";

  /** Differentiates, numbers the values and builds kernels and buffers. */
  @Benchmark
  public Work plan() {
    return TrainingStep.of(network, Team.alone());
  }

  /** The graph of formulas and gradients alone. */
  @Benchmark
  public Program program() {
    return switch (network) {
      case "xor", "xor-lanes" -> TrainingStep.xor();
      case "tabular" -> TrainingStep.tabular();
      default -> TrainingStep.image();
    };
  }
}
