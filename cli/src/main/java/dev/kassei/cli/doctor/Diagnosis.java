package dev.kassei.cli.doctor;

import dev.kassei.cli.project.Installation;
import dev.kassei.cli.sheet.TextTable;
import dev.kassei.cli.terminal.Terminal;
import dev.kassei.results.text.Wrapped;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.core.JsonGenerator;

/**
 * What Kassei runs on, and what would make it faster.
 *
 * @param installation where it is installed
 * @param code names its code, on which results depend
 * @param plugins how many there are, by where they come from
 * @param machine what it runs on
 */
public record Diagnosis(
    Installation installation, String code, Map<String, Integer> plugins, Machine machine) {
  private static final double GIBIBYTE = 1 << 30;
  private static final long MEBIBYTE = 1 << 20;

  /** Enough to tell two versions apart. */
  private static final int CODE_DIGITS = 12;

  /**
   * Of this process.
   *
   * @param archiving the value of {@code KASSEI_ARCHIVE}, or nothing
   */
  public static Diagnosis ofThisProcess(
      Installation installation, String code, Map<String, Integer> plugins, String archiving) {
    Machine.Archiving possible =
        Files.isWritable(installation.library())
            ? Machine.Archiving.POSSIBLE
            : Machine.Archiving.FORBIDDEN;
    return new Diagnosis(
        installation,
        code,
        plugins,
        Machine.current(archiving.equals("no") ? Machine.Archiving.UNWANTED : possible));
  }

  /** Prints a table, and then the advice. */
  public void print(PrintWriter out) {
    JavaProcess java = machine.java();
    var table =
        new TextTable(
            "Kassei", installation.version() + ", code " + code.substring(0, CODE_DIGITS));
    table.add("", installation.library().toString());
    table.add("Java", java.version() + ", " + java.vm());
    table.add("", java.home().toString());
    table.add("System", machine.system());
    table.add("Processor", processor());
    table.add("Vectors", vectors());
    table.add("Memory", memory());
    table.add("Archive", java.archive().map(Path::toString).orElse("none"));
    String title = "Plugins";
    for (var source : plugins.entrySet()) {
      table.add(title, "%s %s".formatted(source.getValue(), source.getKey()));
      title = "";
    }
    table.print(out);
    out.println();
    List<String> advice = Advice.on(machine);
    out.println(
        advice.isEmpty()
            ? "Nothing is known here that slows Kassei down."
            : "What would make it faster:");
    for (String each : advice) {
      String mark = "- ";
      for (String line : Wrapped.lines(each, Terminal.outputColumns() - mark.length())) {
        out.println(mark + line);
        mark = "  ";
      }
    }
  }

  private String processor() {
    String model = machine.processor().model();
    String cores = machine.cores() == 1 ? "1 core" : machine.cores() + " cores";
    return model.isEmpty() ? cores : model + ", " + cores;
  }

  private String vectors() {
    return machine.vectorBits().stream()
        .mapToObj(
            bits ->
                "%s bits, %s numbers of float64 or %s of float32 at once"
                    .formatted(bits, bits / Double.SIZE, bits / Float.SIZE))
        .findFirst()
        .orElse("none");
  }

  private String memory() {
    String heap = "at most " + gibibytes(machine.heap());
    String limit = "; KASSEI_JAVA_OPTS=-Xmx4g before the command makes that 4";
    return machine.memory() == 0
        ? heap + limit
        : heap + " of " + gibibytes(machine.memory()) + limit;
  }

  private static String gibibytes(long bytes) {
    return String.format(Locale.ROOT, "%.1f GiB", bytes / GIBIBYTE);
  }

  /** Writes a JSON object. */
  public void write(JsonGenerator json) {
    JavaProcess java = machine.java();
    json.writeStartObject();
    json.writeStringProperty("kassei", installation.version());
    json.writeStringProperty("code", code);
    json.writeStringProperty("folder", installation.library().toString());
    json.writeStringProperty("java", java.version());
    json.writeStringProperty("vm", java.vm());
    json.writeStringProperty("java_home", java.home().toString());
    json.writeStringProperty("system", machine.system());
    json.writeStringProperty("processor", machine.processor().model());
    json.writeNumberProperty("cores", machine.cores());
    json.writeNumberProperty("vector_bits", machine.vectorBits().orElse(0));
    json.writeNumberProperty("heap_mib", machine.heap() / MEBIBYTE);
    json.writeNumberProperty("memory_mib", machine.memory() / MEBIBYTE);
    json.writeStringProperty("archive", java.archive().map(Path::toString).orElse(""));
    json.writeObjectPropertyStart("plugins");
    plugins.forEach(json::writeNumberProperty);
    json.writeEndObject();
    json.writeArrayPropertyStart("advice");
    Advice.on(machine).forEach(json::writeString);
    json.writeEndArray();
    json.writeEndObject();
  }
}
