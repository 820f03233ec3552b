package dev.kassei.trainer.batch.report;

import dev.kassei.api.result.BatchRecord;
import java.io.Writer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;

/** Writes {@code statistics.json}. */
public final class StatisticsJson {
  private StatisticsJson() {}

  /** Writes a batch's record and closes the writer. */
  public static void write(BatchRecord batch, Writer out) {
    try (JsonGenerator json = new JsonFactory().createGenerator(new Indented(), out)) {
      json.writeStartObject();
      json.writeNumberProperty("format", BatchRecord.FORMAT);
      new RecordJson(json).fields(batch);
      json.writeEndObject();
      json.writeRaw('\n');
    }
  }

  /** Two spaces a level and line feeds on every system. */
  private static final class Indented extends ObjectWriteContext.Base {
    @Override
    public boolean hasPrettyPrinter() {
      return true;
    }

    @Override
    public PrettyPrinter getPrettyPrinter() {
      return new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));
    }
  }
}
