package dev.kassei.export.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/**
 * Reads Parquet files as the format is published, as far as the writer uses it: flat optional
 * columns, PLAIN, gzip. It shares nothing with the writer.
 */
final class ParquetReader {
  private final ByteBuffer file;

  private ParquetReader(byte[] bytes) {
    this.file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** A file's content. */
  record Content(Map<String, String> types, List<Long> groups, List<Map<String, Object>> rows) {}

  static Content read(Path path) throws IOException {
    return new ParquetReader(Files.readAllBytes(path)).content();
  }

  private Content content() throws IOException {
    int size = file.capacity();
    assertThat(text(0, 4)).isEqualTo("PAR1");
    assertThat(text(size - 4, 4)).isEqualTo("PAR1");
    Map<Integer, Object> footer = struct(file.duplicate(), size - 8 - file.getInt(size - 8));
    var types = new LinkedHashMap<String, String>();
    List<?> schema = (List<?>) footer.get(2);
    assertThat(number(schema.get(0), 5)).isEqualTo(schema.size() - 1);
    for (Object element : schema.subList(1, schema.size())) {
      assertThat(number(element, 3)).isEqualTo(1); // OPTIONAL
      boolean isText = map(element).containsKey(6) && map(map(element).get(10)).containsKey(1);
      types.put(string(element, 4), number(element, 1) + (isText ? " text" : ""));
    }
    var groups = new ArrayList<Long>();
    var rows = new ArrayList<Map<String, Object>>();
    for (Object group : (List<?>) footer.get(4)) {
      groups.add(number(group, 3));
      rows.addAll(rows(group));
    }
    assertThat(footer.get(3)).isEqualTo((long) rows.size());
    return new Content(types, groups, rows);
  }

  private List<Map<String, Object>> rows(Object group) throws IOException {
    var rows = new ArrayList<Map<String, Object>>();
    for (long i = 0; i < number(group, 3); i++) {
      rows.add(new LinkedHashMap<>());
    }
    for (Object chunk : (List<?>) map(group).get(1)) {
      Object metadata = map(chunk).get(3);
      String name =
          new String((byte[]) ((List<?>) map(metadata).get(3)).get(0), StandardCharsets.UTF_8);
      List<Optional<Object>> column = column(metadata);
      for (int i = 0; i < rows.size(); i++) {
        rows.get(i).put(name, column.get(i).orElse("null"));
      }
    }
    return rows;
  }

  private List<Optional<Object>> column(Object metadata) throws IOException {
    ByteBuffer at = file.duplicate();
    Map<Integer, Object> header = struct(at, (int) number(metadata, 9));
    assertThat(header.get(1)).isEqualTo(0L); // DATA_PAGE
    assertThat(number(metadata, 4)).isEqualTo(2); // GZIP
    long headerSize = at.position() - number(metadata, 9);
    assertThat(number(metadata, 7)).isEqualTo(headerSize + number(header, 3));
    assertThat(number(metadata, 6)).isEqualTo(headerSize + number(header, 2));
    var packed = new byte[(int) number(header, 3)];
    at.get(packed);
    byte[] page = new GZIPInputStream(new ByteArrayInputStream(packed)).readAllBytes();
    assertThat((long) page.length).isEqualTo(number(header, 2));
    long count = number(header.get(5), 1);
    ByteBuffer in = ByteBuffer.wrap(page).order(ByteOrder.LITTLE_ENDIAN);
    return values(in, levels(in, count), (int) number(metadata, 1));
  }

  /** Definition levels in runs. */
  private static List<Integer> levels(ByteBuffer in, long count) {
    int end = in.getInt() + Integer.BYTES;
    var levels = new ArrayList<Integer>();
    while (in.position() < end) {
      long header = varint(in);
      assertThat(header & 1).isZero();
      int level = in.get();
      for (long i = 0; i < header >>> 1; i++) {
        levels.add(level);
      }
    }
    assertThat((long) levels.size()).isEqualTo(count);
    return levels;
  }

  private static List<Optional<Object>> values(ByteBuffer in, List<Integer> levels, int type) {
    int start = in.position();
    int truths = 0;
    var values = new ArrayList<Optional<Object>>();
    for (int level : levels) {
      if (level == 0) {
        values.add(Optional.empty());
      } else if (type == 0) {
        values.add(Optional.of((in.get(start + truths / 8) >> truths % 8 & 1) == 1));
        truths++;
      } else {
        values.add(Optional.of(value(in, type)));
      }
    }
    return values;
  }

  private static Object value(ByteBuffer in, int type) {
    return switch (type) {
      case 2 -> in.getLong();
      case 5 -> in.getDouble();
      case 6 -> {
        var text = new byte[in.getInt()];
        in.get(text);
        yield new String(text, StandardCharsets.UTF_8);
      }
      default -> throw new AssertionError("type " + type);
    };
  }

  private String text(int from, int size) {
    return new String(file.array(), from, size, StandardCharsets.US_ASCII);
  }

  private static Map<?, ?> map(Object struct) {
    return (Map<?, ?>) struct;
  }

  private static long number(Object struct, int field) {
    return (Long) map(struct).get(field);
  }

  private static String string(Object struct, int field) {
    return new String((byte[]) map(struct).get(field), StandardCharsets.UTF_8);
  }

  private static Map<Integer, Object> struct(ByteBuffer in, int from) {
    in.position(from);
    return struct(in);
  }

  private static Map<Integer, Object> struct(ByteBuffer in) {
    var fields = new TreeMap<Integer, Object>();
    int id = 0;
    for (int header = in.get() & 0xFF; header != 0; header = in.get() & 0xFF) {
      id = header >> 4 == 0 ? (int) zigzag(in) : id + (header >> 4);
      fields.put(id, thrift(in, header & 0xF));
    }
    return fields;
  }

  private static Object thrift(ByteBuffer in, int type) {
    return switch (type) {
      case 1 -> true;
      case 2 -> false;
      case 5, 6 -> zigzag(in);
      case 8 -> {
        var bytes = new byte[(int) varint(in)];
        in.get(bytes);
        yield bytes;
      }
      case 9 -> {
        int header = in.get() & 0xFF;
        long size = header >> 4 == 15 ? varint(in) : header >> 4;
        var list = new ArrayList<Object>();
        for (long i = 0; i < size; i++) {
          list.add(thrift(in, header & 0xF));
        }
        yield list;
      }
      case 12 -> struct(in);
      default -> throw new AssertionError("thrift type " + type);
    };
  }

  private static long zigzag(ByteBuffer in) {
    long value = varint(in);
    return value >>> 1 ^ -(value & 1);
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
}
