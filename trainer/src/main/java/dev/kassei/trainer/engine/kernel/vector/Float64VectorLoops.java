package dev.kassei.trainer.engine.kernel.vector;

import static java.lang.invoke.MethodType.methodType;

import dev.kassei.api.expr.Operation;
import dev.kassei.trainer.engine.kernel.Float64Pointwise;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The pointwise operations in float64 by vectors, with the bits of the scalar loops. Not for several
 * threads at a time.
 *
 * <p>Primitives are called by handles in a map, through which the compiler does not see, so that
 * each is compiled apart. Two of them in one would be more than it inlines, and a vector that is
 * passed to a call is allocated.
 */
final class Float64VectorLoops implements Float64Pointwise {
  private static final int LENGTH = Float64Primitives.LENGTH;

  /** The values of one pass, where an operation takes two; a multiple of every length. */
  private static final int CHUNK = 256;

  private static final MethodType UNARY =
      methodType(void.class, double[].class, int.class, double[].class, int.class, int.class);
  private static final MethodType BINARY =
      UNARY.insertParameterTypes(4, double[].class, int.class);
  private static final MethodType TERNARY =
      BINARY.insertParameterTypes(6, double[].class, int.class);

  private static final Map<Operation, MethodHandle> PRIMITIVES = primitives();
  private static final Map<Operation, MethodHandle> FIRST_PASSES = firstPasses();

  /** The last vector, on its way to an array that must not be written beyond its values. */
  private final double[] tail = new double[LENGTH];

  /** What a first pass leaves to the second. */
  private final double[] halves = new double[CHUNK];

  @Override
  public void run(
      Operation operation,
      double[] y,
      int yi,
      double[] a,
      int ai,
      double[] b,
      int bi,
      double[] c,
      int ci,
      int n) {
    int whole = n & -LENGTH;
    try {
      if (whole > 0) {
        apply(operation, y, yi, a, ai, b, bi, c, ci, whole);
      }
      if (whole < n) {
        apply(operation, tail, 0, a, ai + whole, b, bi + whole, c, ci + whole, LENGTH);
        System.arraycopy(tail, 0, y, yi + whole, n - whole);
      }
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException("a primitive threw what it does not declare", e);
    }
  }

  private void apply(
      Operation operation,
      double[] y,
      int yi,
      double[] a,
      int ai,
      double[] b,
      int bi,
      double[] c,
      int ci,
      int n)
      throws Throwable {
    MethodHandle primitive = PRIMITIVES.get(operation);
    MethodHandle firstPass = FIRST_PASSES.get(operation);
    if (firstPass != null) {
      twoPasses(firstPass, primitive, y, yi, a, ai, n);
    } else if (operation.arity() == 1) {
      primitive.invokeExact(y, yi, a, ai, n);
    } else if (operation.arity() == 2) {
      primitive.invokeExact(y, yi, a, ai, b, bi, n);
    } else {
      primitive.invokeExact(y, yi, a, ai, b, bi, c, ci, n);
    }
  }

  private void twoPasses(
      MethodHandle first, MethodHandle second, double[] y, int yi, double[] x, int xi, int n)
      throws Throwable {
    for (int i = 0; i < n; i += CHUNK) {
      int m = Math.min(n - i, CHUNK);
      first.invokeExact(halves, 0, x, xi + i, m);
      second.invokeExact(y, yi + i, x, xi + i, halves, 0, m);
    }
  }

  private static Map<Operation, MethodHandle> primitives() {
    var primitives = new EnumMap<Operation, MethodHandle>(Operation.class);
    for (Operation operation : Operation.values()) {
      if (operation.isPointwise()) {
        primitives.put(operation, primitive(name(operation), type(operation)));
      }
    }
    return primitives;
  }

  private static Map<Operation, MethodHandle> firstPasses() {
    var passes = new EnumMap<Operation, MethodHandle>(Operation.class);
    passes.put(Operation.ERF, primitive("erfFirstPass", UNARY));
    passes.put(Operation.ERFC, primitive("erfcFirstPass", UNARY));
    return passes;
  }

  private static MethodType type(Operation operation) {
    return switch (operation) {
      case ERF, ERFC -> BINARY;
      case WHERE, CLIP -> TERNARY;
      default -> operation.arity() == 1 ? UNARY : BINARY;
    };
  }

  /** The name of an operation's primitive, such as {@code sigmoidDerivative}. */
  private static String name(Operation operation) {
    return Pattern.compile("_(.)")
        .matcher(operation.functionName())
        .replaceAll(letter -> letter.group(1).toUpperCase(Locale.ROOT));
  }

  private static MethodHandle primitive(String name, MethodType type) {
    try {
      return MethodHandles.lookup().findStatic(Float64Primitives.class, name, type);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("there is no primitive " + name, e);
    }
  }
}
