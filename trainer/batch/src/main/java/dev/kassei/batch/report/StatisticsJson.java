package dev.kassei.batch.report;

import dev.kassei.results.IndentedJson;
import dev.kassei.results.record.BatchRecord;
import java.io.Writer;
import tools.jackson.core.JsonGenerator;

/** Writes {@code statistics.json}. */
public final class StatisticsJson {
  private StatisticsJson() {}

  /** Writes a batch's record and closes the writer. */
  public static void write(BatchRecord batch, Writer out) {
    try (JsonGenerator json = IndentedJson.to(out)) {
      json.writeStartObject();
      json.writeNumberProperty("format", BatchRecord.FORMAT);
      new RecordJson(json).fields(batch);
      json.writeEndObject();
      json.writeRaw('\n');
    }
  }
}
