package dev.kassei.cli.command;

import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a number as people write it, {@code inf}, {@code -inf} and {@code nan} among them. */
final class PointConverter implements ITypeConverter<Double> {
  @Override
  public Double convert(String text) {
    try {
      return switch (text.strip().toLowerCase(Locale.ROOT)) {
        case "inf", "+inf", ".inf", "+.inf", "infinity", "+infinity" -> Double.POSITIVE_INFINITY;
        case "-inf", "-.inf", "-infinity" -> Double.NEGATIVE_INFINITY;
        case "nan", ".nan" -> Double.NaN;
        default -> Double.valueOf(text);
      };
    } catch (NumberFormatException e) {
      throw new TypeConversionException("expected a number but was '" + text + "'");
    }
  }
}
