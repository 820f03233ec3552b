package dev.kassei.export.c;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.kassei.api.Precision;
import dev.kassei.export.LayerSamples;
import dev.kassei.export.Sample;
import dev.kassei.export.network.ExportException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CHeaderTest {
  @TempDir Path folder;

  /** The compilation of all headers in one program, so that gcc starts once per way. */
  @Test
  @Tag("slow")
  void headersOfAllActivationsAndLayersPredictTheBitsOfTheEngine() throws IOException {
    assumeTrue(Compiler.isPresent(), "needs gcc");
    for (Precision precision : Precision.values()) {
      var samples = new ArrayList<Sample>();
      Stream.concat(Sample.activations(precision), LayerSamples.of(precision))
          .filter(each -> !each.name().equals("sparsemax"))
          .forEach(samples::add);
      Path source = program(samples);
      var compiler = new Compiler(folder);
      assertBits(samples, compiler.run(compiler.c99(source, "-O1"), rows(samples)));
      compiler.cpp(source);
    }
  }

  private static double[] rows(List<Sample> samples) {
    return samples.stream().flatMapToDouble(each -> Arrays.stream(each.rows())).toArray();
  }

  private static void assertBits(List<Sample> samples, double[] predicted) {
    int at = 0;
    for (Sample sample : samples) {
      double[] own = Arrays.copyOfRange(predicted, at, at + sample.expected().length);
      assertThat(bits(own)).as(sample.name()).isEqualTo(bits(sample.expected()));
      at += own.length;
    }
  }

  private static long[] bits(double[] numbers) {
    return Arrays.stream(numbers).mapToLong(Double::doubleToLongBits).toArray();
  }

  private Path program(List<Sample> samples) throws IOException {
    var includes = new StringBuilder("#include <stdio.h>\n");
    var calls = new StringBuilder();
    for (Sample sample : samples) {
      String name = Text.identifier(sample.name());
      Files.writeString(folder.resolve(name + ".h"), CHeader.of(network(sample)));
      includes.append("#include \"%s.h\"\n".formatted(name));
      calls.append(
          """
            for (int i = 0; i < %s; i++) {
              if (fread(x, 8, %s, in) == 0 || %s_predict(x, y) != 0) {
                return 1;
              }
              fwrite(y, 8, %s, out);
            }
          """
              .formatted(Sample.ROWS, sample.width(), name, sample.response().width()));
    }
    String text =
        includes
            + "int main(int argc, char **argv) {\n"
            + "  FILE *in = fopen(argv[argc - 2], \"rb\"), *out = fopen(argv[argc - 1], \"wb\");\n"
            + "  double x[100], y[10];\n"
            + calls
            + "  return fclose(out);\n}\n";
    return Files.writeString(folder.resolve("all.c"), text);
  }

  private static CNetwork network(Sample sample) {
    return network(sample, "x");
  }

  private static CNetwork network(Sample sample, String columns) {
    return new CNetwork(
        sample.name(),
        "A sample",
        sample.response(),
        sample.tensors(),
        sample.precision(),
        sample.preparation(columns));
  }

  /** Names of functions begin with that of the network, which texts must not. */
  @Test
  void aColumnCalledLikeAFunctionKeepsItsName() {
    Sample relu = activation("relu");
    assertThat(CHeader.of(network(relu, "kassei_of_KASSEI_@names@")))
        .contains("static inline int relu_predict(")
        .contains("\"kassei\"\"_of_KASSEI\"\"_@names@0\"");
  }

  private static Sample activation(String name) {
    return Sample.activations(Precision.FLOAT64)
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aFunctionOfWholeRowsIsRefusedByName() {
    Sample sparsemax = activation("sparsemax");
    assertThatThrownBy(() -> CHeader.of(network(sparsemax)))
        .isInstanceOf(ExportException.class)
        .hasMessage(
            "layers.1 is a function of whole rows in plain Java, which has no form in C; choose"
                + " another activation");
  }
}
