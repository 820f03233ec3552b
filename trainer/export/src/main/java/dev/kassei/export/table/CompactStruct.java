package dev.kassei.export.table;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A struct of Thrift's compact protocol as it is written, fields in ascending order.
 *
 * @see <a
 *     href="https://github.com/apache/thrift/blob/master/doc/specs/thrift-compact-protocol.md">The
 *     protocol</a>
 */
final class CompactStruct {
  private static final int INT_32 = 5;
  private static final int INT_64 = 6;
  private static final int BINARY = 8;
  private static final int LIST = 9;
  private static final int STRUCT = 12;
  private static final int DELTA_BITS = 4;
  private static final int MOST_IN_HEADER = 14;
  private static final int LONG_LIST = 0xF0;
  private static final int PAYLOAD_BITS = 7;
  private static final int PAYLOAD = 0x7F;
  private static final int MORE = 0x80;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private int last;

  private CompactStruct field(int id, int type) {
    bytes.write((id - last) << DELTA_BITS | type);
    last = id;
    return this;
  }

  /** A field of type i32, or of an enumeration. */
  CompactStruct integer(int id, int value) {
    return field(id, INT_32).zigzag(value);
  }

  /** A field of type i64. */
  CompactStruct longInteger(int id, long value) {
    return field(id, INT_64).zigzag(value);
  }

  /** A field of type string. */
  CompactStruct text(int id, String value) {
    return field(id, BINARY).text(value);
  }

  /** A field that is a struct. */
  CompactStruct struct(int id, CompactStruct value) {
    field(id, STRUCT);
    bytes.writeBytes(value.bytes());
    return this;
  }

  /** A field that is a list of i32. */
  CompactStruct integers(int id, int... values) {
    field(id, LIST).list(values.length, INT_32);
    for (int value : values) {
      zigzag(value);
    }
    return this;
  }

  /** A field that is a list of one string. */
  CompactStruct texts(int id, String value) {
    return field(id, LIST).list(1, BINARY).text(value);
  }

  /** A field that is a list of structs. */
  CompactStruct structs(int id, List<CompactStruct> values) {
    field(id, LIST).list(values.size(), STRUCT);
    values.forEach(value -> bytes.writeBytes(value.bytes()));
    return this;
  }

  private CompactStruct list(int size, int type) {
    if (size <= MOST_IN_HEADER) {
      bytes.write(size << DELTA_BITS | type);
      return this;
    }
    bytes.write(LONG_LIST | type);
    return varint(size);
  }

  private CompactStruct text(String value) {
    byte[] text = value.getBytes(StandardCharsets.UTF_8);
    varint(text.length);
    bytes.writeBytes(text);
    return this;
  }

  private CompactStruct zigzag(long value) {
    return varint((value << 1) ^ (value >> (Long.SIZE - 1)));
  }

  private CompactStruct varint(long value) {
    varint(value, bytes);
    return this;
  }

  /** Writes 7 bits per byte, the lowest first. */
  static void varint(long value, ByteArrayOutputStream out) {
    long rest = value;
    while ((rest & ~PAYLOAD) != 0) {
      out.write((int) (rest & PAYLOAD) | MORE);
      rest >>>= PAYLOAD_BITS;
    }
    out.write((int) rest);
  }

  /** The whole struct, with its end. */
  byte[] bytes() {
    var whole = new ByteArrayOutputStream();
    whole.writeBytes(bytes.toByteArray());
    whole.write(0);
    return whole.toByteArray();
  }
}
