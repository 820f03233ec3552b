package dev.kassei.builtins.dataset.array;

import dev.kassei.results.file.FileProblems;
import dev.kassei.results.file.PackedFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * Files in the format of MNIST: two bytes 0, one for the type, one for the number of sizes, the
 * sizes as 32-bit integers, then the numbers; all with the highest byte first.
 */
final class IdxFile {
  private static final int MAGIC = 4;

  private static final Map<Integer, Element> TYPES =
      Map.of(
          0x08, Element.UINT8,
          0x09, Element.INT8,
          0x0b, Element.INT16,
          0x0c, Element.INT32,
          0x0d, Element.FLOAT32,
          0x0e, Element.FLOAT64);

  private IdxFile() {}

  /**
   * Opens a file, packed or not, and reads its header.
   *
   * @param start where relative paths start
   * @throws IllegalArgumentException if it is no such file
   */
  static ArrayFile open(Path file, Path start) throws IOException {
    var problems = new FileProblems(file);
    InputStream in = PackedFile.open(file, start, problems);
    try {
      return header(in, problems);
    } catch (IOException | RuntimeException e) {
      in.close();
      throw e;
    }
  }

  private static ArrayFile header(InputStream in, FileProblems problems) throws IOException {
    byte[] magic = in.readNBytes(MAGIC);
    boolean isIdx = magic.length == MAGIC && magic[0] == 0 && magic[1] == 0 && magic[3] > 0;
    if (!isIdx || !TYPES.containsKey((int) magic[2])) {
      throw problems.failure(
          "expected an IDX file, whose first bytes are 00 00, a type from 08 to 0e and the number of sizes, but found %s"
              .formatted(magic.length == 0 ? "none" : HexFormat.ofDelimiter(" ").formatHex(magic)));
    }
    var sizes = new ArrayList<Integer>();
    byte[] bytes = in.readNBytes(magic[3] * Integer.BYTES);
    if (bytes.length < magic[3] * Integer.BYTES) {
      throw problems.failure(
          "the file is not whole: it ends within its header; fetch or copy it again");
    }
    ByteBuffer numbers = ByteBuffer.wrap(bytes);
    while (numbers.hasRemaining()) {
      sizes.add(numbers.getInt());
    }
    if (sizes.stream().anyMatch(size -> size <= 0)) {
      throw problems.failure(
          "expected sizes above 0 in the header but found " + ArrayFile.text(sizes));
    }
    return new ArrayFile(
        in, problems, TYPES.get((int) magic[2]), ByteOrder.BIG_ENDIAN, List.copyOf(sizes));
  }
}
