package dev.kassei.results.json;

import dev.kassei.results.file.FolderException;
import dev.kassei.results.file.TextFile;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;

/**
 * JSON files that hold a record: first the {@code format}, then the components in their order under
 * names with underscores. Constants are in lower case, an empty {@link Optional} is left out.
 * Numbers that JSON does not know are the texts {@code NaN}, {@code Infinity} and {@code
 * -Infinity}.
 */
public final class RecordJson {
  private RecordJson() {}

  /**
   * Writes a record and closes the writer.
   *
   * @param format the version of the file
   */
  public static void write(Record value, int format, Writer out) {
    try (JsonGenerator json = IndentedJson.to(out)) {
      json.writeStartObject();
      json.writeNumberProperty("format", format);
      new RecordWriter(json).fields(value);
      json.writeEndObject();
      json.writeRaw('\n');
    }
  }

  /**
   * Reads a record; fields that it does not have are passed over.
   *
   * @param format the version of the file that is read
   * @throws FolderException if the file holds something else
   */
  public static <R extends Record> R read(Path file, Class<R> type, int format) throws IOException {
    return new RecordReader(file).read(TextFile.read(file), type, format);
  }
}
