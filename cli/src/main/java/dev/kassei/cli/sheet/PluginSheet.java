package dev.kassei.cli.sheet;

import dev.kassei.experiment.plugin.PluginEntry;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is known about a plugin.
 *
 * @param kind its family, such as {@code optimizer}
 */
public record PluginSheet(String kind, PluginEntry<?> entry) {
  public void print(PrintWriter out, boolean json) {
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
            facts(defaults).forEach(generator::writeStringProperty);
            generator.writeEndObject();
          });
      return;
    }
    out.println(entry.name() + " (" + kind + "): " + entry.title());
    Sheet.line(out, "from", entry.origin());
    Components.of(defaults).forEach((name, value) -> Sheet.line(out, name, value));
    facts(defaults).forEach((name, value) -> Sheet.line(out, name, value));
  }

  private Map<String, String> facts(Object defaults) {
    var facts = new LinkedHashMap<>(DatasetFacts.of(defaults));
    entry.reference().ifPresent(text -> facts.put("reference", text));
    entry.attribution().ifPresent(each -> facts.put("source", each.source()));
    entry.attribution().ifPresent(each -> facts.put("licence", each.licence()));
    return facts;
  }
}
