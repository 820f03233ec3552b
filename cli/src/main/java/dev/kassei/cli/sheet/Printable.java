package dev.kassei.cli.sheet;

import java.io.PrintWriter;
import tools.jackson.core.JsonGenerator;

/** What a command prints as text or as JSON. */
public interface Printable {
  /** Prints it as text. */
  void print(PrintWriter out);

  /** Writes it as a JSON object. */
  void write(JsonGenerator json);
}
