package dev.kassei.cli.sheet;

import dev.kassei.api.expr.Expr;
import dev.kassei.experiment.plugin.PluginEntry;
import dev.kassei.experiment.schema.KeyTexts;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import tools.jackson.core.JsonGenerator;

/**
 * What is known about a plugin.
 *
 * @param kind its family, such as {@code optimizer}
 * @param notation writes its formulas
 */
public record PluginSheet(String kind, PluginEntry<?> entry, Function<Expr, String> notation)
    implements Printable {
  @Override
  public void print(PrintWriter out) {
    Object defaults = entry.defaults();
    out.println(entry.name() + " (" + kind + "): " + entry.title());
    formulas(defaults).forEach((name, formula) -> Sheet.line(out, name, formula));
    Sheet.line(out, "from", entry.origin());
    Components.defaults(defaults).forEach((name, value) -> Sheet.line(out, name, value));
    facts(defaults).forEach((name, value) -> Sheet.line(out, name, value));
    Map<String, String> meanings = KeyTexts.of(entry.type());
    if (!meanings.isEmpty()) {
      out.println();
      meanings.forEach((key, meaning) -> Sheet.line(out, key, meaning));
    }
  }

  @Override
  public void write(JsonGenerator json) {
    Object defaults = entry.defaults();
    json.writeStartObject();
    json.writeStringProperty("name", entry.name());
    json.writeStringProperty("kind", kind);
    json.writeStringProperty("title", entry.title());
    json.writeObjectPropertyStart("formulas");
    formulas(defaults).forEach(json::writeStringProperty);
    json.writeEndObject();
    json.writeStringProperty("from", entry.origin());
    Components.writeDefaults(json, "parameters", defaults);
    facts(defaults).forEach(json::writeStringProperty);
    json.writeObjectPropertyStart("meanings");
    KeyTexts.of(entry.type()).forEach(json::writeStringProperty);
    json.writeEndObject();
    json.writeEndObject();
  }

  private Map<String, String> formulas(Object defaults) {
    var texts = new LinkedHashMap<String, String>();
    PluginFormulas.of(defaults)
        .forEach((name, formula) -> texts.put(name, notation.apply(formula)));
    return texts;
  }

  private Map<String, String> facts(Object defaults) {
    var facts = new LinkedHashMap<>(DatasetFacts.of(defaults));
    entry.reference().ifPresent(text -> facts.put("reference", text));
    entry.attribution().ifPresent(each -> facts.put("source", each.source()));
    entry.attribution().ifPresent(each -> facts.put("licence", each.licence()));
    return facts;
  }
}
