package dev.kassei.export.c;

import dev.kassei.api.Precision;
import dev.kassei.api.value.Numbers;

/** The type of a network's numbers in C. */
enum Real {
  DOUBLE("double", "", 8),
  FLOAT("float", "f", 4);

  private final String type;
  private final String suffix;
  private final int bytes;

  Real(String type, String suffix, int bytes) {
    this.type = type;
    this.suffix = suffix;
    this.bytes = bytes;
  }

  static Real of(Precision precision) {
    return precision == Precision.FLOAT32 ? FLOAT : DOUBLE;
  }

  String type() {
    return type;
  }

  /** What literals, and the names of functions of the standard library, end with. */
  String suffix() {
    return suffix;
  }

  int bytes() {
    return bytes;
  }

  /** A number, rounded once, within an expression. */
  String literal(double value) {
    String element = element(value);
    return element.startsWith("-") ? "(" + element + ")" : element;
  }

  /** A number, rounded once, in an array. */
  String element(double value) {
    String text = this == FLOAT ? Numbers.text((float) value) : Numbers.text(value);
    return switch (text) {
      case "NaN" -> "(" + type + ") NAN";
      case "Infinity" -> "(" + type + ") INFINITY";
      case "-Infinity" -> "-(" + type + ") INFINITY";
      default -> (isInteger(text) ? text + ".0" : text) + suffix;
    };
  }

  private static boolean isInteger(String text) {
    return text.chars().allMatch(each -> each == '-' || Character.isDigit(each));
  }
}
