package dev.kassei.export.table;

import java.util.ArrayList;
import java.util.List;

/** Columns as Parquet describes them. */
final class ParquetSchema {
  private static final int BOOLEAN = 0;
  private static final int INT_64 = 2;
  private static final int DOUBLE = 5;
  private static final int BYTE_ARRAY = 6;
  private static final int OPTIONAL = 1;
  private static final int UTF_8 = 0;
  private static final int STRING = 1;

  private ParquetSchema() {}

  /** The physical type. */
  static int type(ColumnType type) {
    return switch (type) {
      case INTEGER -> INT_64;
      case NUMBER -> DOUBLE;
      case TRUTH -> BOOLEAN;
      case TEXT -> BYTE_ARRAY;
    };
  }

  /** The structs {@code SchemaElement}: one of the whole row, then one per column. */
  static List<CompactStruct> elements(List<Column> columns) {
    var elements = new ArrayList<CompactStruct>();
    elements.add(new CompactStruct().text(4, "schema").integer(5, columns.size()));
    columns.forEach(column -> elements.add(element(column)));
    return elements;
  }

  private static CompactStruct element(Column column) {
    CompactStruct element =
        new CompactStruct()
            .integer(1, type(column.type()))
            .integer(3, OPTIONAL)
            .text(4, column.name());
    return column.type() == ColumnType.TEXT
        ? element
            .integer(6, UTF_8)
            .struct(10, new CompactStruct().struct(STRING, new CompactStruct()))
        : element;
  }
}
