package dev.kassei.batch.plan;

import static dev.kassei.api.value.Requirements.require;

import dev.kassei.api.Required;
import dev.kassei.api.value.Numbers;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** A way to write the numbers of an axis without listing them. */
sealed interface ValueForm {
  /** The most values that a form makes. */
  int MAX_VALUES = 1_000_000;

  /** How many numbers it makes. */
  int count();

  /** The numbers as texts. */
  List<String> numbers();

  /**
   * Integers one after the other.
   *
   * @param from the first
   * @param count how many
   */
  record From(@Required long from, @Required int count) implements ValueForm {
    public From {
      requireCount(count, 1);
      require(from <= Long.MAX_VALUE - count, "from is too large: %s", from);
    }

    @Override
    public List<String> numbers() {
      return LongStream.range(from, from + count).mapToObj(Long::toString).toList();
    }
  }

  /**
   * Numbers with equal ratios. The ends are exact, those between are rounded to 6 digits, or to 15
   * where they lie too close.
   *
   * @param log the least and the greatest
   * @param count how many
   */
  record Log(@Required List<Double> log, @Required int count) implements ValueForm {
    private static final double CLOSE = 1e-4;

    public Log {
      requireEnds("log", log);
      require(log.get(0) > 0, "log must be between positive numbers but was %s", log);
      requireCount(count, 2);
    }

    @Override
    public List<String> numbers() {
      double low = StrictMath.log10(log.get(0));
      double step = (StrictMath.log10(log.get(1)) - low) / (count - 1);
      int digits = step < CLOSE ? 15 : 6;
      return between(log, count, i -> rounded(StrictMath.pow(10, low + step * i), digits));
    }
  }

  /**
   * Numbers at equal distances; the ends are exact.
   *
   * @param linear the least and the greatest
   * @param count how many
   */
  record Linear(@Required List<Double> linear, @Required int count) implements ValueForm {
    public Linear {
      requireEnds("linear", linear);
      requireCount(count, 2);
    }

    @Override
    public List<String> numbers() {
      BigDecimal low = decimal(linear.get(0));
      BigDecimal width = decimal(linear.get(1)).subtract(low);
      BigDecimal steps = BigDecimal.valueOf(count - 1L);
      return between(
          linear,
          count,
          i ->
              width
                  .multiply(BigDecimal.valueOf(i))
                  .divide(steps, MathContext.DECIMAL64)
                  .add(low, new MathContext(15))
                  .doubleValue());
    }
  }

  private static List<String> between(List<Double> ends, int count, IntToDoubleFunction inner) {
    return IntStream.range(0, count)
        .mapToDouble(
            i -> i == 0 ? ends.get(0) : i == count - 1 ? ends.get(1) : inner.applyAsDouble(i))
        .mapToObj(Numbers::text)
        .toList();
  }

  /** A positive number rounded to so many digits. */
  static double rounded(double value, int digits) {
    return new BigDecimal(value)
        .round(new MathContext(digits, RoundingMode.HALF_EVEN))
        .doubleValue();
  }

  private static BigDecimal decimal(double value) {
    return new BigDecimal(Numbers.text(value));
  }

  static void requireEnds(String name, List<Double> ends) {
    require(
        ends.size() == 2 && ends.stream().allMatch(Double::isFinite) && ends.get(0) < ends.get(1),
        "%s must be two finite numbers, the smaller first, but was %s",
        name,
        ends);
  }

  private static void requireCount(int count, int least) {
    require(
        count >= least && count <= MAX_VALUES,
        "count must be from %s to %s but was %s",
        least,
        MAX_VALUES,
        count);
  }
}
