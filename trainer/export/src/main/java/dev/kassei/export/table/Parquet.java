package dev.kassei.export.table;

import dev.kassei.results.file.WholeFile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A table as a Parquet file: groups of rows, in each a page per column, then what describes them.
 *
 * @see <a href="https://parquet.apache.org/docs/file-format/">The format</a>
 */
public final class Parquet {
  private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);
  private static final int ROWS_PER_GROUP = 1 << 16;

  private final List<Column> columns;
  private final OutputStream out;
  private final List<CompactStruct> groups = new ArrayList<>();
  private List<ColumnPage> pages = List.of();
  private long offset;
  private long rows;
  private int inGroup;

  private Parquet(List<Column> columns, OutputStream out) {
    this.columns = columns;
    this.out = out;
  }

  /** Writes a table, whole or not at all. */
  public static void write(ResultTable table, Path file) throws IOException {
    write(table, file, ROWS_PER_GROUP);
  }

  static void write(ResultTable table, Path file, int rowsPerGroup) throws IOException {
    WholeFile.bytes(
        file,
        out -> {
          var parquet = new Parquet(table.columns(), out);
          parquet.write(MAGIC);
          table.forEach(cells -> parquet.add(cells, rowsPerGroup));
          parquet.end();
        });
  }

  private void add(List<String> cells, int rowsPerGroup) throws IOException {
    if (inGroup == 0) {
      pages = columns.stream().map(ColumnPage::new).toList();
    }
    for (int i = 0; i < cells.size(); i++) {
      pages.get(i).add(cells.get(i));
    }
    inGroup++;
    if (inGroup == rowsPerGroup) {
      endGroup();
    }
  }

  private void endGroup() throws IOException {
    var chunks = new ArrayList<CompactStruct>();
    long size = 0;
    for (ColumnPage page : pages) {
      ColumnPage.Written written = page.end(offset);
      write(written.bytes());
      chunks.add(written.metadata());
      size += written.unpackedSize();
    }
    groups.add(new CompactStruct().structs(1, chunks).longInteger(2, size).longInteger(3, inGroup));
    rows += inGroup;
    inGroup = 0;
  }

  private void end() throws IOException {
    if (inGroup > 0) {
      endGroup();
    }
    byte[] footer =
        new CompactStruct()
            .integer(1, 1)
            .structs(2, ParquetSchema.elements(columns))
            .longInteger(3, rows)
            .structs(4, groups)
            .text(6, "kassei")
            .bytes();
    write(footer);
    write(
        ByteBuffer.allocate(Integer.BYTES)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putInt(footer.length)
            .array());
    write(MAGIC);
  }

  private void write(byte[] bytes) throws IOException {
    out.write(bytes);
    offset += bytes.length;
  }
}
