package dev.kassei.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Configurations that have been changed: bytes, words, lines, and parts of others in them. */
public final class YamlTexts {
  private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_.+-]+|[^\\sA-Za-z0-9_.+-]");
  private static final List<String> ODD =
      List.of(
          "~",
          "",
          "0",
          "-1",
          "1",
          "7",
          "0.5",
          "1e400",
          ".nan",
          ".inf",
          "-.inf",
          "1e-300",
          "2147483648",
          "9223372036854775808",
          "true",
          "no",
          "all",
          "[]",
          "{}",
          "[[",
          "}",
          "'",
          "\"",
          "|",
          ">",
          "&a",
          "*a",
          "<<",
          "!!str",
          "? ",
          ":",
          "- ",
          "#",
          "---",
          "...",
          "%",
          "\t",
          "\u0000",
          "\uFEFF",
          "\u2028",
          "\uD83D\uDE00",
          "x-y",
          "type",
          "like",
          "name",
          "formula",
          "extends",
          "batch",
          "grid",
          "zip",
          "random",
          "samples",
          "choice",
          "when",
          "exclude",
          "blocks",
          "tune",
          "compare",
          "seed",
          "{from: 1, count: 3}",
          "{log: [1e-3, 1], count: 3}",
          "{all: elementwise}",
          "{all: true}",
          "model.activation",
          "optimizer.learning_rate",
          "[relu, tanh]",
          "{formula: \"x*sigmoid(b*x)\", parameters: {b: 1}}",
          "dataset: moons");

  private final Random random;
  private final List<String> texts;

  public YamlTexts(Random random, List<String> texts) {
    this.random = random;
    this.texts = texts;
  }

  /** All configurations in a folder. */
  public static List<String> in(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".yaml"))
          .sorted()
          .map(YamlTexts::latin)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Some files are no UTF-8 on purpose. */
  private static String latin(Path file) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One character a byte. */
  public String next() {
    String text = one(texts);
    for (int i = random.nextInt(4); i >= 0; i--) {
      text = changed(text);
    }
    return text;
  }

  private <T> T one(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  private String changed(String text) {
    return switch (random.nextInt(6)) {
      case 0 -> bytes(text);
      case 1, 2 -> words(text);
      case 3, 4 -> lines(text);
      default -> random.nextInt(20) == 0 ? nested() : spliced(text, one(texts));
    };
  }

  private String bytes(String text) {
    int from = random.nextInt(text.length() + 1);
    int to = Math.min(text.length(), from + random.nextInt(3));
    String replacement = random.nextBoolean() ? "" : String.valueOf((char) random.nextInt(256));
    return text.substring(0, from) + replacement + text.substring(to);
  }

  private String words(String text) {
    var places = WORD.matcher(text).results().toList();
    if (places.isEmpty()) {
      return one(ODD);
    }
    var place = one(places);
    String replacement = random.nextInt(3) == 0 ? one(places).group() : one(ODD);
    return text.substring(0, place.start()) + replacement + text.substring(place.end());
  }

  private String lines(String text) {
    var lines = new ArrayList<>(Arrays.asList(text.split("\n", -1)));
    int at = random.nextInt(lines.size());
    switch (random.nextInt(5)) {
      case 0 -> lines.remove(at);
      case 1 -> lines.add(at, lines.get(at));
      case 2 -> lines.set(at, "  " + lines.get(at));
      case 3 -> lines.set(at, lines.get(at).stripLeading());
      default -> Collections.swap(lines, at, random.nextInt(lines.size()));
    }
    return String.join("\n", lines);
  }

  private String spliced(String text, String other) {
    List<String> lines = List.of(other.split("\n", -1));
    int from = random.nextInt(lines.size());
    int to = from + random.nextInt(lines.size() - from + 1);
    int at = text.indexOf('\n', random.nextInt(text.length() + 1)) + 1;
    return text.substring(0, at)
        + String.join("\n", lines.subList(from, to))
        + "\n"
        + text.substring(at);
  }

  private String nested() {
    String open = one(List.of("[", "{a: ", "- ", "a:\n ", "? ", "'", "\"", "&a [*a, ", "!!str "));
    return "model: " + open.repeat(random.nextInt(3000));
  }
}
