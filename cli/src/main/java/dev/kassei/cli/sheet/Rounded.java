package dev.kassei.cli.sheet;

import dev.kassei.api.value.Numbers;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/** Numbers for people: four decimals. */
public final class Rounded {
  private Rounded() {}

  /** A number with four decimals, in scientific notation where these would all be 0. */
  public static String text(double value) {
    boolean tiny = value != 0 && Math.abs(value) < 5e-5;
    boolean huge = Math.abs(value) >= 1e9;
    if (tiny || huge || Double.isNaN(value)) {
      return String.format(Locale.ROOT, "%.4e", value);
    }
    // quicker than a format, whose first use loads a locale
    return new BigDecimal(Numbers.text(value)).setScale(4, RoundingMode.HALF_UP).toPlainString();
  }
}
