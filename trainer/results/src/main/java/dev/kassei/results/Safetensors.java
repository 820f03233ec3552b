package dev.kassei.results;

import dev.kassei.api.Precision;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * The safetensors format: 8 bytes with the length of the header, the header in JSON, the numbers,
 * all little-endian. The header names each tensor with dtype, shape and its place among the
 * numbers; spaces at its end make the numbers start at a multiple of 8.
 *
 * @see <a href="https://github.com/huggingface/safetensors">the format's description</a>
 */
public final class Safetensors {
  private static final int ALIGNMENT = 8;

  /** How many numbers are written at once. */
  private static final int BLOCK = 1024;

  private Safetensors() {}

  /**
   * Reads a file, whoever wrote it. Tensors are in the order of the header.
   *
   * @throws IllegalArgumentException if it is no such file, or has numbers other than F32 and F64
   */
  public static Map<String, Tensor> read(Path file) throws IOException {
    return read(
        file,
        reason ->
            new IllegalArgumentException(
                "'%s' is not a safetensors file that can be read: %s".formatted(file, reason)));
  }

  /** The same with the caller's exception for a reason why the file cannot be read. */
  static Map<String, Tensor> read(Path file, Function<String, RuntimeException> refusal)
      throws IOException {
    return new SafetensorsReader(file, refusal).read();
  }

  /** Writes tensors in their order; the stream stays open. */
  public static void write(List<Tensor> tensors, OutputStream out) throws IOException {
    byte[] header = header(tensors).getBytes(StandardCharsets.UTF_8);
    int padded = (header.length + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    byte[] spaces = new byte[padded - header.length];
    Arrays.fill(spaces, (byte) ' ');
    out.write(length(padded));
    out.write(header);
    out.write(spaces);
    for (Tensor tensor : tensors) {
      write(tensor, out);
    }
  }

  private static String header(List<Tensor> tensors) {
    var text = new StringWriter();
    long offset = 0;
    try (JsonGenerator json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), text)) {
      json.writeStartObject();
      for (Tensor tensor : tensors) {
        long end = offset + (long) tensor.values().length * size(tensor.precision());
        json.writeObjectPropertyStart(tensor.name());
        json.writeStringProperty("dtype", dtype(tensor.precision()));
        json.writeArrayPropertyStart("shape");
        tensor.shape().forEach(json::writeNumber);
        json.writeEndArray();
        json.writeArrayPropertyStart("data_offsets");
        json.writeNumber(offset);
        json.writeNumber(end);
        json.writeEndArray();
        json.writeEndObject();
        offset = end;
      }
      json.writeEndObject();
    }
    return text.toString();
  }

  private static byte[] length(long header) {
    byte[] bytes = new byte[Long.BYTES];
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putLong(header);
    return bytes;
  }

  private static void write(Tensor tensor, OutputStream out) throws IOException {
    double[] values = tensor.values();
    byte[] bytes = new byte[BLOCK * Double.BYTES];
    ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    for (int from = 0; from < values.length; from += BLOCK) {
      int count = Math.min(BLOCK, values.length - from);
      if (tensor.precision() == Precision.FLOAT32) {
        buffer.clear();
        for (int i = from; i < from + count; i++) {
          buffer.putFloat((float) values[i]);
        }
      } else {
        buffer.asDoubleBuffer().put(values, from, count);
      }
      out.write(bytes, 0, count * size(tensor.precision()));
    }
  }

  static String dtype(Precision precision) {
    return precision == Precision.FLOAT32 ? "F32" : "F64";
  }

  /** The bytes of one number. */
  static int size(Precision precision) {
    return precision == Precision.FLOAT32 ? Float.BYTES : Double.BYTES;
  }
}
