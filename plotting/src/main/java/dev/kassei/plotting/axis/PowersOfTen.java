package dev.kassei.plotting.axis;

/** Powers of ten and their exponents. */
final class PowersOfTen {
  private PowersOfTen() {}

  /** The double nearest to 10 to the exponent. */
  static double of(int exponent) {
    return Double.parseDouble("1e" + exponent);
  }

  /** The exponent of the greatest power of ten that is not above a positive number. */
  static int floor(double value) {
    int guess = (int) Math.floor(StrictMath.log10(value));
    if (of(guess + 1) <= value) {
      return guess + 1;
    }
    return of(guess) > value ? guess - 1 : guess;
  }
}
