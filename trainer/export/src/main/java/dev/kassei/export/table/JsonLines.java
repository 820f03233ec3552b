package dev.kassei.export.table;

import dev.kassei.api.value.Numbers;
import dev.kassei.results.file.WholeFile;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * A table as JSON lines: an object per line, with a key for each column. JSON has no number for NaN
 * and infinities, so they are null, like empty cells: a text in their place would make a column of
 * texts of a column of numbers, for pandas as for R.
 */
public final class JsonLines {
  private static final JsonFactory JSON =
      JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

  private JsonLines() {}

  /** Writes a table, whole or not at all. */
  public static void write(ResultTable table, Path file) throws IOException {
    WholeFile.text(file, out -> table.forEach(cells -> line(table.columns(), cells, out)));
  }

  private static void line(List<Column> columns, List<String> cells, Writer out)
      throws IOException {
    try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
      json.writeStartObject();
      for (int i = 0; i < columns.size(); i++) {
        json.writeName(columns.get(i).name());
        value(columns.get(i).type(), cells.get(i), json);
      }
      json.writeEndObject();
    }
    out.write('\n');
  }

  private static void value(ColumnType type, String cell, JsonGenerator json) {
    if (cell.isEmpty()) {
      json.writeNull();
      return;
    }
    switch (type) {
      case INTEGER -> json.writeNumber(ColumnType.integer(cell));
      case NUMBER -> number(ColumnType.number(cell), json);
      case TRUTH -> json.writeBoolean(ColumnType.truth(cell));
      case TEXT -> json.writeString(cell);
    }
  }

  private static void number(double value, JsonGenerator json) {
    if (Double.isFinite(value)) {
      json.writeNumber(Numbers.text(value));
    } else {
      json.writeNull();
    }
  }
}
