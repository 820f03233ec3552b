package dev.kassei.benchmarks;

import dev.kassei.api.Precision;
import dev.kassei.engine.kernel.Kernels;
import dev.kassei.engine.kernel.Step;
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

/** Matrix products of training steps, in microseconds. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
    value = 1,
    jvmArgsAppend = {"--add-modules=jdk.incubator.vector", "-XX:PerMethodTrapLimit=10000"})
public class MatmulBenchmark {
  @Param({"FLOAT32", "FLOAT64"})
  Precision precision = Precision.FLOAT32;

  @Param({"NN", "NT", "TN"})
  Product.Form form = Product.Form.NN;

  /** Rows × outputs × inputs. */
  @Param({"4x8x2", "32x32x30", "128x10x256", "128x256x784", "256x256x256"})
  String shape = "4x8x2";

  private Step scalar = batch -> {};
  private Step vector = batch -> {};

  @Setup
  public void setUp() {
    String[] sizes = shape.split("x", 3);
    Product product =
        Product.of("matmul", precision.name(), form.name(), sizes[0], sizes[1], sizes[2]);
    scalar = product.step(Kernels.scalar(precision));
    vector = product.step(Product.vector(precision));
  }

  @Benchmark
  public void scalar() {
    scalar.run(1);
  }

  @Benchmark
  public void vector() {
    vector.run(1);
  }
}
