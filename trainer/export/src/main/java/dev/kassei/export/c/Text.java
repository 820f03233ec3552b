package dev.kassei.export.c;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Locale;
import java.util.regex.Pattern;

/** Text in C. */
final class Text {
  private static final int LINE = 96;

  private static final Pattern PREFIX =
      Pattern.compile("(" + Library.PREFIX.replace("_", "") + ")_", Pattern.CASE_INSENSITIVE);

  private Text() {}

  /** A name for C: letters, digits and underscores, not beginning with a digit. */
  static String identifier(String name) {
    String plain = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_");
    String trimmed = plain.replaceAll("^_+|_+$", "");
    if (trimmed.isEmpty()) {
      return "network";
    }
    return Character.isDigit(trimmed.charAt(0)) ? "network_" + trimmed : trimmed;
  }

  /**
   * A text between quotes; what is not ASCII is written byte by byte in UTF-8. Where it looks like
   * the name of a function it is in two parts, since those get the name of the network.
   */
  static String quoted(String text) {
    var quoted = new StringBuilder("\"");
    for (byte each : text.getBytes(StandardCharsets.UTF_8)) {
      quoted.append(escaped(each));
    }
    return PREFIX.matcher(quoted.append('"')).replaceAll("$1\"\"_");
  }

  /** Octal escapes end after three digits, so that what follows is no part of them. */
  private static String escaped(byte each) {
    boolean isPlain = each >= ' ' && each < 127 && each != '"' && each != '\\' && each != '?';
    return isPlain ? Character.toString(each) : String.format(Locale.ROOT, "\\%03o", each & 0xff);
  }

  /** A text within a comment. */
  static String comment(String text) {
    return text.replaceAll("[^ -~]", "?").replace("*/", "* /").replace("/*", "/ *");
  }

  /** Numbers or texts one after the other, in lines of an array's content. */
  static String lines(Collection<String> elements) {
    var all = new StringBuilder();
    var line = new StringBuilder("   ");
    for (String element : elements) {
      if (line.length() + element.length() + 2 > LINE) {
        all.append(line).append("\n");
        line = new StringBuilder("   ");
      }
      line.append(" ").append(element).append(",");
    }
    return all.append(line).append("\n").toString();
  }

  /** An array of constants. */
  static String array(String declaration, Collection<String> elements) {
    return "static const " + declaration + "[] = {\n" + lines(elements) + "};\n";
  }

  /** An array of texts. */
  static String names(String name, Collection<String> texts) {
    return array("char *const " + name, texts.stream().map(Text::quoted).toList());
  }
}
