package dev.kassei.benchmarks;

import dev.kassei.api.Precision;
import dev.kassei.api.expr.Detail;
import dev.kassei.api.expr.Operation;
import dev.kassei.api.expr.Shape;
import dev.kassei.engine.kernel.Kernels;
import dev.kassei.engine.kernel.Matrix;
import dev.kassei.engine.kernel.Step;
import java.util.List;
import java.util.Random;

/** The three products of a dense layer: m rows of k inputs, n outputs. */
public record Product(Precision precision, Form form, int m, int n, int k) {
  /** Which operand is transposed. */
  public enum Form {
    /** y = x·w: m × k times k × n. */
    NN(Operation.MATMUL),
    /** dx = dy·wᵀ: m × n times (k × n)ᵀ. */
    NT(Operation.MATMUL_NT),
    /** dw = xᵀ·dy: (m × k)ᵀ times m × n. */
    TN(Operation.MATMUL_TN);

    private final Operation operation;

    Form(Operation operation) {
      this.operation = operation;
    }
  }

  /** The product that words such as {@code matmul FLOAT32 NN 128 256 784} describe. */
  static Product of(String... words) {
    return new Product(
        Precision.valueOf(words[1]),
        Form.valueOf(words[2]),
        Integer.parseInt(words[3]),
        Integer.parseInt(words[4]),
        Integer.parseInt(words[5]));
  }

  /** The product of random matrices by vectors. */
  Work work() {
    Step step = step(vector(precision));
    return () -> step.run(1);
  }

  /** The product of random matrices. */
  Step step(Kernels kernels) {
    Random random = new Random(1);
    Matrix x = matrix(kernels, m, k, random);
    Matrix w = matrix(kernels, k, n, random);
    Matrix y = matrix(kernels, m, n, random);
    return switch (form) {
      case NN -> step(kernels, x, w, y);
      case NT -> step(kernels, y, w, x);
      case TN -> step(kernels, x, y, w);
    };
  }

  private Step step(Kernels kernels, Matrix a, Matrix b, Matrix y) {
    return kernels.step(form.operation, Detail.NONE, List.of(a, b), y);
  }

  private static Matrix matrix(Kernels kernels, int rows, int columns, Random random) {
    Matrix matrix = new Matrix(kernels.allocate(rows * columns), Shape.fixed(rows, columns), 1);
    for (int i = 0; i < rows * columns; i++) {
      matrix.buffer().set(i, random.nextDouble());
    }
    return matrix;
  }

  /** The vector kernels; the JVM needs the module jdk.incubator.vector. */
  static Kernels vector(Precision precision) {
    return Kernels.vector(precision)
        .orElseThrow(
            () -> new IllegalStateException("run java with --add-modules jdk.incubator.vector"));
  }
}
