package dev.kassei.builtins.dataset.array;

import dev.kassei.results.file.FileProblems;
import dev.kassei.results.text.Shortened;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Arrays in the format of NumPy, versions 1 to 3: a magic text, the length of the header, the
 * header as a Python dictionary, then the numbers.
 */
final class NpyFile {
  private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
  private static final int MAX_HEADER = 1 << 20;

  private static final Pattern TYPE = Pattern.compile("'descr': *'([<>|=])([a-zA-Z]\\d+)'");
  private static final Pattern FORTRAN = Pattern.compile("'fortran_order': *True");
  private static final Pattern SHAPE = Pattern.compile("'shape': *\\(([0-9, ]*)\\)");

  private static final Map<String, Element> TYPES =
      Map.of(
          "b1", Element.UINT8,
          "u1", Element.UINT8,
          "i1", Element.INT8,
          "u2", Element.UINT16,
          "i2", Element.INT16,
          "u4", Element.UINT32,
          "i4", Element.INT32,
          "i8", Element.INT64,
          "f4", Element.FLOAT32,
          "f8", Element.FLOAT64);

  private NpyFile() {}

  /**
   * Reads the header of a stream, which is closed if it is no such array.
   *
   * @throws IllegalArgumentException if it is not, or holds what is no number
   */
  static ArrayFile of(InputStream in, FileProblems problems) throws IOException {
    try {
      return array(in, header(in, problems), problems);
    } catch (IOException | RuntimeException e) {
      in.close();
      throw e;
    }
  }

  private static String header(InputStream in, FileProblems problems) throws IOException {
    byte[] magic = in.readNBytes(MAGIC.length);
    int version = in.read();
    in.read();
    if (!Arrays.equals(magic, MAGIC) || version < 1 || version > 3) {
      throw problems.failure(
          "expected an array of NumPy, whose first bytes are 93 NUMPY and a version from 1 to 3; write it with numpy.save or numpy.savez");
    }
    byte[] size = in.readNBytes(version == 1 ? Short.BYTES : Integer.BYTES);
    byte[] padded = Arrays.copyOf(size, Integer.BYTES);
    int length = ByteBuffer.wrap(padded).order(ByteOrder.LITTLE_ENDIAN).getInt();
    byte[] text = length < 0 || length > MAX_HEADER ? new byte[0] : in.readNBytes(length);
    if (text.length != length || text.length == 0) {
      throw problems.failure(
          "the file is not whole: it ends within its header; fetch or copy it again");
    }
    return new String(text, StandardCharsets.UTF_8);
  }

  private static ArrayFile array(InputStream in, String header, FileProblems problems) {
    Matcher type = TYPE.matcher(header);
    if (!type.find() || !TYPES.containsKey(type.group(2))) {
      throw problems.failure(
          "expected integers or floats of 32 or 64 bits but the header says %s; convert it: array.astype('float32')"
              .formatted(Shortened.text(header.strip())));
    }
    if (FORTRAN.matcher(header).find()) {
      throw problems.failure(
          "the array is in the order of Fortran; write it in that of C: numpy.ascontiguousarray(array)");
    }
    ByteOrder order = type.group(1).equals(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    return new ArrayFile(in, problems, TYPES.get(type.group(2)), order, sizes(header, problems));
  }

  private static List<Integer> sizes(String header, FileProblems problems) {
    Matcher shape = SHAPE.matcher(header);
    List<Integer> sizes =
        shape.find()
            ? Arrays.stream(shape.group(1).split(","))
                .map(String::strip)
                .filter(size -> !size.isEmpty())
                .map(size -> size.length() > 9 ? Integer.valueOf(-1) : Integer.valueOf(size))
                .toList()
            : List.of();
    if (sizes.isEmpty() || sizes.stream().anyMatch(size -> size <= 0)) {
      throw problems.failure(
          "expected an array of items, each size from 1 to 999,999,999, but its shape is (%s)"
              .formatted(shape.reset().find() ? shape.group(1) : ""));
    }
    return sizes;
  }
}
