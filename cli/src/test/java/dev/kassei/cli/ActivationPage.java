package dev.kassei.cli;

import dev.kassei.api.Activation;
import dev.kassei.experiment.plugin.Families;
import dev.kassei.experiment.plugin.PluginEntry;
import dev.kassei.experiment.plugin.Plugins;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The page of all activations and its pictures, as they have to stand in {@code docs}. */
final class ActivationPage {
  /** Where it stands. */
  static final Path DOCS = Path.of("..", "docs");

  static final String PAGE = "activations.md";
  static final String PICTURES = "images/activations/";

  /** How it is written anew. */
  static final String COMMAND =
      "mvn -Dquick -pl cli -am test -Dtest=ActivationPageTest -Dpage=write"
          + " -Dsurefire.failIfNoSpecifiedTests=false";

  private static final Path SOURCES =
      Path.of("..", "activations", "src", "main", "java", "dev", "kassei", "activations");

  /** A formula that the reader writes is no function to draw. */
  private static final String FORMULA = "formula";

  private static final String HEAD =
      """
      # Activations

      <!-- Written by %s -->

      All built-in activations, by family. `kassei show NAME` shows one with its derivative and values, and
      `kassei gallery --activations NAME,…` draws them; a function of your own is a
      [formula](formulas.md) or a [plugin](../CONTRIBUTING.md#add-an-activation).

      Pictures show the value (solid) and the derivative (dashed) over [−5, 5]; where a function draws
      noise in training, four values of five lie in the band. Functions of whole rows are drawn for the row (x, 0), gates
      of half a row for (1, x). Trainable numbers have their first values.

      The words are those of the source: the definition, how it is computed, and what happens at kinks.
      Formulas are printed as they are computed, in the [language of formulas](formulas.md), with the
      defaults. *Computed* properties are found from the formula; z is a standard normal variable.
      *Peers* are other libraries that have the function, and `article`, the [article](xor.md) that Kassei grew
      from: `like: NAME` chooses their definition.

      """
          .formatted(COMMAND);

  private final Map<String, List<PluginEntry<Activation>>> families = new TreeMap<>();

  ActivationPage() {
    for (PluginEntry<Activation> entry : Plugins.builtIn().of(Families.ACTIVATION).entries()) {
      if (!entry.name().equals(FORMULA)) {
        families.computeIfAbsent(family(entry), name -> new ArrayList<>()).add(entry);
      }
    }
  }

  /** All files by their paths under {@code docs}. */
  Map<String, byte[]> files() throws IOException {
    var files = new TreeMap<String, byte[]>();
    files.put(PAGE, text().getBytes(StandardCharsets.UTF_8));
    families.values().stream()
        .flatMap(List::stream)
        .forEach(
            entry ->
                files.put(
                    PICTURES + entry.name() + ".svg",
                    new ActivationPicture(entry.title(), entry.defaults()).svg()));
    return files;
  }

  private String text() throws IOException {
    var page = new StringBuilder(HEAD).append("| family | activations |\n|---|---|\n");
    families.forEach(
        (family, entries) ->
            page.append(
                "| [%s](#%s-activations) | %s |\n".formatted(family, family, links(entries))));
    for (Map.Entry<String, List<PluginEntry<Activation>>> family : families.entrySet()) {
      page.append("\n## ").append(family.getKey()).append(" activations\n\n");
      page.append(description(family.getKey())).append('\n');
      for (PluginEntry<Activation> entry : family.getValue()) {
        append(page, entry);
      }
    }
    return page.toString();
  }

  private static String links(List<PluginEntry<Activation>> entries) {
    return entries.stream()
        .map(PluginEntry::name)
        .map(name -> "[`%s`](#%s)".formatted(name, name))
        .collect(Collectors.joining(" · "));
  }

  private static void append(StringBuilder page, PluginEntry<Activation> entry) throws IOException {
    Activation activation = entry.defaults();
    page.append("\n### `").append(entry.name()).append("`\n\n");
    page.append("![%s](%s%s.svg)\n\n".formatted(entry.title(), PICTURES, entry.name()));
    page.append("**%s**%s\n\n".formatted(entry.title(), aliases(entry)));
    page.append(description(entry)).append("\n\n```text\n");
    page.append(ActivationFacts.formula(activation)).append("\n```\n\n");
    for (String line : ActivationFacts.lines(activation, entry.reference().orElseThrow())) {
      page.append("- ").append(line).append('\n');
    }
  }

  private static String aliases(PluginEntry<Activation> entry) {
    return entry.allNames().stream()
        .skip(1)
        .map(alias -> ", also `%s`".formatted(alias))
        .collect(Collectors.joining());
  }

  private static String family(PluginEntry<Activation> entry) {
    String name = entry.type().getPackageName();
    return name.substring(name.lastIndexOf('.') + 1);
  }

  /** What the package says of itself. */
  private static String description(String family) throws IOException {
    return comment(SOURCES.resolve(family).resolve("package-info.java"), "@NullMarked");
  }

  /** What the record says of itself, without its components. */
  private static String description(PluginEntry<Activation> entry) throws IOException {
    Path source = SOURCES.resolve(family(entry)).resolve(entry.type().getSimpleName() + ".java");
    return comment(source, "@PluginName")
        .replaceFirst("(?s)\\s*@param.*", "")
        .replaceAll("\\s*<p>", "\n\n")
        .replaceAll("\\{@\\w+ ([^}]*)}", "`$1`")
        .replace("&gt;", ">");
  }

  /** The text of the comment before some annotation, on one line. */
  private static String comment(Path source, String annotation) throws IOException {
    Matcher comment =
        Pattern.compile("(?s)/\\*\\*((?:(?!\\*/).)*)\\*/\\s*" + annotation)
            .matcher(Files.readString(source));
    return comment
        .results()
        .findFirst()
        .orElseThrow()
        .group(1)
        .replaceAll("\\s*\\n \\*( |(?=\\n))", " ")
        .strip();
  }
}
