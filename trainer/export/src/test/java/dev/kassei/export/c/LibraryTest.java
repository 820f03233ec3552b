package dev.kassei.export.c;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.kassei.api.expr.Operation;
import dev.kassei.engine.graph.HostMath;
import dev.kassei.engine.kernel.Float32Functions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LibraryTest {
  private static final List<Operation> FUNCTIONS =
      List.of(
          Operation.EXP,
          Operation.EXPM1,
          Operation.LOG,
          Operation.LOG1P,
          Operation.TANH,
          Operation.SIGMOID,
          Operation.SIGMOID_DERIVATIVE,
          Operation.SOFTPLUS,
          Operation.ERF,
          Operation.ERFC,
          Operation.SIN,
          Operation.COS,
          Operation.ATAN,
          Operation.SIGN);

  /** From here on the C library reduces the argument of sine and cosine. */
  private static final double HUGE = 0x1p17;

  @TempDir Path folder;

  @Test
  void aFunctionComesWithThoseThatItCalls() {
    String code = Library.of(Real.DOUBLE).calledBy("kassei_tanh(x);");
    assertThat(code)
        .contains("static double kassei_tanh(", "static double kassei_expm1_tail(")
        .doesNotContain("kassei_erf", "kassei_matmul");
    assertThat(code.indexOf("double kassei_divide(")).isLessThan(code.indexOf("kassei_tanh("));
  }

  @Test
  void functionsOfFloatsAreMadeOfFloats() {
    String code = Library.of(Real.FLOAT).calledBy("kassei_matmul(); kassei_exp();");
    assertThat(code).contains("fmaf(").doesNotContain("double", "fma(", "uint64");
  }

  @Test
  @Tag("slow")
  void elementaryFunctionsHaveTheBitsOfTheEngine() throws IOException {
    assumeTrue(Compiler.isPresent(), "needs gcc");
    var compiler = new Compiler(folder);
    double[] x = arguments();
    for (Real real : Real.values()) {
      double[] y = compiler.run(compiler.c99(program(real), "-O2"), x);
      for (int i = 0; i < x.length; i++) {
        for (int j = 0; j < FUNCTIONS.size(); j++) {
          double expected = expected(FUNCTIONS.get(j), x[i], real);
          assertThat(Double.doubleToLongBits(y[i * FUNCTIONS.size() + j]))
              .as("%s of %s as %s, %s", FUNCTIONS.get(j), x[i], real, expected)
              .isEqualTo(Double.doubleToLongBits(expected));
        }
      }
    }
  }

  private static double expected(Operation operation, double x, Real real) {
    return real == Real.DOUBLE
        ? HostMath.evaluate(operation, new double[] {x})
        : float32(operation, (float) x);
  }

  private static double float32(Operation operation, float x) {
    return switch (operation) {
      case EXP -> Float32Functions.exp(x);
      case EXPM1 -> Float32Functions.expm1(x);
      case LOG -> Float32Functions.log(x);
      case LOG1P -> Float32Functions.log1p(x);
      case TANH -> Float32Functions.tanh(x);
      case SIGMOID -> Float32Functions.sigmoid(x);
      case SIGMOID_DERIVATIVE -> Float32Functions.sigmoidDerivative(x);
      case SOFTPLUS -> Float32Functions.softplus(x);
      case ERF -> Float32Functions.erf(x);
      case ERFC -> Float32Functions.erfc(x);
      case SIN -> Float32Functions.sin(x);
      case COS -> Float32Functions.cos(x);
      case ATAN -> Float32Functions.atan(x);
      default -> Math.signum(x);
    };
  }

  /** Numbers of all sizes, near the ends of functions, and those that are special. */
  private static double[] arguments() {
    var random = new Random(7);
    double[] special = {
      0.0,
      -0.0,
      1,
      -1,
      0.5,
      -0.5,
      Double.NaN,
      Double.POSITIVE_INFINITY,
      Double.NEGATIVE_INFINITY,
      Double.MIN_VALUE,
      -Double.MIN_VALUE,
      Double.MIN_NORMAL,
      Float.MIN_VALUE,
      Float.MIN_NORMAL,
      Double.MAX_VALUE,
      709.78,
      709.79,
      -745.13,
      -745.14,
      88.72,
      88.73,
      -103.97,
      -103.98,
      27.226,
      5.93,
      Math.PI,
      Math.PI / 2,
      1e5
    };
    DoubleStream spread = random.doubles(4000, -30, 30);
    DoubleStream sizes =
        random.doubles(4000).map(each -> Math.scalb(each - 0.5, random.nextInt(200) - 170));
    DoubleStream exponents = random.doubles(2000, -750, 750);
    return Stream.of(special, spread.toArray(), sizes.toArray(), exponents.toArray())
        .flatMapToDouble(DoubleStream::of)
        .filter(x -> !(Math.abs(x) > HUGE) || Double.isInfinite(x) || x == Double.MAX_VALUE)
        .toArray();
  }

  private Path program(Real real) throws IOException {
    String calls =
        FUNCTIONS.stream()
            .map(each -> "    y = kassei_%s(x); fwrite(&y, 8, 1, out);\n".formatted(name(each)))
            .collect(Collectors.joining());
    String text =
        "#include <math.h>\n#include <stdint.h>\n#include <stdio.h>\n#include <string.h>\n"
            + Library.of(real).calledBy(calls)
            + "int main(int argc, char **argv) {\n"
            + "  FILE *in = fopen(argv[argc - 2], \"rb\"), *out = fopen(argv[argc - 1], \"wb\");\n"
            + "  double read, y;\n"
            + "  while (fread(&read, 8, 1, in) == 1) {\n"
            + "    %s x = (%s) read;\n".formatted(real.type(), real.type())
            + calls
            + "  }\n  return fclose(out);\n}\n";
    return Files.writeString(folder.resolve(real.name() + ".c"), text);
  }

  private static String name(Operation operation) {
    return operation.name().toLowerCase(Locale.ROOT);
  }
}
