package dev.kassei.cli.sheet;

import dev.kassei.testkit.Finding;
import dev.kassei.testkit.Finding.Severity;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import tools.jackson.core.JsonGenerator;

/** What was found out, in words and as a table; the table stands last. */
public final class CheckReport implements Printable {
  private final List<CheckedPlugin> plugins;

  public CheckReport(List<CheckedPlugin> plugins) {
    this.plugins = plugins;
  }

  @Override
  public void print(PrintWriter out) {
    plugins.stream()
        .filter(plugin -> !plugin.findings().isEmpty())
        .forEach(plugin -> print(out, plugin));
    var table = new TextTable("name", "kind", "from", "verdict", "errors", "warnings", "remarks");
    for (CheckedPlugin plugin : plugins) {
      table.add(
          plugin.name(),
          plugin.kind(),
          plugin.origin(),
          plugin.verdict(),
          String.valueOf(plugin.count(Severity.ERROR)),
          String.valueOf(plugin.count(Severity.WARNING)),
          String.valueOf(plugin.count(Severity.REMARK)));
    }
    table.print(out);
  }

  private static void print(PrintWriter out, CheckedPlugin plugin) {
    out.println(plugin.name() + " (" + plugin.kind() + ")");
    for (Finding finding : plugin.findings()) {
      out.println("  " + word(finding) + " " + finding.check() + ": " + finding.text());
    }
    out.println();
  }

  private static String word(Finding finding) {
    return finding.severity().name().toLowerCase(Locale.ROOT);
  }

  @Override
  public void write(JsonGenerator json) {
    json.writeStartObject();
    json.writeArrayPropertyStart("plugins");
    for (CheckedPlugin plugin : plugins) {
      json.writeStartObject();
      json.writeStringProperty("name", plugin.name());
      json.writeStringProperty("kind", plugin.kind());
      json.writeStringProperty("from", plugin.origin());
      json.writeStringProperty("verdict", plugin.verdict());
      json.writeArrayPropertyStart("findings");
      for (Finding finding : plugin.findings()) {
        json.writeStartObject();
        json.writeStringProperty("severity", word(finding));
        json.writeStringProperty("check", finding.check());
        json.writeStringProperty("message", finding.message());
        json.writeNumberProperty("more", finding.more());
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}
