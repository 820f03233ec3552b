package dev.kassei.export.table;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.zip.GZIPOutputStream;

/**
 * The cells of one column in one group of rows, as a page of Parquet: definition levels, 1 where
 * there is a value and 0 where there is none, in runs; then the values one after the other, PLAIN;
 * all packed by gzip. Mutable.
 */
final class ColumnPage {
  private static final int DATA_PAGE = 0;
  private static final int PLAIN = 0;
  private static final int RUNS = 3;
  private static final int GZIP = 2;

  private final Column column;
  private final ByteArrayOutputStream levels = new ByteArrayOutputStream();
  private final ByteArrayOutputStream values = new ByteArrayOutputStream();
  private final BitSet truths = new BitSet();
  private int truthCount;
  private int rows;
  private int run;
  private boolean isRunOfValues;

  ColumnPage(Column column) {
    this.column = column;
  }

  /** Adds a cell; an empty one is no value. */
  void add(String cell) {
    boolean isValue = !cell.isEmpty();
    if (isValue != isRunOfValues) {
      endRun();
      isRunOfValues = isValue;
    }
    run++;
    rows++;
    if (isValue) {
      addValue(cell);
    }
  }

  private void addValue(String cell) {
    switch (column.type()) {
      case INTEGER -> values.writeBytes(little(8).putLong(ColumnType.integer(cell)).array());
      case NUMBER -> values.writeBytes(little(8).putDouble(ColumnType.number(cell)).array());
      case TRUTH -> truths.set(truthCount++, ColumnType.truth(cell));
      case TEXT -> {
        byte[] text = cell.getBytes(StandardCharsets.UTF_8);
        values.writeBytes(little(4).putInt(text.length).array());
        values.writeBytes(text);
      }
    }
  }

  private void endRun() {
    if (run > 0) {
      CompactStruct.varint((long) run << 1, levels);
      levels.write(isRunOfValues ? 1 : 0);
    }
    run = 0;
  }

  /**
   * A page of a file with what the file's end says of it.
   *
   * @param metadata the struct {@code ColumnChunk}
   */
  record Written(byte[] bytes, CompactStruct metadata, long unpackedSize) {}

  /**
   * Ends the page.
   *
   * @param offset where it will be in the file
   */
  Written end(long offset) throws IOException {
    endRun();
    var content = new ByteArrayOutputStream();
    content.writeBytes(little(4).putInt(levels.size()).array());
    levels.writeTo(content);
    values.writeTo(content);
    byte[] bits = truths.toByteArray();
    content.writeBytes(bits);
    content.writeBytes(new byte[(truthCount + 7) / 8 - bits.length]);

    byte[] packed = packed(content);
    byte[] header = header(content.size(), packed.length);
    var page = new ByteArrayOutputStream();
    page.writeBytes(header);
    page.writeBytes(packed);
    long unpacked = (long) header.length + content.size();
    return new Written(page.toByteArray(), metadata(offset, page.size(), unpacked), unpacked);
  }

  private byte[] header(int size, int packedSize) {
    CompactStruct data =
        new CompactStruct().integer(1, rows).integer(2, PLAIN).integer(3, RUNS).integer(4, RUNS);
    return new CompactStruct()
        .integer(1, DATA_PAGE)
        .integer(2, size)
        .integer(3, packedSize)
        .struct(5, data)
        .bytes();
  }

  private CompactStruct metadata(long offset, long size, long unpackedSize) {
    CompactStruct metadata =
        new CompactStruct()
            .integer(1, ParquetSchema.type(column.type()))
            .integers(2, PLAIN, RUNS)
            .texts(3, column.name())
            .integer(4, GZIP)
            .longInteger(5, rows)
            .longInteger(6, unpackedSize)
            .longInteger(7, size)
            .longInteger(9, offset);
    return new CompactStruct().longInteger(2, offset).struct(3, metadata);
  }

  private static byte[] packed(ByteArrayOutputStream content) throws IOException {
    var packed = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(packed)) {
      content.writeTo(gzip);
    }
    return packed.toByteArray();
  }

  private static ByteBuffer little(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }
}
