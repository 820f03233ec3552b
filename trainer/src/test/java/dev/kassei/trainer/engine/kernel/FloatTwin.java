package dev.kassei.trainer.engine.kernel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Makes the float32 twins of the float64 kernels. From the project's root: {@code java
 * trainer/src/test/java/dev/kassei/trainer/engine/kernel/FloatTwin.java}.
 */
public final class FloatTwin {
  static final Path FOLDER = Path.of("src/main/java/dev/kassei/trainer/engine/kernel");
  static final List<String> NAMES =
      List.of(
          "Float64Copies",
          "Float64Kernels",
          "Float64Loops",
          "Float64Matmul",
          "Float64Pointwise",
          "Float64Repeat",
          "Float64Sums",
          "Float64Tiles",
          "vector/Float64VectorLoops");

  private FloatTwin() {}

  /** Writes the twins beside their originals. */
  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of("trainer").resolve(FOLDER);
    for (String name : NAMES) {
      String original = Files.readString(folder.resolve(name + ".java"));
      Files.writeString(folder.resolve(twinOf(name) + ".java"), twin(original));
    }
  }

  /** The name of the twin of a file. */
  static String twinOf(String name) {
    return name.replace("Float64", "Float32");
  }

  /** The float32 form of a float64 source. */
  static String twin(String original) {
    return "// Made by FloatTwin from its float64 twin; change that one.\n"
        + original
            .replace("double", "float")
            .replace("Double", "Float")
            .replace("Float64", "Float32")
            .replace("float64", "float32")
            .replace("Math.sqrt(", "(float) Math.sqrt(")
            .replaceAll("\\b(\\d+\\.\\d+)\\b", "$1f");
  }
}
