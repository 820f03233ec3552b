package dev.kassei.results;

import dev.kassei.api.Precision;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Reads one file and trusts nothing in it. */
final class SafetensorsReader {
  private static final long LONGEST_HEADER = 100_000_000;
  private static final String INTEGERS = "I64";
  private static final int MAX_ELEMENTS = Integer.MAX_VALUE / Double.BYTES;

  private final Path file;
  private final Function<String, RuntimeException> refusal;

  /**
   * A reader of a file.
   *
   * @param refusal the exception for a reason why the file cannot be read
   */
  SafetensorsReader(Path file, Function<String, RuntimeException> refusal) {
    this.file = file;
    this.refusal = refusal;
  }

  Map<String, Tensor> read() throws IOException {
    try (FileChannel channel = FileChannel.open(file)) {
      long length = headerLength(channel);
      String header = text(bytes(channel, Long.BYTES, (int) length));
      Map<String, SafetensorsEntry> entries = new SafetensorsHeader(header, refusal).entries();
      long start = Long.BYTES + length;
      checkPlaces(List.copyOf(entries.values()), channel.size() - start);
      var tensors = new LinkedHashMap<String, Tensor>();
      for (SafetensorsEntry entry : entries.values()) {
        tensors.put(entry.name(), tensor(channel, start, entry));
      }
      return tensors;
    }
  }

  private long headerLength(FileChannel channel) throws IOException {
    long most = channel.size() - Long.BYTES;
    if (most < 2) {
      throw refusal.apply("it has only %s bytes".formatted(channel.size()));
    }
    long length = bytes(channel, 0, Long.BYTES).getLong();
    if (length < 2 || length > Math.min(most, LONGEST_HEADER)) {
      throw refusal.apply(
          "its header should have %s bytes, but %s are left"
              .formatted(Long.toUnsignedString(length), most));
    }
    return length;
  }

  private String text(ByteBuffer bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
    } catch (CharacterCodingException e) {
      throw refusal.apply("its header is not UTF-8");
    }
  }

  /** Requires that tensors follow each other from the first byte to the last. */
  private void checkPlaces(List<SafetensorsEntry> entries, long bytes) {
    long end = 0;
    for (SafetensorsEntry entry :
        entries.stream()
            .sorted(
                Comparator.comparingLong(SafetensorsEntry::begin)
                    .thenComparingLong(SafetensorsEntry::end))
            .toList()) {
      if (entry.begin() != end) {
        throw refusal.apply(
            "the tensor '%s' starts at byte %s, but the one before it ends at %s"
                .formatted(entry.name(), entry.begin(), end));
      }
      checkSize(entry);
      end = entry.end();
    }
    if (end != bytes) {
      throw refusal.apply("the tensors need %s bytes, but the file holds %s".formatted(end, bytes));
    }
  }

  private void checkSize(SafetensorsEntry entry) {
    long elements = 1;
    for (long dimension : entry.shape()) {
      // checked before each product, so that nothing overflows; also beside a dimension of 0
      if (dimension > MAX_ELEMENTS || (dimension != 0 && elements > MAX_ELEMENTS / dimension)) {
        throw refusal.apply(
            "the tensor '%s' is too large: %s".formatted(entry.name(), entry.shape()));
      }
      elements *= dimension;
    }
    long bytes = elements * numberSize(entry);
    if (entry.end() - entry.begin() != bytes) {
      throw refusal.apply(
          "the tensor '%s' of shape %s needs %s bytes, but its place has %s"
              .formatted(entry.name(), entry.shape(), bytes, entry.end() - entry.begin()));
    }
  }

  /** The format that holds a tensor's numbers; integers are what PyTorch's counters are. */
  private Precision precision(SafetensorsEntry entry) {
    return switch (entry.dtype()) {
      case "F32" -> Precision.FLOAT32;
      case "F64", INTEGERS -> Precision.FLOAT64;
      default ->
          throw refusal.apply(
              "the tensor '%s' has numbers of type %s, but only F32, F64 and I64 are read"
                  .formatted(entry.name(), entry.dtype()));
    };
  }

  private int numberSize(SafetensorsEntry entry) {
    return Safetensors.size(precision(entry));
  }

  private static double number(ByteBuffer bytes, String type) {
    return switch (type) {
      case "F32" -> bytes.getFloat();
      case INTEGERS -> bytes.getLong();
      default -> bytes.getDouble();
    };
  }

  private Tensor tensor(FileChannel channel, long start, SafetensorsEntry entry)
      throws IOException {
    Precision precision = precision(entry);
    int size = (int) (entry.end() - entry.begin());
    ByteBuffer bytes = bytes(channel, start + entry.begin(), size);
    double[] values = new double[size / numberSize(entry)];
    for (int i = 0; i < values.length; i++) {
      values[i] = number(bytes, entry.dtype());
    }
    List<Integer> shape = entry.shape().stream().map(Math::toIntExact).toList();
    return new Tensor(entry.name(), precision, shape, values);
  }

  private ByteBuffer bytes(FileChannel channel, long position, int size) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    while (buffer.hasRemaining()) {
      if (channel.read(buffer, position + buffer.position()) < 0) {
        throw refusal.apply("it ended while it was read");
      }
    }
    return buffer.flip();
  }
}
