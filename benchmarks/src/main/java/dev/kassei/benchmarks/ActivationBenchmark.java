package dev.kassei.benchmarks;

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
import org.openjdk.jmh.annotations.Warmup;

/** Pointwise kernels: activations of 8,192 float32 values, in microseconds. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
    value = 1,
    jvmArgsAppend = {"--add-modules=jdk.incubator.vector", "-XX:PerMethodTrapLimit=10000"})
public class ActivationBenchmark {
  @Param({"relu", "tanh", "sigmoid", "gelu", "silu", "mish", "softplus", "elu"})
  String activation = "relu";

  private Work forward = () -> {};
  private Work both = () -> {};

  @Setup
  public void setUp() {
    ActivationPlan plan = ActivationPlan.of(activation, 8192);
    forward = plan.work(ActivationPlan.Pass.FORWARD);
    both = plan.work(ActivationPlan.Pass.BOTH);
  }

  @Benchmark
  public void forward() {
    forward.run();
  }

  @Benchmark
  public void forwardAndBackward() {
    both.run();
  }
}
