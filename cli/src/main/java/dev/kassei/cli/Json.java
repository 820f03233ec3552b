package dev.kassei.cli;

import java.io.PrintWriter;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Prints JSON. */
final class Json {
  private Json() {}

  /** Prints one value and a line end. */
  static void print(PrintWriter out, Consumer<JsonGenerator> content) {
    try (JsonGenerator generator =
        new JsonFactory().createGenerator(ObjectWriteContext.empty(), new Unclosed(out))) {
      content.accept(generator);
    }
    out.println();
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
