package dev.kassei.experiment.config;

import static dev.kassei.api.value.Requirements.require;
import static dev.kassei.api.value.Requirements.requireFinite;

import dev.kassei.api.Shorthand;
import dev.kassei.api.value.Numbers;
import dev.kassei.experiment.config.tree.Words;
import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The longest time that training may take.
 *
 * @param seconds more than 0
 */
public record TimeBudget(double seconds) {
  private static final String NUMBER = "(\\d{1,12}(?:\\.\\d{1,20})?)";
  private static final Pattern FORM =
      Pattern.compile("(?:%1$sh)?(?:%1$sm)?(?:%1$ss)?".formatted(NUMBER));
  private static final double MINUTE = 60;
  private static final double HOUR = 60 * MINUTE;

  public TimeBudget {
    requireFinite("time_budget", seconds);
    require(seconds > 0, "time_budget must be positive but was %s", seconds);
  }

  /** Reads hours, minutes and seconds, such as {@code 1h30m}, {@code 10m} or {@code 2.5s}. */
  @Shorthand
  public static TimeBudget parse(String text) {
    Matcher parts = FORM.matcher(text);
    require(
        !text.isEmpty() && parts.matches(),
        "expected hours, minutes and seconds, such as 1h30m, 10m or 90s, but was %s",
        Words.quoted(text));
    return new TimeBudget(HOUR * number(parts, 1) + MINUTE * number(parts, 2) + number(parts, 3));
  }

  private static double number(Matcher parts, int group) {
    return parts.start(group) < 0 ? 0 : Double.parseDouble(parts.group(group));
  }

  /** Such as {@code 10m}: the largest unit that leaves a whole number, else seconds. */
  @Override
  public String toString() {
    if (seconds % HOUR == 0) {
      return plain(seconds / HOUR) + "h";
    }
    return seconds % MINUTE == 0 ? plain(seconds / MINUTE) + "m" : plain(seconds) + "s";
  }

  private static String plain(double number) {
    return new BigDecimal(Numbers.text(number)).toPlainString();
  }
}
