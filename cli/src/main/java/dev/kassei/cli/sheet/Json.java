package dev.kassei.cli.sheet;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Prints JSON. */
public final class Json {
  private Json() {}

  /** Prints one value and a line end. */
  public static void print(PrintWriter out, Consumer<JsonGenerator> content) {
    try (JsonGenerator generator =
        new JsonFactory().createGenerator(ObjectWriteContext.empty(), new Unclosed(out))) {
      content.accept(generator);
    }
    out.println();
  }

  /** One value in one line, without its end. */
  static String line(Consumer<JsonGenerator> content) {
    var text = new StringWriter();
    try (JsonGenerator generator =
        new JsonFactory().createGenerator(ObjectWriteContext.empty(), text)) {
      content.accept(generator);
    }
    return text.toString();
  }

  /** Writes a number as a text says; JSON has no infinite numbers, so these are strings. */
  static void number(JsonGenerator json, double value, String text) {
    if (Double.isFinite(value)) {
      json.writeNumber(text);
    } else {
      json.writeString(text);
    }
  }

  /** The stream belongs to the command. */
  private static final class Unclosed extends PrintWriter {
    Unclosed(PrintWriter out) {
      super(out);
    }

    @Override
    public void close() {
      flush();
    }
  }
}
