package dev.kassei.cli;

import dev.kassei.trainer.plugin.PluginEntry;
import java.io.PrintWriter;

/**
 * What is known about a plugin.
 *
 * @param kind its family, such as {@code optimizer}
 */
record PluginSheet(String kind, PluginEntry<?> entry) {
  void print(PrintWriter out, boolean json) {
    Object defaults = entry.defaults();
    if (json) {
      Json.print(
          out,
          generator -> {
            generator.writeStartObject();
            generator.writeStringProperty("name", entry.name());
            generator.writeStringProperty("kind", kind);
            generator.writeStringProperty("title", entry.title());
            generator.writeStringProperty("from", entry.origin());
            Components.write(generator, "parameters", defaults);
            entry.reference().ifPresent(it -> generator.writeStringProperty("reference", it));
            generator.writeEndObject();
          });
      return;
    }
    out.println(entry.name() + " (" + kind + "): " + entry.title());
    Sheet.line(out, "from", entry.origin());
    Components.of(defaults).forEach((name, value) -> Sheet.line(out, name, value));
    entry.reference().ifPresent(it -> Sheet.line(out, "reference", it));
  }
}
