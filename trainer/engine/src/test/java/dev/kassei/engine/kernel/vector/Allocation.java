package dev.kassei.engine.kernel.vector;

import dev.kassei.api.Precision;
import dev.kassei.api.expr.Detail;
import dev.kassei.api.expr.Operation;
import dev.kassei.engine.kernel.Buffer;
import dev.kassei.engine.kernel.Float32Pointwise;
import dev.kassei.engine.kernel.Float64Pointwise;
import dev.kassei.engine.kernel.Fused;
import dev.kassei.engine.kernel.Kernels;
import dev.kassei.engine.kernel.Matrix;
import dev.kassei.engine.kernel.Step;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A program that prints the operations of one precision that allocate once they are compiled:
 * pointwise ones, products, reductions and copies. It has a JVM of its own, as a run has: what
 * other tests do before decides how the compiler sees the Vector API.
 */
public final class Allocation {
  private static final Duration TIMEOUT = Duration.ofSeconds(5);
  private static final int SIZE = 1000;

  private Allocation() {}

  /** Runs this program for one precision and returns what it prints. */
  static String inJvmOfItsOwn(Precision precision) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(argument -> argument.startsWith("-XX:") || argument.startsWith("--add-modules"))
        .forEach(command::add);
    command.addAll(
        List.of("-cp", System.getProperty("java.class.path"), Allocation.class.getName()));
    command.add(precision.name());
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  /** Prints a line for each operation that allocates, then that all were tried. */
  public static void main(String[] arguments) {
    Precision precision = Precision.valueOf(arguments[0]);
    boolean isDouble = precision == Precision.FLOAT64;
    for (Operation operation : Operation.values()) {
      if (operation.isPointwise()) {
        report(operation.toString(), isDouble ? doubles(operation) : floats(operation));
      }
    }
    for (Fused fused : Fused.all()) {
      report(fused.toString(), isDouble ? doubles(fused) : floats(fused));
    }
    for (int lanes : new int[] {1, 16}) {
      products(precision, lanes);
      reductions(precision, lanes);
    }
    copy(precision);
    System.out.println("tried all");
  }

  private static void report(String name, Runnable action) {
    long bytes = ofOneRun(action);
    if (bytes > 0) {
      System.out.println(name + " allocates " + bytes + " bytes");
    }
  }

  private static void products(Precision precision, int lanes) {
    var numbers = new Numbers(precision);
    List<Matrix> operands = List.of(numbers.matrix(20, 20, lanes), numbers.matrix(20, 20, lanes));
    for (Operation form : List.of(Operation.MATMUL, Operation.MATMUL_NT, Operation.MATMUL_TN)) {
      report(precision, form, operands, numbers.empty(20, 20, lanes));
    }
  }

  private static void reductions(Precision precision, int lanes) {
    var numbers = new Numbers(precision);
    List<Matrix> operand = List.of(numbers.matrix(4, 70, lanes));
    report(precision, Operation.ROW_SUM, operand, numbers.empty(4, 1, lanes));
    report(precision, Operation.COLUMN_SUM, operand, numbers.empty(1, 70, lanes));
    report(precision, Operation.SUM, operand, numbers.empty(1, 1, lanes));
    report(precision, Operation.ROW_MAX, operand, numbers.empty(4, 1, lanes));
    report(precision, Operation.FIRST_MAX, operand, numbers.empty(4, 70, lanes));
  }

  private static void report(
      Precision precision, Operation operation, List<Matrix> operands, Matrix y) {
    Kernels kernels = Kernels.vector(precision).orElseThrow();
    Step step = kernels.step(operation, Detail.NONE, operands, y);
    report("%s with %s lanes".formatted(operation, y.lanes()), () -> step.run(1));
  }

  private static void copy(Precision precision) {
    var numbers = new Numbers(precision);
    Kernels kernels = Kernels.vector(precision).orElseThrow();
    Step step = kernels.copy(numbers.matrix(4, 70, 16), numbers.empty(4, 70, 16), new boolean[16]);
    report("copy of active lanes", () -> step.run(1));
  }

  private static Runnable doubles(Operation operation) {
    Float64Pointwise loops = new Float64VectorLoops();
    double[] x = new double[SIZE + Buffer.PADDING];
    double[] y = new double[SIZE];
    for (int i = 0; i < x.length; i++) {
      x[i] = i / 100.0 - 5;
    }
    return () -> loops.run(operation, y, 0, x, 0, x, 0, x, 0, SIZE);
  }

  private static Runnable floats(Operation operation) {
    Float32Pointwise loops = new Float32VectorLoops();
    float[] x = new float[SIZE + Buffer.PADDING];
    float[] y = new float[SIZE];
    for (int i = 0; i < x.length; i++) {
      x[i] = i / 100f - 5;
    }
    return () -> loops.run(operation, y, 0, x, 0, x, 0, x, 0, SIZE);
  }

  private static Runnable doubles(Fused fused) {
    Float64Pointwise loops = new Float64VectorLoops();
    double[] x = new double[SIZE + Buffer.PADDING];
    double[] y = new double[SIZE];
    double[][] operands = {x, x, x, x, x};
    int[] starts = new int[operands.length];
    return () -> loops.run(fused, y, 0, operands, starts, SIZE);
  }

  private static Runnable floats(Fused fused) {
    Float32Pointwise loops = new Float32VectorLoops();
    float[] x = new float[SIZE + Buffer.PADDING];
    float[] y = new float[SIZE];
    float[][] operands = {x, x, x, x, x};
    int[] starts = new int[operands.length];
    return () -> loops.run(fused, y, 0, operands, starts, SIZE);
  }

  /** The fewest bytes that one of many runs allocates, since the first ones are not compiled. */
  private static long ofOneRun(Runnable action) {
    var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    long fewest = Long.MAX_VALUE;
    long end = System.nanoTime() + TIMEOUT.toNanos();
    while (fewest > 0 && System.nanoTime() < end) {
      long before = threads.getCurrentThreadAllocatedBytes();
      action.run();
      fewest = Math.min(fewest, threads.getCurrentThreadAllocatedBytes() - before);
    }
    return fewest;
  }
}
