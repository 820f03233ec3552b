package dev.kassei.export.pytorch;

import dev.kassei.api.value.Numbers;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Numbers and texts as Python writes them. */
final class Literals {
  private Literals() {}

  static String number(double value) {
    return switch (Numbers.text(value)) {
      case "NaN" -> "math.nan";
      case "Infinity" -> "math.inf";
      case "-Infinity" -> "-math.inf";
      default -> Numbers.text(value);
    };
  }

  /** A text between double quotes. */
  static String quoted(String text) {
    var quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char each = text.charAt(i);
      quoted.append(
          switch (each) {
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            default ->
                each < ' '
                    ? String.format(Locale.ROOT, "\\u%04x", (int) each)
                    : Character.toString(each);
          });
    }
    return quoted.append('"').toString();
  }

  static String numbers(double[] values) {
    return Arrays.stream(values)
        .mapToObj(Literals::number)
        .collect(Collectors.joining(", ", "[", "]"));
  }

  static String texts(Collection<String> texts) {
    return texts.stream().map(Literals::quoted).collect(Collectors.joining(", ", "[", "]"));
  }

  /** One number where all are the same, else a tuple. */
  static String sizes(List<Integer> sizes) {
    return sizes.stream().distinct().count() == 1
        ? sizes.get(0).toString()
        : sizes.stream().map(Object::toString).collect(Collectors.joining(", ", "(", ")"));
  }

  /** A text within the documentation of a module. */
  static String oneLine(String text) {
    return text.replaceAll("\\p{Cntrl}", " ").replace("\\", "/").replace("\"", "'");
  }
}
