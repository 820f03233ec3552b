package dev.kassei.export.tensorboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Reads event files as their formats are published, without anything of the code that writes them:
 * the check sum bit by bit, messages of which only the wire format is known.
 */
final class EventReader {
  private EventReader() {}

  /** A message: by number of field all its values: Long, Double, Float or byte[]. */
  record Fields(Map<Integer, List<Object>> all) {
    Object one(int field) {
      assertThat(all.get(field)).hasSize(1);
      return all.get(field).get(0);
    }

    Fields message(int field) {
      return of((byte[]) one(field));
    }

    String text(int field) {
      return new String((byte[]) one(field), StandardCharsets.UTF_8);
    }

    List<Fields> messages(int field) {
      return all.getOrDefault(field, List.of()).stream().map(each -> of((byte[]) each)).toList();
    }

    double[] numbers(int field) {
      ByteBuffer packed = little((byte[]) one(field));
      var numbers = new double[packed.remaining() / Double.BYTES];
      packed.asDoubleBuffer().get(numbers);
      return numbers;
    }

    static Fields of(byte[] bytes) {
      var all = new TreeMap<Integer, List<Object>>();
      ByteBuffer in = little(bytes);
      while (in.hasRemaining()) {
        long key = varint(in);
        Object value =
            switch ((int) (key & 7)) {
              case 0 -> varint(in);
              case 1 -> in.getDouble();
              case 2 -> taken(in, (int) varint(in));
              case 5 -> in.getFloat();
              default -> throw new AssertionError("no such wire type: " + key);
            };
        all.computeIfAbsent((int) (key >>> 3), field -> new ArrayList<>()).add(value);
      }
      return new Fields(all);
    }
  }

  /** All events of a file, whose sums must hold. */
  static List<Fields> read(Path file) throws IOException {
    var events = new ArrayList<Fields>();
    ByteBuffer in = little(Files.readAllBytes(file));
    while (in.hasRemaining()) {
      byte[] length = taken(in, 8);
      assertThat(in.getInt()).isEqualTo(masked(length));
      byte[] event = taken(in, (int) little(length).getLong());
      assertThat(in.getInt()).isEqualTo(masked(event));
      events.add(Fields.of(event));
    }
    return events;
  }

  /** The scalars of a file as {@code step tag value}. */
  static List<String> scalars(Path file) throws IOException {
    var scalars = new ArrayList<String>();
    for (Fields event : read(file)) {
      for (Fields summary : event.messages(5)) {
        for (Fields value : summary.messages(1)) {
          if (value.all().containsKey(2)) {
            scalars.add("%s %s %s".formatted(event.one(2), value.text(1), value.one(2)));
          }
        }
      }
    }
    return scalars;
  }

  private static int masked(byte[] bytes) {
    int sum = crc32c(bytes);
    return ((sum >>> 15) | (sum << 17)) + 0xa282ead8;
  }

  /** Castagnoli's polynomial, reflected. */
  private static int crc32c(byte[] bytes) {
    int sum = ~0;
    for (byte each : bytes) {
      sum ^= each & 0xFF;
      for (int bit = 0; bit < 8; bit++) {
        sum = (sum >>> 1) ^ ((sum & 1) == 1 ? 0x82f63b78 : 0);
      }
    }
    return ~sum;
  }

  private static long varint(ByteBuffer in) {
    long value = 0;
    for (int shift = 0; ; shift += 7) {
      byte next = in.get();
      value |= (next & 0x7FL) << shift;
      if (next >= 0) {
        return value;
      }
    }
  }

  private static byte[] taken(ByteBuffer in, int size) {
    var bytes = new byte[size];
    in.get(bytes);
    return bytes;
  }

  private static ByteBuffer little(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
