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

  private static final Pattern TYPE = Pattern.compile("'descr': *'([<>|=])(([a-zA-Z])\\d*)");
  private static final Pattern FORTRAN = Pattern.compile("'fortran_order': *True");
  private static final Pattern SHAPE = Pattern.compile("'shape': *\\(([^)]*)\\)");

  private static final Pattern SIZE = Pattern.compile("[1-9][0-9]{0,8}");

  private static final Map<String, Element> TYPES =
      Map.of(
          "u1", Element.UINT8,
          "i1", Element.INT8,
          "u2", Element.UINT16,
          "i2", Element.INT16,
          "u4", Element.UINT32,
          "i4", Element.INT32,
          "u8", Element.UINT64,
          "i8", Element.INT64,
          "f4", Element.FLOAT32,
          "f8", Element.FLOAT64);

  /** What turns an array into one that is read, by the letter of its type. */
  private static final Map<String, String> REMEDIES =
      Map.of(
          "b", "write its numbers: array.astype('uint8')",
          "f", "convert it: array.astype('float32')",
          "c", "write the parts side by side: numpy.stack([array.real, array.imag], axis=-1)",
          "M", "write what a network can compare: array.astype('int64'), then divide by its scale",
          "m", "write what a network can compare: array.astype('int64'), then divide by its scale",
          "U", "write the numbers of its texts: numpy.unique(array, return_inverse=True)[1]",
          "S", "write the numbers of its texts: numpy.unique(array, return_inverse=True)[1]",
          "O", "convert it, if all its objects are numbers: array.astype('float32')",
          "V", "write its raw bytes as numbers");

  private static final String OF_FIELDS =
      "its items have named fields; write them side by side:"
          + " numpy.lib.recfunctions.structured_to_unstructured(array)";

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
          "expected integers, or floats of 32 or 64 bits, but the header says %s; %s"
              .formatted(Shortened.text(header.strip()), remedy(type)));
    }
    if (FORTRAN.matcher(header).find()) {
      throw problems.failure(
          "the array is in the order of Fortran; write it in that of C: numpy.ascontiguousarray(array)");
    }
    ByteOrder order = type.group(1).equals(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    return new ArrayFile(in, problems, TYPES.get(type.group(2)), order, sizes(header, problems));
  }

  private static String remedy(Matcher type) {
    return type.reset().find()
        ? REMEDIES.getOrDefault(type.group(3), REMEDIES.get("f"))
        : OF_FIELDS;
  }

  private static List<Integer> sizes(String header, FileProblems problems) {
    Matcher shape = SHAPE.matcher(header);
    String text = shape.find() ? shape.group(1).strip() : "";
    List<String> sizes =
        Arrays.stream(text.split(",")).map(String::strip).filter(each -> !each.isEmpty()).toList();
    if (sizes.isEmpty() || !sizes.stream().allMatch(SIZE.asMatchPredicate())) {
      throw problems.failure(
          "expected an array of items, each size from 1 to 999,999,999, but its shape is (%s)"
              .formatted(Shortened.text(text)));
    }
    return sizes.stream().map(Integer::valueOf).toList();
  }
}
