package dev.kassei.engine.kernel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Makes the float32 twins of the float64 kernels. From the project's root: {@code java
 * trainer/engine/src/test/java/dev/kassei/engine/kernel/FloatTwin.java}.
 */
public final class FloatTwin {
  private static final Path FOLDER = Path.of("src/main/java/dev/kassei/engine/kernel");

  /** The first line of each twin. */
  static final String HEADER = "// Made by FloatTwin from its float64 twin; change that one.\n";

  private FloatTwin() {}

  /** Writes the twins beside their originals. */
  public static void main(String[] arguments) throws IOException {
    for (Path original : originals()) {
      Path file = Path.of("trainer/engine").resolve(original);
      Files.writeString(twin(file), twin(Files.readString(file)));
    }
  }

  /** The float64 sources, relative to the module's folder. */
  static List<Path> originals() {
    return names().map(name -> FOLDER.resolve(name + ".java")).toList();
  }

  /**
   * The twins as .gitattributes and Spotless list them: made, so neither reviewed nor formatted.
   */
  static List<String> patterns() {
    return names().map(name -> "**/kernel/" + twinName(name) + ".java").toList();
  }

  private static Stream<String> names() {
    Stream<String> scalar =
        Stream.of(
            "Copies",
            "Fused",
            "Inner",
            "Kernels",
            "Loops",
            "Matmul",
            "Pointwise",
            "Repeat",
            "Sums",
            "Tiles",
            "WindowSteps",
            "Windows");
    Stream<String> vector =
        Stream.of(
            "Dots",
            "FoldedProduct",
            "LaneKernel",
            "LaneProduct",
            "LaneSums",
            "MicroKernel",
            "PaddedItems",
            "Panels",
            "Product",
            "VectorFused",
            "VectorInner",
            "VectorKernels",
            "VectorLoops",
            "VectorMatmul",
            "VectorSums",
            "VectorWindowSteps",
            "VectorWindows",
            "WindowKernel",
            "WindowProduct");
    return Stream.concat(scalar.map("Float64"::concat), vector.map("vector/Float64"::concat));
  }

  /** The file of the twin. */
  static Path twin(Path original) {
    return original.resolveSibling(twinName(original.getFileName().toString()));
  }

  private static String twinName(String name) {
    return name.replace("Float64", "Float32");
  }

  /** The float32 form of a float64 source. */
  static String twin(String original) {
    return HEADER
        + original
            .replace("double", "float")
            .replace("Double", "Float")
            .replace("Float64", "Float32")
            .replace("float64", "float32")
            .replace("FLOAT64", "FLOAT32")
            .replace("Math.sqrt(", "(float) Math.sqrt(")
            .replace("window.fill()", "(float) window.fill()")
            .replaceAll("\\b(\\d+\\.\\d+)\\b", "$1f");
  }
}
